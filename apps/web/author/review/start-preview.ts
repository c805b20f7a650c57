import { call, newKey } from '../../api.ts'
import { openDeviceStore } from '../../take/device-store.ts'
import { deviceIdIn } from '../../take/kept.ts'
import { deviceLabel } from '../../take/server.ts'

/** Starts a preview of a quiz on this device, with answers checked at once; answers the attempt's id. */
export async function startPreview(account: string, quizId: string): Promise<string> {
  const store = await openDeviceStore(account)
  try {
    const device_id = await deviceIdIn(store, newKey)
    const { attempt_id } = await call('previewQuiz', {
      params: { quiz_id: quizId },
      body: {
        device_id,
        device_label: deviceLabel(),
        settings: { feedback_mode: 'immediate', answers_release: 'on_finish' },
      },
    })
    return attempt_id
  } finally {
    store.close()
  }
}
