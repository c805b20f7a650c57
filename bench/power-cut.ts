import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Figure } from './figure.ts'
import { Caller } from './saves/caller.ts'
import { publishQuiz } from './saves/publish-quiz.ts'
import { Student } from './saves/student.ts'
import { startSchoolServer } from './school/run-server.ts'

const STUDENTS = 300
const SECONDS_BEFORE_THE_CUT = 6

/**
 * kill -9 in the middle of a class quiz of 300 students who save one event a second, then a start on the same
 * folder. Everybody sends again what had not been acknowledged; afterwards the answers that the students hold
 * are compared with the server's by hash, and each line of events by its length (spec 10 §9, line 5).
 */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-power-cut-'))
  try {
    return await cutAndCompare(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function cutAndCompare(folder: string): Promise<Figure[]> {
  const first = await startSchoolServer({ students: STUDENTS, folder })
  const assignment = await publishQuiz(new Caller(first.address, 'teacher'), first.classroomId)
  const students = Array.from(
    { length: STUDENTS },
    (_, index) => new Student(new Caller(first.address, `student-${index}`)),
  )
  await Promise.all(students.map((student) => student.start(assignment)))

  let cut = false
  const writing = students.map((student) => saveUntil(student, () => cut))
  await pause(SECONDS_BEFORE_THE_CUT * 1000)
  cut = true
  await Promise.all([first.kill(), ...writing])
  const acknowledged = students.reduce((sum, { saves }) => sum + saves.length, 0)

  const begun = performance.now()
  const second = await startSchoolServer({ students: STUDENTS, folder })
  const restart = performance.now() - begun
  for (const student of students) {
    student.moveTo(second.address)
    await student.resend()
  }
  const whole = await Promise.all(students.map((student) => student.isWhole()))
  await second.stop()
  return [
    { name: 'answers acknowledged before the cut', value: acknowledged, unit: 'answers' },
    { name: 'start on the folder after kill -9', value: restart, unit: 'ms' },
    {
      name: 'answers lost or doubled by the cut',
      value: whole.filter((one) => !one).length,
      unit: 'students',
      limit: 0,
    },
  ]
}

/** One event a second until the line is cut; what is under way then stays unacknowledged. */
async function saveUntil(student: Student, isCut: () => boolean): Promise<void> {
  await pause(Math.random() * 1000)
  while (!isCut()) {
    const begun = performance.now()
    try {
      await student.save()
    } catch (fault) {
      if (!isCut()) throw fault
    }
    await pause(Math.max(0, begun + 1000 - performance.now()))
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
