import type { ClassResults, ResultsQuery } from '@waymark/contract/attempts/results.ts'
import type { z } from 'zod'
import { auditClassLook, type Classroom, displayName } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { assignmentOf } from '../assignments/show-assignment.ts'
import { ringBellsOf } from '../marking/ring-bells.ts'
import { getQuizForResults } from '../quiz-content.ts'
import { getAssignmentFor, listExpected } from '../reach.ts'
import { type AssignmentRecord, listOverrides } from '../store/assignments.ts'
import { type AttemptRecord, listAttemptsOf } from '../store/attempts.ts'
import { listWorkFacts } from '../store/work-facts.ts'
import { figuresOf } from './figures.ts'
import { attemptOf, chooseRows, rowOf, type StudentWork } from './rows.ts'

export interface ClassWork {
  assignment: AssignmentRecord
  classroom: Classroom
  works: StudentWork[]
}

/** Everyone an assignment is or was meant for, with their attempts: leavers stay while they have one. */
export async function gatherWork(ctx: Context, tx: Tx, assignmentId: string): Promise<ClassWork> {
  const { assignment, classroom } = await getAssignmentFor(tx, ctx, assignmentId)
  await ringBellsOf(ctx, tx, assignmentId)
  const attempts = groupByStudent(await listAttemptsOf(tx, [assignmentId]))
  const excused = new Set(
    (await listOverrides(tx, [assignmentId])).flatMap((one) => (one.excused ? [one.student_id] : [])),
  )
  const students = await listExpected(tx, ctx, assignment, [...attempts.keys()])
  const works = students.map((student) => ({
    student_id: student.id,
    name: displayName(student),
    sort_key: `${student.last_name} ${student.first_name}`,
    excused: excused.has(student.id),
    attempts: attempts.get(student.id) ?? [],
  }))
  return { assignment, classroom, works }
}

function groupByStudent(attempts: readonly AttemptRecord[]): Map<string, AttemptRecord[]> {
  const groups = new Map<string, AttemptRecord[]>()
  for (const attempt of attempts)
    groups.set(attempt.student_id, [...(groups.get(attempt.student_id) ?? []), attempt])
  return groups
}

/** Tiles, histogram and table from the same rows, so that screen, file and print cannot differ. */
export async function classResults(
  ctx: Context,
  tx: Tx,
  assignmentId: string,
  query: ResultsQuery,
): Promise<z.output<typeof ClassResults>> {
  const work = await gatherWork(ctx, tx, assignmentId)
  await auditClassLook(ctx, tx, work.classroom.id, 'results')
  const { assignment, classroom } = work
  const rule = assignment.settings.attempt_counts
  const told = work.works.map((one) => ({ one, attempt: attemptOf(one, rule) }))
  const facts = await listWorkFacts(
    tx,
    told.flatMap(({ attempt }) => attempt?.id ?? []),
  )
  const rows = told.map(({ one, attempt }) =>
    rowOf(one, attempt, attempt ? facts.get(attempt.id) : undefined),
  )
  const chosen = chooseRows(rows, query, whoIs(ctx).locale)
  const { counted, excluded, ...figures } = figuresOf(chosen)
  const quiz = await getQuizForResults(tx, assignment.quiz_id)
  return {
    assignment: await assignmentOf(ctx, tx, assignment, classroom.name),
    basis: { attempts_counted: counted, rule, excluded, as_of: ctx.now.toISOString() },
    ...figures,
    questions: quiz.questions.map(({ question_id, question_version_id, question }, index) => ({
      position: index + 1,
      question_id,
      question_version_id,
      stem: question.stem,
    })),
    rows: chosen.map(({ row }) => row),
  }
}

export const getClassResults = (ctx: Context, assignmentId: string, query: ResultsQuery) =>
  ctx.transaction((tx) => classResults(ctx, tx, assignmentId, query))
