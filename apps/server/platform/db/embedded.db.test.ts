import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { openEmbedded, openInMemory } from './database.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-embedded-'))
  folders.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Starts a process that saves numbers for ever, and kills it once it has acknowledged `count` of them. */
function writeUntilKilled(folder: string, count: number): Promise<number> {
  const script = fileURLToPath(new URL('../../testing/write-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let acknowledged = 0
  child.stdout.on('data', (chunk: Buffer) => {
    acknowledged += chunk.toString().split('\n').length - 1
    if (acknowledged >= count) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('close', () => resolve(acknowledged)))
}

describe('the embedded database', () => {
  it('keeps every acknowledged write through kill -9', async () => {
    const folder = newFolder()
    const acknowledged = await writeUntilKilled(folder, 40)
    expect(acknowledged).toBeGreaterThanOrEqual(40)
    const database = await openEmbedded(folder)
    const { rows } = await database.run('select count(*) as kept from saved')
    await database.close()
    expect((rows as { kept: number }[])[0]?.kept).toBeGreaterThanOrEqual(acknowledged)
  })

  it('carries each commit to the disk', async () => {
    const database = await openEmbedded(newFolder())
    await database.script('create table saved (number integer)')
    const before = (await database.embedded?.syncs()) ?? 0
    for (let number = 0; number < 20; number += 1)
      await database.kysely.transaction().execute(async (tx) => {
        await sql`insert into saved values (${number})`.execute(tx)
      })
    const after = (await database.embedded?.syncs()) ?? 0
    await database.close()
    expect(after - before).toBeGreaterThanOrEqual(20)
  })

  it('refuses a folder that is open already and names the holder', async () => {
    const folder = newFolder()
    const database = await openEmbedded(folder)
    await expect(openEmbedded(folder)).rejects.toThrow(`in use by process ${process.pid}`)
    await database.close()
    const again = await openEmbedded(folder)
    await again.close()
  })

  it('refuses a folder of another major version and says how to move on', async () => {
    const folder = newFolder()
    mkdirSync(path.join(folder, 'postgres'))
    writeFileSync(path.join(folder, 'postgres/PG_VERSION'), '17\n')
    await expect(openEmbedded(folder)).rejects.toThrow(/PostgreSQL 17.*waymark backup/)
  })

  it('lets work wait in line, and serves it in order', async () => {
    const database = await openInMemory()
    await database.script('create table saved (number integer)')
    await Promise.all(
      Array.from({ length: 30 }, (_, number) =>
        database.kysely.transaction().execute(async (tx) => {
          await sql`insert into saved values (${number})`.execute(tx)
        }),
      ),
    )
    const { rows } = await database.run('select array_agg(number) as numbers from saved')
    await database.close()
    expect((rows as { numbers: number[] }[])[0]?.numbers).toEqual(
      Array.from({ length: 30 }, (_, number) => number),
    )
  })

  it('reads large integers as numbers, dates as text and instants as dates', async () => {
    const database = await openInMemory()
    const { rows } = await database.run(
      "select 9007199254740991::int8 as big, date '2026-03-02' as day, timestamptz '2026-03-02T10:42:00Z' as at",
    )
    await database.close()
    expect(rows[0]).toEqual({
      big: 9007199254740991,
      day: '2026-03-02',
      at: new Date('2026-03-02T10:42:00Z'),
    })
  })
})
