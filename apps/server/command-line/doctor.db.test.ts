import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded, openInMemory } from '../platform/db/database.ts'
import { checkClock, type Finding, judgeDisk } from './doctor-checks.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-doctor-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `waymark doctor` as a person does, on a set-up of these settings alone. */
function doctor(settings: Record<string, string> = {}): Promise<{ code: number; findings: Finding[] }> {
  const env = { PATH: process.env.PATH, PORT: '0', WAYMARK_DATA: folder, ...settings }
  return new Promise((resolve) =>
    execFile(process.execPath, [cli, '--json', 'doctor'], { env }, (fault, stdout) =>
      resolve({ code: fault ? Number(fault.code) : 0, findings: JSON.parse(stdout).findings as Finding[] }),
    ),
  )
}

const toMend = (findings: readonly Finding[]) =>
  findings.filter(({ ok, check }) => !ok && check !== 'disk').map(({ check, says }) => `${check}: ${says}`)

async function listening(onLine: (socket: Socket) => void = () => {}): Promise<Server & { port: number }> {
  const server = createServer(onLine).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(server, { port: (server.address() as AddressInfo).port })
}

/** What PostgreSQL answers to a first message when it lets nobody in. */
function refusal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

describe('waymark doctor', () => {
  it('has nothing to say about a set-up that is in order', async () => {
    const { findings } = await doctor()
    expect(toMend(findings)).toEqual([])
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['settings', 'port', 'disk', 'database', 'clock', 'schema']),
    )
  })

  it('names every setting that will not do', async () => {
    const { code, findings } = await doctor({ PORT: 'eighty', WAYMARK_COLOUR: 'blue' })
    expect(code).toBe(1)
    expect(toMend(findings).join('\n')).toMatch(/WAYMARK_COLOUR is not a setting[\s\S]*PORT: /)
  })

  it('names a port that is taken', async () => {
    const other = await listening()
    const { code, findings } = await doctor({ PORT: String(other.port) })
    expect(code).toBe(1)
    expect(toMend(findings)).toEqual([
      `port: Port ${other.port} is taken. Stop the other program, or set PORT to another number.`,
    ])
    other.close()
  })

  it('names an address that is not the machine’s', async () => {
    const { findings } = await doctor({ HOST: '192.0.2.1' })
    expect(toMend(findings).join()).toMatch(/port: This machine cannot listen at 192\.0\.2\.1/)
  })

  it.each([
    ['28P01', 'The database refuses the name or password in DATABASE_URL. Correct them.'],
    ['3D000', 'The database named in DATABASE_URL does not exist. Create it with createdb.'],
  ])('names what PostgreSQL refuses with %s', async (code, says) => {
    const server = await listening((line) => line.once('data', () => line.end(refusal(code))))
    const { findings } = await doctor({
      DATABASE_URL: `postgres://rosa:wrong@127.0.0.1:${server.port}/waymark`,
    })
    expect(toMend(findings)).toEqual([`database: ${says}`])
    server.close()
  })

  it('names a database that does not answer', async () => {
    const gone = await listening()
    const { port } = gone
    gone.close()
    const { findings } = await doctor({ DATABASE_URL: `postgres://rosa@127.0.0.1:${port}/waymark` })
    expect(toMend(findings)).toEqual([
      'database: No database answers at the address in DATABASE_URL. Start PostgreSQL or correct the address.',
    ])
  })

  it('names who holds the data folder', async () => {
    const database = await openEmbedded(folder)
    const { findings } = await doctor()
    expect(toMend(findings).join()).toContain(`is in use by process ${process.pid}`)
    await database.close()
  })

  it('names a clock that is ten minutes off', async () => {
    const database = await openInMemory()
    expect(await checkClock(database)).toMatchObject({ ok: true })
    await sql`create function public.clock_timestamp() returns timestamptz language sql
      as 'select pg_catalog.clock_timestamp() + interval ''10 minutes'''`.execute(database.kysely)
    await sql`set search_path = public, pg_catalog`.execute(database.kysely)
    const { ok, says } = await checkClock(database)
    expect({ ok, says }).toEqual({
      ok: false,
      says: expect.stringMatching(/differ by (599|600|601) s\. Switch on network time/),
    })
    await database.close()
  })

  it('names a disk that is nearly full', () => {
    expect(judgeDisk(0.79)).toMatchObject({ ok: true })
    expect(judgeDisk(0.93)).toEqual({
      check: 'disk',
      ok: false,
      says: 'The disk is 93% full. Free some space or move WAYMARK_DATA.',
    })
  })
})
