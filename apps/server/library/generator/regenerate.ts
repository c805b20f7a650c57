import { levelOfDifficulty, type QuestionInput } from '@waymark/questions/question.ts'
import { seededChance } from './chance.ts'
import { type CandidateGate, dress, offersOf } from './generate.ts'
import type { Lesson, Offer } from './lesson.ts'

/** The question that another version is wanted of, and its place in the quiz. */
export interface Replaced {
  kind: string
  difficulty: number
  points: number
  time_estimate_seconds: number
  competency_ids: readonly string[]
}

/** A question told by another is worse than one with any number of warnings. */
const TOLD = 1000

/** What a new question must be unlike. */
export interface Known {
  /** The other questions of the quiz: one that gives the answer away comes only where nothing else is left. */
  others: readonly QuestionInput[]
  /** What stood in this place before. */
  versions: readonly QuestionInput[]
}

/**
 * Another question for the same place: of the same objective, and with `kinds` holding one member of the same
 * kind, unlike every question of the quiz. Null when the material has none left. `turn` counts how often the
 * place was filled, so that each try gives something else.
 */
export function regenerateQuestion(
  lesson: Lesson,
  replaced: Replaced,
  kinds: ReadonlySet<string>,
  { others, versions }: Known,
  turn: number,
  gate: CandidateGate,
): QuestionInput | null {
  const chance = seededChance(`${turn}/${lesson.title}/${replaced.kind}`)
  const level = levelOfDifficulty(replaced.difficulty)
  const objectiveId = lesson.objectives.find(({ id }) => id === replaced.competency_ids[0])?.id ?? null
  const serves = (offer: Offer) =>
    objectiveId === null ? offer.objectives.length === 0 : offer.objectives.includes(objectiveId)
  const offers = chance.shuffled(
    offersOf(lesson, chance).filter((offer) => kinds.has(offer.kind) && serves(offer)),
  )
  const written = offers.flatMap((offer) => {
    const draft = offer.write({ level }, chance.branch(offer.id))
    if (!draft) return []
    const { points, time_estimate_seconds } = replaced
    const slot = {
      position: 1,
      level,
      objective_id: objectiveId,
      kind: offer.kind,
      points,
      time_estimate_seconds,
      offer,
    }
    const question = dress(draft, slot, lesson)
    if ([...others, ...versions].some((other) => gate.areAlike(other, question))) return []
    const findings = gate.findingsOf(question)
    if (findings.some((finding) => finding.level === 'error')) return []
    const isTold = others.some((other) => gate.giveAway(other, question))
    return [{ question, faults: findings.length + (isTold ? TOLD : 0) }]
  })
  const [best] = written.toSorted((a, b) => a.faults - b.faults)
  return best?.question ?? null
}
