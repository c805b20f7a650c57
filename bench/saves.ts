import type { Figure } from './figure.ts'
import { Caller } from './saves/caller.ts'
import { publishQuiz } from './saves/publish-quiz.ts'
import { Student } from './saves/student.ts'
import { postgresUrl, startSchoolServer } from './school/run-server.ts'

interface Load {
  students: number
  startLimitMs: number
  saveLimitMs: number
  memoryLimitMb: number
}

/** The database lives in the server's own process (spec 10 §7). */
const EMBEDDED_MEMORY_MB = 800

/** The first two rows of spec 03 §17, which speaks of PostgreSQL; the third is beyond this size of installation. */
const loads: Load[] = [
  { students: 30, startLimitMs: 500, saveLimitMs: 100, memoryLimitMb: 400 },
  { students: 300, startLimitMs: 2000, saveLimitMs: 250, memoryLimitMb: 600 },
]

/**
 * A class quiz burst over HTTP against a server in a process of its own: everybody starts in the same second,
 * then saves one event a second, then finishes. Afterwards the answers of all are compared by hash. The
 * students share the machine with the server.
 */
export async function run(options: { quick?: boolean } = {}): Promise<Figure[]> {
  const seconds = options.quick ? 5 : 30
  const figures: Figure[] = []
  for (const load of loads)
    figures.push(...(await measure({ ...load, memoryLimitMb: EMBEDDED_MEMORY_MB }, 'embedded', seconds)))
  if (postgresUrl)
    for (const load of loads) figures.push(...(await measure(load, 'PostgreSQL', seconds, postgresUrl)))
  return figures
}

async function measure(load: Load, database: string, seconds: number, postgres?: string): Promise<Figure[]> {
  const server = await startSchoolServer({ students: load.students, ...(postgres ? { postgres } : {}) })
  const { address, classroomId } = server
  try {
    const assignment = await publishQuiz(new Caller(address, 'teacher'), classroomId)
    const students = Array.from(
      { length: load.students },
      (_, index) => new Student(new Caller(address, `student-${index}`)),
    )
    const begun = await server.use()
    const starts = await Promise.all(
      students.map(async (student) => {
        await within(1000)
        return student.start(assignment)
      }),
    )
    const before = await server.use()
    await Promise.all(students.map((student) => saveEachSecond(student, seconds)))
    const after = await server.use()
    const finishes = await Promise.all(students.map((student) => student.finish()))
    const whole = await Promise.all(students.map((student) => student.isWhole()))
    return figuresOf(load, database, {
      starts,
      saves: students.flatMap((student) => student.saves),
      finishes,
      megabytes: after.megabytes,
      startCpuMs: before.cpuMs - begun.cpuMs,
      saveCpuMs: after.cpuMs - before.cpuMs,
      broken: whole.filter((one) => !one).length,
    })
  } finally {
    await server.stop()
  }
}

/** One event a second, at a moment of the second that is this student's own. */
async function saveEachSecond(student: Student, seconds: number): Promise<void> {
  await within(1000)
  const begun = performance.now()
  for (let second = 1; second <= seconds; second += 1) {
    await student.save()
    await pause(Math.max(0, begun + second * 1000 - performance.now()))
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const within = (milliseconds: number) => pause(Math.random() * milliseconds)

interface Measured {
  starts: number[]
  saves: number[]
  finishes: number[]
  megabytes: number
  startCpuMs: number
  saveCpuMs: number
  broken: number
}

function figuresOf(load: Load, database: string, measured: Measured): Figure[] {
  const { starts, saves, finishes, megabytes, startCpuMs, saveCpuMs, broken } = measured
  const figure = (what: string, value: number, unit: string, more: Partial<Figure> = {}): Figure => ({
    name: `${load.students} students, ${database}: ${what}`,
    value,
    unit,
    ...more,
  })
  return [
    figure('start p95', p95(starts), 'ms', { limit: load.startLimitMs, note: 'in one second' }),
    figure('processor time of a start', startCpuMs / starts.length, 'ms', { note: 'with its bundle' }),
    figure('save p95', p95(saves), 'ms', { limit: load.saveLimitMs, note: `${saves.length} saves` }),
    figure('processor time of a save', saveCpuMs / saves.length, 'ms', { note: 'of the whole server' }),
    figure('finish p95', p95(finishes), 'ms', { note: 'all in the same moment, marked' }),
    figure('memory of the server', megabytes, 'MB', { limit: load.memoryLimitMb }),
    figure('answers lost or doubled', broken, 'students', { limit: 0 }),
  ]
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0
