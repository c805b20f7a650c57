import type { EstimateMove } from '@waymark/contract/mastery.ts'
import type { TracerParameters } from '@waymark/science/mastery/tracer-parameters.ts'
import type { z } from 'zod'
import { type FoldablePiece, listFoldable, listReplies, mapHeads } from '../../evidence/index.ts'
import { listCompetencies } from '../../library/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { answersFrom, dayNumber } from '../answers.ts'
import { type Estimate, estimateFrom } from '../estimate.ts'
import { estimatesAt } from '../estimates-at.ts'
import { contestedBy, standingReplies, withOpenReply } from '../open-replies.ts'
import { showEstimate } from '../show-estimate.ts'
import { getParameters } from '../store/parameters.ts'
import { getSchoolDay } from '../store/tracer-states.ts'
import { estimateAt, foldAnswers, newStudentFold } from '../student-fold.ts'
import type { ChosenAnswers } from './choose-answers.ts'

type Move = z.output<typeof EstimateMove>

interface Moved {
  studentId: string
  competencyId: string
  before: Estimate
  after: Estimate
}

/** What would become of each estimate without these answers; those that stay as they are are left out. */
export async function previewMoves(ctx: Context, tx: Tx, chosen: ChosenAnswers): Promise<Move[]> {
  const parameters = await getParameters(tx, ctx.now)
  const today = dayNumber(await getSchoolDay(tx, ctx.now))
  const heads = await mapHeads(tx, [...chosen.keys()])
  const moved: Moved[] = []
  for (const [studentId, answers] of chosen) {
    const pieces = await listFoldable(tx, studentId, heads.get(studentId) ?? 0)
    const gone = new Set(answers.map(({ event_id }) => event_id))
    const replies = await listReplies(tx, [studentId], null)
    const estimates = (counting: readonly FoldablePiece[]) => estimatesOf(counting, parameters, today)
    const contested = (left: (eventId: string) => boolean) =>
      contestedBy(
        standingReplies(
          replies,
          ({ evidence_id, about_event_id }) => evidence_id !== null && left(about_event_id ?? ''),
        ),
      )
    const then = { estimates: estimates(pieces), contested: contested(() => true) }
    const next = {
      estimates: estimates(pieces.filter(({ event_id }) => !gone.has(event_id))),
      contested: contested((eventId) => !gone.has(eventId)),
    }
    const unmet = estimateFrom(estimateAt(newStudentFold(), parameters, '', today), undefined)
    for (const competencyId of then.estimates.keys()) {
      const at = ({ estimates: known, contested: open }: typeof then) =>
        withOpenReply(known.get(competencyId) ?? unmet, open.has(`${studentId}~${competencyId}`))
      moved.push({ studentId, competencyId, before: at(then), after: at(next) })
    }
  }
  return showMoves(tx, moved)
}

function estimatesOf(
  pieces: readonly FoldablePiece[],
  parameters: TracerParameters,
  today: number,
): Map<string, Estimate> {
  const fold = newStudentFold()
  foldAnswers(fold, parameters, answersFrom(pieces))
  return estimatesAt(fold, parameters, today)
}

async function showMoves(tx: Tx, moved: readonly Moved[]): Promise<Move[]> {
  const competencies = await listCompetencies(tx, [...new Set(moved.map(({ competencyId }) => competencyId))])
  const known = new Map(competencies.map((one) => [one.id, one]))
  return moved
    .flatMap(({ studentId, competencyId, before, after }): Move[] => {
      const competency = known.get(competencyId)
      if (!competency) return []
      const shown = { before: positionOf(competency, before), after: positionOf(competency, after) }
      if (JSON.stringify(shown.before) === JSON.stringify(shown.after)) return []
      const direction = directionOf(before.value?.probability, after.value?.probability)
      return [
        { student_id: studentId, competency_id: competencyId, title: competency.title, ...shown, direction },
      ]
    })
    .sort((a, b) => compare(a.student_id, b.student_id) || compare(a.title, b.title))
}

function positionOf(competency: { id: string; title: string }, estimate: Estimate): Move['before'] {
  const { probability, interval, standing, state, state_reasons, evidence_count } = showEstimate(
    competency,
    estimate,
  )
  return { probability, interval, standing, state, state_reasons, evidence_count }
}

function directionOf(before: number | undefined, after: number | undefined): Move['direction'] {
  if (before === undefined || after === undefined) return null
  return after > before ? 'up' : after < before ? 'down' : 'same'
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
