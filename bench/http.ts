import autocannon from 'autocannon'
import Fastify from 'fastify'
import type { Figure } from './figure.ts'
import { postgresUrl, startSchoolServer } from './school/run-server.ts'

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
  const embedded = await measure('embedded', seconds)
  return postgresUrl ? [...embedded, ...(await measure('PostgreSQL', seconds, postgresUrl))] : embedded
}

async function measure(database: string, seconds: number, postgres?: string): Promise<Figure[]> {
  const server = await startSchoolServer({ students: STUDENTS, ...(postgres ? { postgres } : {}) })
  try {
    const url = `${server.address}/api/v1/classrooms`
    const reply = await fetch(url, { headers: { authorization: 'Bearer teacher' } })
    const full = await load(url, seconds)
    const bare = await bareRoute(await reply.json(), seconds)
    const figure = (name: string, value: number, unit: string, more: Partial<Figure> = {}): Figure => {
      return { name: `${database}: ${name}`, value, unit, ...more }
    }
    return [
      figure('bare Fastify route', bare.requests.average, 'requests/s', { note: 'the peer' }),
      figure('full stack', full.requests.average, 'requests/s', { note: 'GET /classrooms' }),
      figure('full stack ÷ bare route', full.requests.average / bare.requests.average, ''),
      figure('full stack, 97.5 % answered within', full.latency.p97_5, 'ms', { limit: 100 }),
      figure('refused or failed', full.non2xx + full.errors, '', { limit: 0 }),
    ]
  } finally {
    await server.stop()
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
