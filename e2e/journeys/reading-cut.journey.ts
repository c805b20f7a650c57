import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type ApiCaller, apiOf } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'

export const title =
  'A server killed while it reads a lesson file reads it after the restart; the original is gone then'
export const ownServer = true

const slides = new URL('../../apps/server/sample/files/lesson-1-computer-systems.pptx', import.meta.url)
const patienceMs = 120_000

export const run: Journey['run'] = async ({ startServer }) => {
  const deck = await readFile(slides)
  const first = await startServer()
  const signedIn = await apiOf(first.baseUrl).call('signInToSample', { body: { role: 'teacher' } })
  if (!('access_token' in signedIn)) throw new Error('The sample school gave no token.')
  const token = signedIn.access_token
  const document_id = await upload(first.baseUrl, token, deck)
  await until(apiOf(first.baseUrl, token), document_id, ['checking', 'extracting'], 25)
  await first.stop('SIGKILL')
  must(await holdsOriginal(first.dataFolder, deck), 'The cut came too late: the original was gone already.')

  const second = await startServer({ dataFolder: first.dataFolder, port: first.port })
  const status = await until(apiOf(second.baseUrl, token), document_id, ['ready', 'refused'], 2000)
  mustEqual(status, 'ready', 'What became of the file')
  must(!(await holdsOriginal(second.dataFolder, deck)), 'The original is still on the disk.')
  await second.stop()
  await first.remove()
}

async function upload(baseUrl: string, token: string, deck: Uint8Array): Promise<string> {
  const { id } = await apiOf(baseUrl, token).call('createUnit', {
    body: {
      title: 'A lesson cut short',
      subject: 'Computing',
      year_group: 8,
      objectives: [{ text: 'Describe the CPU' }],
    },
  })
  const form = new FormData()
  form.append('files', new Blob([new Uint8Array(deck)]), 'lesson.pptx')
  const reply = await fetch(`${baseUrl}/api/v1/units/${id}/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  mustEqual(reply.status, 202, 'The upload')
  const { documents } = (await reply.json()) as { documents: { id: string }[] }
  return documents[0]?.id ?? ''
}

async function until(
  api: ApiCaller,
  document_id: string,
  wanted: readonly string[],
  everyMs: number,
): Promise<string> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const { status } = await api.call('getDocument', { params: { document_id } })
    if (wanted.includes(status)) return status
    if (Date.now() > deadline)
      throw new Error(`After ${patienceMs / 1000} s the document is still ${status}.`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Whether any file of the data folder, whatever its name, is the original byte by byte. */
async function holdsOriginal(folder: string, original: Uint8Array): Promise<boolean> {
  const wanted = createHash('sha256').update(original).digest('hex')
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(entry.parentPath, entry.name)), hash)
    if (hash.digest('hex') === wanted) return true
  }
  return false
}
