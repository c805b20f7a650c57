import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type ApiCaller, apiOf } from '../api.ts'
import { must, mustEqual } from '../expect.ts'
import type { Journey } from '../journey.ts'
import type { RunningServer } from '../server.ts'

export const title = 'A school is backed up, wiped and restored; the checks pass and its people sign in'
export const ownServer = true

const admin = { email: 'head@example.org', password: 'a long enough riddle 9' }
const teacher = { email: 'rosa@example.org', password: 'another riddle altogether' }

export const run: Journey['run'] = async ({ startServer }) => {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'))
  const [backup, wiped] = [join(folder, 'backup'), join(folder, 'new')]
  try {
    const server = await startServer()
    await makeSchool(server)
    const before = await whatIsThere(await signIn(server.baseUrl, admin))
    mustEqual(await server.stop(), 0, 'Exit code before the backup')
    await waymark(server.dataFolder, 'backup', backup)
    await rm(server.dataFolder, { recursive: true })
    await waymark(wiped, 'restore', backup)
    await mustBeWhole(wiped)
    const restored = await startServer({ dataFolder: wiped })
    mustEqual(await whatIsThere(await signIn(restored.baseUrl, admin)), before, 'What the admin sees')
    await signIn(restored.baseUrl, teacher)
    await restored.remove()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A real school with a class, a teacher and a unit whose words look like commands of a dump. */
async function makeSchool({ baseUrl, output }: RunningServer): Promise<void> {
  const setup_token = /setup token: (\S+)/.exec(output())?.[1]
  must(setup_token, 'The server printed no setup token.')
  await apiOf(baseUrl).call('setUpSchool', {
    body: {
      setup_token,
      school: { name: 'Hill School', time_zone: 'Europe/London', locale: 'en-GB' },
      admin: { ...admin, first_name: 'Rosa', last_name: 'Head' },
    },
  })
  const school = await signIn(baseUrl, admin)
  await school.call('createUser', {
    body: { role: 'teacher', first_name: 'Jane', last_name: 'Doe', ...teacher },
  })
  await school.call('createUser', {
    body: {
      role: 'student',
      first_name: 'Zoë',
      last_name: 'O’Neill',
      password: 'a quiet river',
      year_group: 8,
    },
  })
  await (await signIn(baseUrl, teacher)).call('createUnit', {
    body: { title: '\\restrict; --\n\\.', subject: 'Computing', year_group: 8 },
  })
}

async function signIn(baseUrl: string, who: typeof admin): Promise<ApiCaller> {
  const signedIn = await apiOf(baseUrl).call('signIn', { body: who })
  must('access_token' in signedIn, 'The sign-in gave no token.')
  return apiOf(baseUrl, signedIn.access_token)
}

async function whatIsThere(caller: ApiCaller): Promise<unknown> {
  const people = (await caller.call('listUsers', {})).items
  const units = (await caller.call('listUnits', {})).items
  mustEqual([people.length, units.length], [3, 1], 'People and units')
  return { people: people.map(({ id, first_name, last_name }) => [id, first_name, last_name]), units }
}

/** Rows were counted, every link of the audit chain holds, nothing is to mend. */
async function mustBeWhole(dataFolder: string): Promise<void> {
  const { findings } = await waymark(dataFolder, 'doctor', '--data')
  const checks = findings as { check: string; ok: boolean; says: string }[]
  mustEqual(
    checks.filter(({ ok, check }) => !ok && check !== 'disk'),
    [],
    'What the doctor says is to mend',
  )
  for (const name of ['data', 'audit'])
    must(
      checks.some(({ check }) => check === name),
      `The doctor did not look at: ${name}.`,
    )
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Runs a command of the command line on a data folder; a command that fails is a fault. */
async function waymark(dataFolder: string, ...command: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['apps/server/cli.ts', '--json', ...command],
    { cwd: root, env: { ...process.env, WAYMARK_DATA: dataFolder, PORT: '0' } },
  )
  return JSON.parse(stdout) as Record<string, unknown>
}
