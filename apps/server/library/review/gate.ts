import type * as shape from '@waymark/contract/library-shapes.ts'
import { type Finding, fingerprint, gateQuestion, gateQuiz, likestKnown } from '@waymark/questions/gate.ts'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { isComputing } from '../generator/strands.ts'
import { ofKind } from '../materials/material.ts'
import { listMaterials } from '../store/materials.ts'
import { listCitedPassages } from '../store/passages.ts'
import { listKnownQuestions, type StoredQuestion } from '../store/questions.ts'
import { type Dismissal, listObjectiveIds, type Quiz } from '../store/quizzes.ts'
import type { Unit } from '../store/units.ts'

/** A finding with the question it is about and the reason it was set aside, if it was. */
export type ShownFinding = z.input<typeof shape.Finding>

export type CitedPassage = Awaited<ReturnType<typeof listCitedPassages>>[number]

/** What the gate needs to know of a unit and of the passages that its questions cite. */
export interface GateFacts {
  vocabulary: string[]
  yearGroup: number
  isComputing: boolean
  passages: ReadonlyMap<string, CitedPassage>
}

export async function gateFactsFor(
  tx: Tx,
  unit: Unit,
  questions: readonly StoredQuestion[],
): Promise<GateFacts> {
  const vocabulary = ofKind(await listMaterials(tx, unit.id), 'vocabulary').map(({ content }) => content.term)
  const cited = questions.flatMap(({ current }) =>
    current.question.source_refs.map(({ passage_id }) => passage_id),
  )
  const passages = await listCitedPassages(tx, cited)
  return {
    vocabulary,
    yearGroup: unit.year_group,
    isComputing: isComputing(unit.subject),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
  }
}

/** What the gate finds about one question. */
export function findingsAbout({ id, current }: StoredQuestion, facts: GateFacts): ShownFinding[] {
  const findings = gateQuestion(current.question, {
    vocabulary: facts.vocabulary,
    yearGroup: facts.yearGroup,
    passages: new Map([...facts.passages].map(([passageId, { text }]) => [passageId, text])),
    questionTests: current.tests,
  })
  return findings.map((finding) => shown(finding, id, current.dismissals))
}

/** What the gate finds about a quiz as a whole and about each of its questions. */
export async function findingsAboutQuiz(
  tx: Tx,
  quiz: Quiz,
  questions: readonly StoredQuestion[],
  facts: GateFacts,
): Promise<ShownFinding[]> {
  const inOrder = questions.filter(({ position }) => position !== null)
  const whole = gateQuiz({
    questions: inOrder.map(({ current, review_state }) => ({
      question: current.question,
      approved: review_state === 'approved',
    })),
    objective_ids: await listObjectiveIds(tx, quiz.id),
    durationMinutes: quiz.duration_minutes,
    isComputing: facts.isComputing,
  })
  return [
    ...whole.map((finding) => shown(finding, questionAt(finding.pointer, inOrder), quiz.dismissals)),
    ...(await repeats(tx, quiz, inOrder)),
    ...inOrder.flatMap((question) => findingsAbout(question, facts)),
  ]
}

/** Whether nothing blocks; warnings never do. */
export const passes = (findings: readonly ShownFinding[]): boolean =>
  findings.every(({ level }) => level !== 'error')

export const openWarnings = (findings: readonly ShownFinding[]): ShownFinding[] =>
  findings.filter(({ level, dismissed }) => level === 'warning' && dismissed === null)

function shown(finding: Finding, questionId: string | null, dismissals: readonly Dismissal[]): ShownFinding {
  const dismissal = dismissals.find(
    ({ code, pointer }) => code === finding.code && pointer === finding.pointer,
  )
  return {
    ...finding,
    question_id: questionId,
    dismissed: finding.level === 'warning' ? (dismissal?.reason ?? null) : null,
  }
}

function questionAt(pointer: string, inOrder: readonly StoredQuestion[]): string | null {
  const index = pointer.match(/^\/questions\/(\d+)/)?.[1]
  return index === undefined ? null : (inOrder[Number(index)]?.id ?? null)
}

/** Questions that the school has already, in its most recent ones. */
async function repeats(tx: Tx, quiz: Quiz, inOrder: readonly StoredQuestion[]): Promise<ShownFinding[]> {
  const known = (await listKnownQuestions(tx, quiz.id)).map(({ id, question }) => ({
    id,
    print: fingerprint(question),
  }))
  return inOrder.flatMap(({ current, derived_from }, index) => {
    const others = known.filter(({ id }) => id !== derived_from)
    const likest = likestKnown(fingerprint(current.question), others)
    if (!likest) return []
    const message = `This is ${Math.round(likest.likeness * 100)}% like a question of another quiz.`
    const finding = {
      level: 'warning',
      code: 'near_duplicate',
      pointer: `/questions/${index}`,
      message,
    } as const
    return [shown(finding, inOrder[index]?.id ?? null, quiz.dismissals)]
  })
}
