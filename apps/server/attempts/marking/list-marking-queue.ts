import type { MarkingItem, MarkingQueue } from '@waymark/contract/attempts/marking.ts'
import { isMarkedByTeacher } from '@waymark/questions/kinds.ts'
import type { Question } from '@waymark/questions/question.ts'
import { z } from 'zod'
import { listOwnClassrooms } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { listQuestions, listQuizFacts } from '../quiz-content.ts'
import { answerText } from '../results/get-attempt-results.ts'
import { countWaiting, listWaiting, type WaitingCount, type WaitingMark } from '../store/marks.ts'
import { schemeOf } from './scheme.ts'

const PAGE = 30
const Place = z.tuple([z.uuid(), z.string().regex(/^[0-9a-f]{32}$/), z.uuid()])

interface Query {
  cursor?: string | undefined
  limit?: number | undefined
  assignment_id?: string | undefined
  question_version_id?: string | undefined
}

/**
 * Answers that wait for the viewer: question by question, equal answers together, names off. Those of archived
 * classes only when their assignment is named, as from the page of the class, which counts them.
 */
export async function listMarkingQueue(
  ctx: Context,
  { cursor, limit = PAGE, assignment_id, question_version_id }: Query,
): Promise<z.output<typeof MarkingQueue>> {
  const place = readCursor(cursor, Place)
  return ctx.transaction(async (tx) => {
    const classrooms = await listOwnClassrooms(tx, ctx, { archivedToo: assignment_id !== undefined })
    const ids = classrooms.map(({ id }) => id)
    const counts = byQuestion(
      (await countWaiting(tx, ids)).filter(
        (one) => assignment_id === undefined || one.assignment_id === assignment_id,
      ),
    )
    const waiting = await listWaiting(tx, ids, {
      ...(assignment_id === undefined ? {} : { assignmentId: assignment_id }),
      ...(question_version_id === undefined ? {} : { versionId: question_version_id }),
      after: place && { versionId: place[0], digest: place[1], id: place[2] },
      limit: limit + 1,
    })
    const questions = await listQuestions(
      tx,
      counts.map((one) => one.question_version_id),
    )
    const quizzes = await listQuizFacts(tx, [...new Set(counts.map(({ quiz_id }) => quiz_id))])
    const classNames = new Map(classrooms.map(({ id, name }) => [id, name]))
    const page = pageOf(
      waiting,
      limit,
      ({ place }) => [place.versionId, place.digest, place.id],
      (one) => {
        const question = questions.get(one.mark.question_version_id)
        const facts = {
          quiz_title: quizzes.get(one.quiz_id)?.title ?? '',
          classroom_name: classNames.get(one.classroom_id) ?? '',
        }
        return question && isMarkedByTeacher(question) ? [itemOf(one, question, facts)] : []
      },
    )
    return {
      questions: counts.map(({ question_version_id: id, quiz_id, waiting: number }) => ({
        question_version_id: id,
        stem: questions.get(id)?.stem ?? '',
        quiz_title: quizzes.get(quiz_id)?.title ?? '',
        waiting: number,
      })),
      items: page.items.flat(),
      next_cursor: page.next_cursor,
    }
  })
}

/** One count for each question, whatever the number of assignments it is in. */
function byQuestion(counts: readonly WaitingCount[]): Omit<WaitingCount, 'assignment_id'>[] {
  const same = Map.groupBy(counts, ({ question_version_id }) => question_version_id)
  return [...same].flatMap(([question_version_id, all]) => {
    const quiz_id = all[0]?.quiz_id
    const waiting = all.reduce((sum, one) => sum + one.waiting, 0)
    return quiz_id === undefined ? [] : [{ question_version_id, quiz_id, waiting }]
  })
}

function itemOf(
  { mark, assignment_id }: WaitingMark,
  question: Question,
  facts: { quiz_title: string; classroom_name: string },
): z.output<typeof MarkingItem> {
  const answer_text = answerText(question, mark.answer)
  return {
    ...facts,
    ...schemeOf(question),
    mark_id: mark.id,
    assignment_id,
    question_version_id: mark.question_version_id,
    stem: question.stem,
    points: question.points,
    answer_text,
    words: answer_text.split(/\s+/u).filter((word) => word !== '').length,
    waiting_since: mark.marked_at.toISOString(),
  }
}
