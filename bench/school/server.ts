import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../../apps/server/config.ts'
import { buildHouse } from '../../apps/server/house.ts'
import { openEmbedded } from '../../apps/server/platform/db/database.ts'
import { openLog } from '../../apps/server/platform/log.ts'
import { openOwnPostgres } from '../../apps/server/testing/test-database.ts'
import { plantBenchSchool } from './plant.ts'

/**
 * A server on an embedded database on the disk, or in a database of its own on a PostgreSQL server, with one
 * class of as many students as asked. Bearers are `teacher` and `student-17`: what is measured is the work, not
 * the sign-in. What stands behind a tilde names one of several sessions of the same person.
 */
const { values: options } = parseArgs({
  options: { students: { type: 'string' }, folder: { type: 'string' }, postgres: { type: 'string' } },
})
const students = Number(options.students)
const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'waymark-bench-'))
const people = new Map<string, string>()
let schoolId = ''
let classroomId = ''

const database = options.postgres ? await openOwnPostgres(options.postgres) : await openEmbedded(folder)
const house = await buildHouse({
  config: readConfig({ SESSION_SECRET: 'a-secret-of-benchmarks-only-0123456789ab', WAYMARK_DATA: folder }),
  database,
  log: openLog('error'),
  files: path.join(folder, 'files'),
  authenticate: async (_ctx, { bearer }) => {
    const [name = ''] = (bearer ?? '').split('~')
    const userId = people.get(name)
    if (!userId) return null
    const role = name === 'teacher' ? 'teacher' : 'student'
    const viewer = { userId, schoolId, role, sessionId: bearer, isSample: true, locale: 'en-GB' } as const
    return { viewer, csrfToken: null }
  },
})
if (!(await knowsPeople())) await plant()
await house.run(['worker', 'relay'])
const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address, classroomId })

/** What the process has used so far; after the last question it closes and leaves nothing behind. */
process.on('message', async (question) => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMs: (user + system) / 1000, megabytes: process.memoryUsage().rss / 1024 / 1024 })
  if (question !== 'last') return
  await house.close()
  if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
  process.disconnect()
})

async function plant(): Promise<void> {
  const planted = await plantBenchSchool(house, students)
  schoolId = planted.schoolId
  classroomId = planted.classrooms.get('8B') ?? ''
  for (const [key, id] of planted.people) people.set(key, id)
}

/** Reads the people of the run before the server was killed; false on a new folder. */
async function knowsPeople(): Promise<boolean> {
  const users = await database.kysely
    .selectFrom('users')
    .select(['id', 'last_name', 'home_school_id'])
    .execute()
  for (const { id, last_name, home_school_id } of users) {
    schoolId = home_school_id ?? schoolId
    people.set(last_name, id)
  }
  return users.length > 0
}
