import { createHash } from 'node:crypto'
import type { RecomputeRequest } from '@waymark/contract/mastery.ts'
import type { z } from 'zod'
import { mapClassroomsOfWork } from '../../attempts/index.ts'
import { type CountingAnswer, listCountingAnswers } from '../../evidence/index.ts'
import { listOwnClassrooms, maySeeStudent } from '../../people/index.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'

/** More would not fit one answer, nor one look. */
const MOST_STUDENTS = 3000

/** The answers of a change, by student. */
export type ChosenAnswers = ReadonlyMap<string, readonly CountingAnswer[]>

/**
 * The answers that the request names, count now and lie within the viewer's reach: a teacher's are those of
 * work of own classes, by students who are in them today. Whatever is named and has none is not found.
 */
export async function chooseAnswers(
  ctx: Context,
  tx: Tx,
  request: Pick<z.output<typeof RecomputeRequest>, 'mark_ids' | 'question_version_ids'>,
): Promise<ChosenAnswers> {
  const markIds = request.mark_ids.map((id) => id.toLowerCase())
  const questionVersionIds = request.question_version_ids.map((id) => id.toLowerCase())
  const named = await listCountingAnswers(tx, { markIds, questionVersionIds })
  const answers = whoIs(ctx).role === 'admin' ? named : await ofOwnClasses(ctx, tx, named)
  requireAll('/mark_ids', markIds, new Set(answers.map(({ mark_id }) => mark_id)))
  const versions = new Set(answers.map(({ question_version_id }) => question_version_id ?? ''))
  requireAll('/question_version_ids', questionVersionIds, versions)
  const byStudent = Map.groupBy(answers, ({ student_id }) => student_id)
  if (byStudent.size > MOST_STUDENTS) throw new Refused('too_large', { students_at_most: MOST_STUDENTS })
  return byStudent
}

async function ofOwnClasses(
  ctx: Context,
  tx: Tx,
  answers: readonly CountingAnswer[],
): Promise<CountingAnswer[]> {
  const own = new Set((await listOwnClassrooms(tx, ctx)).map(({ id }) => id))
  const classrooms = await mapClassroomsOfWork(tx, [
    ...new Set(answers.flatMap(({ attempt_id }) => attempt_id ?? [])),
  ])
  const ofOwn = answers.filter(({ attempt_id }) => own.has(classrooms.get(attempt_id ?? '') ?? ''))
  const students = new Set<string>()
  for (const id of new Set(ofOwn.map(({ student_id }) => student_id)))
    if (await maySeeStudent(tx, ctx, id)) students.add(id)
  return ofOwn.filter(({ student_id }) => students.has(student_id))
}

function requireAll(pointer: string, named: readonly string[], found: ReadonlySet<string>): void {
  const missing = named.findIndex((id) => !found.has(id))
  if (missing !== -1) throw new Refused('not_found', { pointer: `${pointer}/${missing}` })
}

/** The same for the same answers, and only for them: what a preview is known by. */
export function previewOf(chosen: ChosenAnswers): string {
  const lines = [...chosen.values()]
    .flat()
    .map(({ student_id, source, mark_id }) => `${student_id} ${source} ${mark_id}`)
  return createHash('sha256').update(lines.sort().join('\n'), 'utf8').digest('hex')
}
