import { difficultyOfLevel, type QuestionInput } from '@waymark/questions/question.ts'
import { type Chance, seededChance } from './chance.ts'
import type { Candidate, Draft, Lesson, Offer } from './lesson.ts'
import { existingQuestionOffers } from './offers/existing-questions.ts'
import { misconceptionOffers } from './offers/misconceptions.ts'
import { numberOffers } from './offers/numbers.ts'
import { objectiveOffers } from './offers/objectives.ts'
import { sentenceOffers } from './offers/sentences.ts'
import { stepOffers } from './offers/steps.ts'
import { termSetOffers } from './offers/term-sets.ts'
import { termOffers } from './offers/terms.ts'
import { planQuiz, type Slot } from './plan.ts'
import { isComputing, strandOf } from './strands.ts'
import { openWorkshop } from './workshop.ts'

export interface GenerationOptions {
  question_count: number
  duration_minutes: number
  level_min: number
  level_max: number
  /** Kinds the registry has and the teacher allows. */
  kinds: ReadonlySet<string>
  /** Objectives to ask about; empty for all of the unit. */
  objective_ids: readonly string[]
  /** Another number gives another quiz; the same one gives the same bytes. */
  variation: number
}

/** The gate as the generator sees it: what it finds, whether two questions are one, or tell of each other. */
export interface CandidateGate {
  findingsOf(question: QuestionInput): readonly { level: 'error' | 'warning'; message: string }[]
  areAlike(a: QuestionInput, b: QuestionInput): boolean
  /** Whether who reads the one need not know the answer to the other. */
  giveAway(a: QuestionInput, b: QuestionInput): boolean
}

export interface Dropped {
  offer: string
  reason: string
}

export interface Generated {
  candidates: Candidate[]
  dropped: Dropped[]
  /** Ids of asked objectives with and without a question. */
  covered: string[]
  notCovered: string[]
}

/**
 * Makes a quiz from a lesson by rules (02 §4): offers, plan, words, gate. Questions about which the gate says
 * nothing at all come first; only where they do not reach for the asked count may warnings stay.
 * Pure: the same lesson, options and variation give the same bytes.
 */
export function generateQuiz(lesson: Lesson, options: GenerationOptions, gate: CandidateGate): Generated {
  const strict = generateWith(lesson, options, gate)
  if (strict.candidates.length >= options.question_count) return strict
  const lenient = generateWith(lesson, options, {
    ...gate,
    findingsOf: (question) => gate.findingsOf(question).filter(({ level }) => level === 'error'),
  })
  return lenient.candidates.length > strict.candidates.length ? lenient : strict
}

/**
 * A question that does not pass is replaced by planning again without it, so that every rule of the plan
 * still holds at the end.
 */
function generateWith(lesson: Lesson, options: GenerationOptions, gate: CandidateGate): Generated {
  const chance = seededChance(seedOf(lesson, options.variation))
  const objectives = lesson.objectives.filter(
    ({ id }) => options.objective_ids.length === 0 || options.objective_ids.includes(id),
  )
  const offers = new Set(
    thinned(
      chance.branch('offers').shuffled(offersOf(lesson, chance).filter((offer) => isWanted(offer, options))),
    ),
  )
  const writing = new Writing(lesson, chance, gate)
  const dropped: Dropped[] = []
  for (;;) {
    const { question_count: count, level_min, level_max, duration_minutes } = options
    const slots = planQuiz({ count, level_min, level_max, duration_minutes, objectives, offers: [...offers] })
    const { candidates, refused } = writing.write(slots)
    if (refused.length === 0) return { candidates, dropped, ...coverage(objectives, candidates) }
    for (const { offer, reason } of refused) {
      offers.delete(offer)
      dropped.push({ offer: offer.id, reason })
    }
  }
}

/** Everything the material can become, before any choice. */
export function offersOf(lesson: Lesson, chance: Chance): Offer[] {
  const workshop = openWorkshop(lesson)
  const offers = [
    ...termOffers(workshop),
    ...termSetOffers(workshop, chance),
    ...sentenceOffers(workshop),
    ...stepOffers(workshop),
    ...misconceptionOffers(workshop),
    ...objectiveOffers(workshop),
    ...existingQuestionOffers(workshop),
    ...numberOffers(workshop),
  ]
  return [...new Map(offers.map((offer) => [offer.id, offer])).values()]
}

/** More of one kind for one objective than any quiz can use. */
const MOST_ALIKE = 30

/** A long unit offers thousands of sentences; the plan needs a choice, not all of them. */
function thinned(offers: readonly Offer[]): Offer[] {
  const seen = new Map<string, number>()
  return offers.filter(({ kind, objectives }) => {
    const key = `${kind} ${objectives.join()}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count <= MOST_ALIKE
  })
}

function isWanted(offer: Offer, { kinds, objective_ids }: GenerationOptions): boolean {
  const asked = objective_ids.length === 0 || offer.objectives.length === 0
  return kinds.has(offer.kind) && (asked || offer.objectives.some((id) => objective_ids.includes(id)))
}

/** Ids are left out: the same words give the same questions wherever they are stored. */
function seedOf(lesson: Lesson, variation: number): string {
  const words = {
    title: lesson.title,
    objectives: lesson.objectives.map(({ text }) => text),
    vocabulary: lesson.vocabulary.map(({ term, definition }) => [term, definition]),
    passages: lesson.passages.map(({ text }) => text),
  }
  return `${variation}/${JSON.stringify(words)}`
}

function coverage(objectives: readonly { id: string }[], candidates: readonly Candidate[]) {
  const asked = new Set(candidates.map(({ slot }) => slot.objective_id))
  const ids = objectives.map(({ id }) => id)
  return { covered: ids.filter((id) => asked.has(id)), notCovered: ids.filter((id) => !asked.has(id)) }
}

/** Puts offers into words, each once per level, and asks the gate about them. */
class Writing {
  readonly #lesson: Lesson
  readonly #chance: Chance
  readonly #gate: CandidateGate
  readonly #drafts = new Map<string, Draft | null>()

  constructor(lesson: Lesson, chance: Chance, gate: CandidateGate) {
    this.#lesson = lesson
    this.#chance = chance
    this.#gate = gate
  }

  write(slots: readonly Slot<Offer>[]): {
    candidates: Candidate[]
    refused: { offer: Offer; reason: string }[]
  } {
    const candidates: Candidate[] = []
    const refused: { offer: Offer; reason: string }[] = []
    for (const slot of slots) {
      const question = this.#questionFor(slot)
      const reason = question ? this.#whyNot(question, candidates) : 'The words of the passage do not fit.'
      if (question && reason === null) candidates.push({ slot: { ...slot, offer: slot.offer.id }, question })
      else refused.push({ offer: slot.offer, reason: reason ?? '' })
    }
    return { candidates, refused }
  }

  #whyNot(question: QuestionInput, earlier: readonly Candidate[]): string | null {
    const [found] = this.#gate.findingsOf(question)
    if (found) return found.message
    const others = earlier.map((other) => other.question)
    if (others.some((other) => this.#gate.areAlike(other, question)))
      return 'It is almost the same as another question.'
    const tells = others.some((other) => this.#gate.giveAway(other, question))
    return tells ? 'Another question gives its answer away.' : null
  }

  #questionFor(slot: Slot<Offer>): QuestionInput | null {
    const key = `${slot.offer.id}@${slot.level}`
    let draft = this.#drafts.get(key)
    if (draft === undefined) {
      draft = slot.offer.write(slot, this.#chance.branch(key))
      this.#drafts.set(key, draft)
    }
    return draft && dress(draft, slot, this.#lesson)
  }
}

/** A draft with the fields that come from its place in the plan. */
export function dress(draft: Draft, slot: Slot<Offer>, lesson: Lesson): QuestionInput {
  return {
    kind: slot.kind,
    preset: draft.preset ?? null,
    stem: draft.stem,
    difficulty: difficultyOfLevel(slot.level),
    points: slot.points,
    time_estimate_seconds: slot.time_estimate_seconds,
    content: draft.content,
    hint: draft.hint,
    feedback: draft.feedback,
    competency_ids: [slot.objective_id ?? lesson.topic_id],
    strands: isComputing(lesson.subject) ? [strandOf(slot.offer.about, lesson.title)] : [],
    language: lesson.language,
    source_refs: [...draft.sources],
    origin: 'rules',
  }
}
