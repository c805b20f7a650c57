import { levelsOf } from './levels.ts'
import { groupOf, groupOfLevel, ladderOf } from './verbs.ts'

/** Something the material can become: one question of one kind. Made before any of its text is written. */
export interface Offered {
  id: string
  kind: string
  /** Competency ids of the objectives it bears on; empty when it bears on the unit's topic alone. */
  objectives: readonly string[]
  /** What it asks about; two questions about the same thing are avoided while others are left. */
  subjects: readonly string[]
  /** Levels it suits; beyond them it is still possible. */
  levels: readonly [number, number]
  /** Shows more than others of its kind would: a misconception, a question the teacher wrote. */
  telling?: boolean
}

export interface PlanRequest<O extends Offered = Offered> {
  count: number
  level_min: number
  level_max: number
  duration_minutes: number
  objectives: readonly { id: string; text: string }[]
  offers: readonly O[]
}

/** One place in the quiz before it has words. */
export interface Slot<O extends Offered = Offered> {
  position: number
  level: number
  objective_id: string | null
  kind: string
  points: number
  time_estimate_seconds: number
  offer: O
}

/** A place of the plan as it can be kept and sent: its offer by name. */
export type PlannedPlace = Omit<Slot, 'offer'> & { offer: string }

/** Most questions in a row of one kind. */
const LONGEST_RUN = 3
const FEW_KINDS = 4

/**
 * The plan of a quiz (02 §3). Where the material does not reach for the asked count, the longest quiz that
 * keeps every rule is planned; its levels are those of its own length.
 */
export function planQuiz<O extends Offered>(request: PlanRequest<O>): Slot<O>[] {
  for (let count = Math.min(request.count, request.offers.length); count > 0; count -= 1) {
    const slots = tryCount({ ...request, count })
    if (slots) return timed(slots, request.duration_minutes)
  }
  return []
}

/** How many questions of one kind a quiz may have. */
export function mostOfKind(count: number): number {
  return count >= 5 ? Math.floor(0.4 * count) : count
}

function tryCount<O extends Offered>(request: PlanRequest<O>): Slot<O>[] | null {
  const levels = levelsOf(request.count, request.level_min, request.level_max)
  const draft = new Draft(request)
  for (const level of levels) {
    if (!draft.place(level)) return null
  }
  return draft.slots
}

/** A plan while it grows from the first question to the last. */
class Draft<O extends Offered> {
  readonly slots: Slot<O>[] = []
  readonly #request: PlanRequest<O>
  readonly #left: Set<O>
  readonly #kindUses = new Map<string, number>()
  readonly #subjectUses = new Map<string, number>()
  readonly #objectiveUses: Map<string, number>
  readonly #kindsWanted: number

  constructor(request: PlanRequest<O>) {
    this.#request = request
    this.#left = new Set(request.offers)
    this.#objectiveUses = new Map(request.objectives.map(({ id }) => [id, 0]))
    const kinds = new Set(request.offers.map((offer) => offer.kind)).size
    this.#kindsWanted = request.count >= 8 ? Math.min(FEW_KINDS, kinds) : 0
  }

  /** Fills the next place, objectives in turn; false when nothing keeps the rules. */
  place(level: number): boolean {
    const turn = this.#request.objectives.toSorted(
      (a, b) => (this.#objectiveUses.get(a.id) ?? 0) - (this.#objectiveUses.get(b.id) ?? 0),
    )
    for (const objective of [...turn, null]) {
      const offer = this.#choose(objective, level)
      if (!offer) continue
      this.#take(offer, objective?.id ?? null, level)
      return true
    }
    return false
  }

  #choose(objective: { id: string; text: string } | null, level: number): O | null {
    const fitting = [...this.#left].filter(
      (offer) =>
        this.#mayFollow(offer.kind) &&
        (objective ? offer.objectives.includes(objective.id) : offer.objectives.length === 0),
    )
    const group = objective ? groupOf(objective.text) : groupOfLevel(level)
    for (const kinds of ladderOf(group)) {
      const onRung = fitting.filter((offer) => kinds.includes(offer.kind))
      const best = least(onRung, (offer) => this.#cost(offer, level))
      if (best) return best
    }
    return null
  }

  #mayFollow(kind: string): boolean {
    const uses = this.#kindUses.get(kind) ?? 0
    if (uses >= mostOfKind(this.#request.count)) return false
    const last = this.slots.slice(-LONGEST_RUN)
    if (last.length === LONGEST_RUN && last.every((slot) => slot.kind === kind)) return false
    const missing = this.#kindsWanted - this.#kindUses.size
    const placesLeft = this.#request.count - this.slots.length
    return missing < placesLeft || uses === 0
  }

  /** Variety of kinds first, then a fitting level, then a subject not asked about yet. */
  #cost(offer: O, level: number): number {
    const [low, high] = offer.levels
    const astray = Math.max(0, low - level, level - high)
    const asked = Math.max(0, ...offer.subjects.map((subject) => this.#subjectUses.get(subject) ?? 0))
    // Each further answer that only a teacher can mark costs a lesson's evening.
    const perUse = offer.kind === 'extended_text' ? 6 : 2
    const uses = this.#kindUses.get(offer.kind) ?? 0
    return uses * perUse + astray * 4 + asked * 3 - (offer.telling ? 3 : 0)
  }

  #take(offer: O, objectiveId: string | null, level: number): void {
    this.#left.delete(offer)
    count(this.#kindUses, offer.kind)
    for (const subject of offer.subjects) count(this.#subjectUses, subject)
    if (objectiveId) count(this.#objectiveUses, objectiveId)
    this.slots.push({
      position: this.slots.length + 1,
      level,
      objective_id: objectiveId,
      kind: offer.kind,
      points: pointsOf(offer.kind, level),
      time_estimate_seconds: 0,
      offer,
    })
  }
}

function count(uses: Map<string, number>, key: string): void {
  uses.set(key, (uses.get(key) ?? 0) + 1)
}

/** The member with the least cost, the first of equals. */
function least<T>(list: readonly T[], costOf: (member: T) => number): T | null {
  let best: { member: T; cost: number } | null = null
  for (const member of list) {
    const cost = costOf(member)
    if (!best || cost < best.cost) best = { member, cost }
  }
  return best?.member ?? null
}

const kindsWorthMore = new Set(['extended_text', 'python_code', 'code_debug', 'code_completion', 'parsons'])

/** Points of a question of a level (02 §3). */
export function pointsOf(kind: string, level: number): number {
  if (kindsWorthMore.has(kind)) return level + 1
  return level <= 3 ? 1 : 2
}

const usualSeconds: Record<string, number> = {
  multiple_choice: 60,
  text_input: 60,
  cloze: 75,
  multiple_select: 80,
  numeric: 90,
  matching: 120,
  ordering: 120,
  extended_text: 300,
}

/** Times that suit kind and level, stretched or tightened towards the asked duration as far as is honest. */
function timed<O extends Offered>(slots: readonly Slot<O>[], minutes: number): Slot<O>[] {
  const usual = slots.map((slot) => (usualSeconds[slot.kind] ?? 90) * (0.8 + 0.1 * slot.level))
  const total = usual.reduce((sum, seconds) => sum + seconds, 0)
  const stretch = Math.min(2, Math.max(0.5, (minutes * 60) / total))
  return slots.map((slot, index) => {
    const seconds = Math.round(((usual[index] ?? 90) * stretch) / 5) * 5
    return { ...slot, time_estimate_seconds: Math.min(600, Math.max(30, seconds)) }
  })
}
