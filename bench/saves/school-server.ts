import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readConfig } from '../../apps/server/config.ts'
import { buildHouse } from '../../apps/server/house.ts'
import { plantSampleSchool } from '../../apps/server/people/index.ts'
import { makeContext } from '../../apps/server/platform/context.ts'
import { openEmbedded } from '../../apps/server/platform/db/database.ts'
import { openLog } from '../../apps/server/platform/log.ts'

/**
 * A server in a process of its own on an embedded database on the disk, with one class of as many students
 * as asked. Bearers are `teacher` and `student-17`: what is measured is the work, not the sign-in. What stands
 * behind a tilde names one of several sessions of the same person.
 */
const students = Number(process.argv[2])
/** A folder that is given stays: a server that was killed is started on it again. */
const given = process.argv[3]
const folder = given ?? mkdtempSync(path.join(tmpdir(), 'waymark-saves-'))
const people = new Map<string, string>()
let schoolId = ''
let classroomId = ''

const database = await openEmbedded(folder)
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
  if (given === undefined) rmSync(folder, { recursive: true, force: true })
  process.disconnect()
})

async function plant(): Promise<void> {
  const names = Array.from({ length: students }, (_, index) => `student-${index}`)
  const planted = await plantSampleSchool(makeContext(house.machines), {
    name: 'Bench School',
    slug: 'bench',
    time_zone: 'Europe/London',
    locale: 'en-GB',
    people: [
      { role: 'teacher', first_name: 'Jane', last_name: 'teacher' },
      ...names.map((username) => ({
        role: 'student' as const,
        first_name: 'Student',
        last_name: username,
        username,
        year_group: 8,
      })),
    ],
    classrooms: [
      {
        name: '8B',
        subject: 'Computing',
        year_group: 8,
        academic_year: '2025-26',
        teachers: ['teacher'],
        students: names,
      },
    ],
  })
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
