import { type ApiCaller, sampleApi } from '../api.ts'
import type { Journey } from '../journey.ts'

export const title = 'A server killed in the middle of a quiz has every answer it acknowledged'
export const ownServer = true

const STUDENTS = 12
const BEFORE_THE_CUT = 120

interface Sitting {
  student: ApiCaller
  attempt_id: string
  epoch: number
  device_id: string
  /** What the server has acknowledged, by number. */
  acknowledged: Map<number, number>
}

export const run: Journey['run'] = async ({ startServer }) => {
  const first = await startServer()
  const sittings = await beginSittings(first.baseUrl)
  let cut = false
  const writing = Promise.all(sittings.map((sitting) => writeUntil(sitting, () => cut)))
  while (countOf(sittings) < BEFORE_THE_CUT) await new Promise((resolve) => setTimeout(resolve, 20))
  await first.stop('SIGKILL')
  cut = true
  await writing
  await startServer({ dataFolder: first.dataFolder, port: first.port })
  for (const sitting of sittings) await compare(sitting)
  await first.remove()
}

const countOf = (sittings: readonly Sitting[]) =>
  sittings.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)

/** Students who have not taken the quiz that is open now start it. */
async function beginSittings(baseUrl: string): Promise<Sitting[]> {
  const teacher = await sampleApi(baseUrl, 'teacher')
  const { items: classes } = await teacher.call('listClassrooms', {})
  const sittings: Sitting[] = []
  for (const { id } of classes) {
    const { items } = await teacher.call('listClassroomStudents', { params: { classroom_id: id } })
    for (const person of items) {
      if (sittings.length >= STUDENTS) return sittings
      const student = await sampleApi(baseUrl, 'student', person.id)
      const { available } = await student.call('listMyQuizzes')
      const open = available.find(({ state }) => state === 'open')
      if (!open) continue
      const device_id = `cut-${sittings.length}`
      const attempt = await student.call('startAttempt', {
        params: { assignment_id: open.assignment_id },
        body: { device_id, device_label: 'Chromebook' },
      })
      sittings.push({
        student,
        attempt_id: attempt.attempt_id,
        epoch: attempt.writer.epoch,
        device_id,
        acknowledged: new Map(),
      })
    }
  }
  if (sittings.length === 0) throw new Error('The sample school has no open quiz.')
  return sittings
}

/** Flags a question on and off, one event a batch, until the line is cut. */
async function writeUntil(
  { student, attempt_id, epoch, device_id, acknowledged }: Sitting,
  isCut: () => boolean,
) {
  for (let seq = 1; !isCut(); seq += 1) {
    const position = 1 + (seq % 3)
    const event = {
      event_id: `${device_id}-${seq}`,
      device_seq: seq,
      writer_epoch: epoch,
      type: 'flagged',
      position,
      payload: { flagged: seq % 2 === 0 },
      device_time: new Date().toISOString(),
      mono_ms: seq * 10,
      boot_id: 'one',
    }
    try {
      const reply = await student.call('saveEvents', {
        params: { attempt_id },
        body: { device_id, events: [event], chain_head: '' },
      })
      if (reply.accepted_through >= seq) acknowledged.set(seq, position)
    } catch (fault) {
      if (String(fault).includes('429')) seq -= 1
      else if (!isCut() && !String(fault).includes('fetch failed')) throw fault
    }
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}

async function compare({ student, attempt_id, device_id, acknowledged }: Sitting): Promise<void> {
  const after = await student.call('getAttempt', { params: { attempt_id } })
  const through = after.devices.find((device) => device.device_id === device_id)?.accepted_through ?? 0
  const highest = Math.max(0, ...acknowledged.keys())
  if (through < highest)
    throw new Error(`${device_id} was told ${highest} is safe; after the cut ${through} is there.`)
}
