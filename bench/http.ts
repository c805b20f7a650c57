import { fork } from 'node:child_process'
import { once } from 'node:events'
import autocannon from 'autocannon'
import Fastify from 'fastify'
import type { Figure } from './figure.ts'

const CONNECTIONS = 10
/** So many sessions ask in turn that no limit is met. */
const SESSIONS = 5000
const STUDENTS = 30

/**
 * The same reply through the full stack (sign-in, permission, limit, transaction in the school, parse out) and
 * from a bare Fastify route in this process that has it ready in memory.
 */
export async function run({ quick }: { quick: boolean }): Promise<Figure[]> {
  const seconds = quick ? 2 : 10
  const server = fork(new URL('saves/school-server.ts', import.meta.url), [String(STUDENTS)])
  try {
    const [{ address }] = (await once(server, 'message')) as [{ address: string }]
    const url = `${address}/api/v1/classrooms`
    const reply = await fetch(url, { headers: { authorization: 'Bearer teacher' } })
    const full = await load(url, seconds)
    const bare = await bareRoute(await reply.json(), seconds)
    const share = full.requests.average / bare.requests.average
    return [
      { name: 'bare Fastify route', value: bare.requests.average, unit: 'requests/s', note: 'the peer' },
      { name: 'full stack', value: full.requests.average, unit: 'requests/s', note: 'GET /classrooms' },
      { name: 'full stack ÷ bare route', value: share, unit: '' },
      { name: 'full stack, 97.5 % answered within', value: full.latency.p97_5, unit: 'ms', limit: 100 },
      { name: 'refused or failed', value: full.non2xx + full.errors, unit: '', limit: 0 },
    ]
  } finally {
    server.send('last')
    await once(server, 'exit')
  }
}

async function bareRoute(body: unknown, seconds: number): Promise<autocannon.Result> {
  const app = Fastify()
  app.get('/classrooms', async () => body)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    return await load(`${address}/classrooms`, seconds)
  } finally {
    await app.close()
  }
}

function load(url: string, duration: number): Promise<autocannon.Result> {
  let asked = 0
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    asked += 1
    return { ...request, headers: { authorization: `Bearer teacher~${asked % SESSIONS}` } }
  }
  return autocannon({ url, duration, connections: CONNECTIONS, requests: [{ method: 'GET', setupRequest }] })
}
