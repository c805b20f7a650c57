import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { type ApiCaller, sampleApi } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import type { RunningServer } from '../server.ts'

export const title =
  'A server told to stop under load answers what it has begun, and ends with 0 in 30 seconds'
export const ownServer = true

const CALLERS = 8
const ANSWERS_BEFORE = 80
const PATIENCE_MS = 30_000

export const run: Journey['run'] = async ({ startServer }) => {
  const server = await startServer()
  const load = await beginLoad(server.baseUrl)
  while (load.answered() < ANSWERS_BEFORE && !load.fault()) await pause(20)
  const half = await sendHalfARequest(server)
  const stream = await openStream(server)
  const begun = performance.now()
  const code = await server.stop('SIGTERM')
  const milliseconds = performance.now() - begun
  await load.end()
  half.destroy()
  const fault = load.fault()
  if (fault) throw fault
  mustEqual(code, 0, 'Exit code after SIGTERM')
  must(milliseconds < PATIENCE_MS, `Stopping took ${Math.round(milliseconds)} ms.`)
  must(await stream.wasEnded, 'The open event stream was not ended.')
  must(
    server.output().includes('Everything is saved'),
    `The server did not say that it has stopped:\n${server.output()}`,
  )
  await mustStartAgain(startServer, server)
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Load {
  answered(): number
  /** The first reply that was no success, if any; a refused connection is none. */
  fault(): Error | null
  end(): Promise<void>
}

/** Several people who ask again as soon as they are answered: reads, and writes that send errands. */
async function beginLoad(baseUrl: string): Promise<Load> {
  const teacher = await sampleApi(baseUrl, 'teacher')
  const { items: classes } = await teacher.call('listClassrooms', {})
  const params = { classroom_id: classes[0]?.id ?? '' }
  const state = { answered: 0, fault: null as Error | null, over: false }
  const ask = async (turn: number): Promise<unknown> => {
    if (turn % 3 === 0) return teacher.call('getClassMastery', { params })
    return turn % 3 === 1 ? teacher.call('getHome') : createUnit(teacher, turn)
  }
  const callers = Array.from({ length: CALLERS }, async (_, caller) => {
    for (let turn = caller; !state.over && !state.fault; turn += 1) {
      try {
        await ask(turn)
        state.answered += 1
      } catch (fault) {
        if (String(fault).includes('429')) await pause(200)
        else if (isAnswer(fault)) state.fault = fault
        else return
      }
    }
  })
  return {
    answered: () => state.answered,
    fault: () => state.fault,
    end: async () => {
      state.over = true
      await Promise.all(callers)
    },
  }
}

const isAnswer = (fault: unknown): fault is Error =>
  fault instanceof Error && / answered \d{3}/.test(fault.message)

const createUnit = (teacher: ApiCaller, turn: number) =>
  teacher.call('createUnit', { body: { title: `Unit ${turn}`, subject: 'Computing', year_group: 8 } })

/** A caller who begins a request and never ends it: no reason to wait for ever. */
async function sendHalfARequest({ baseUrl }: RunningServer): Promise<Socket> {
  const socket = connect(Number(new URL(baseUrl).port), 'localhost')
  socket.on('error', () => {}) // the server may cut the line
  await once(socket, 'connect')
  socket.write(
    'POST /api/v1/auth/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
  )
  await pause(100)
  return socket
}

/** Opens the stream of events; the promise inside tells whether the server ended it. */
async function openStream({ baseUrl }: RunningServer): Promise<{ wasEnded: Promise<boolean> }> {
  const token = await fetch(`${baseUrl}/api/v1/sample/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'admin' }),
  }).then((reply) => reply.json() as Promise<{ access_token: string }>)
  const reply = await fetch(`${baseUrl}/api/v1/events/stream`, {
    headers: { authorization: `Bearer ${token.access_token}` },
  })
  mustEqual(reply.status, 200, 'The stream of events')
  const wasEnded = reply.text().then(
    () => true,
    () => false,
  )
  return { wasEnded }
}

/** What was saved is there, and the folder is free. */
async function mustStartAgain(
  startServer: Parameters<Journey['run']>[0]['startServer'],
  { dataFolder, remove }: RunningServer,
): Promise<void> {
  const second = await startServer({ dataFolder })
  await sampleApi(second.baseUrl, 'teacher')
  mustEqual(await second.stop('SIGTERM'), 0, 'Exit code of a server at rest')
  await remove()
}
