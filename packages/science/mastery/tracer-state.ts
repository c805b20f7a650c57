/** What one student's answers have left behind; no identity in it. Plain numbers, changed in place by a step. */
export interface TracerState {
  /** θu: how this student differs from others, on every competency. */
  mean: number
  variance: number
  /** Answers so far, and the sum of their marks. */
  answers: number
  wins: number
  /** Sums of marks, faded by each of `RATES` per answer. */
  faded: [number, number, number]
  competencies: Map<string, CompetencyState>
  questions: Map<string, QuestionState>
  /** Place of the newest folded answer; null before the first. */
  newest: Place | null
}

/** Where an answer stands in a student's order: by time, then by event id. */
export interface Place {
  /** Milliseconds since 1970, UTC; a fraction is allowed. */
  occurredAt: number
  eventId: string
}

export interface CompetencyState {
  /** θuc: how this student differs from others on this competency alone. */
  mean: number
  variance: number
  tries: number
  wins: number
  /** Sum of marks, faded by `RATES[0]` per answer on this competency. */
  faded: number
  /** 1 or −1 after a mark of at least or below ½; 0 before the first. */
  last: number
  /** The student's answers before the newest one on this competency. */
  answersThen: number
  /** Local day of the newest answer, as days since 1970-01-01. */
  lastDay: number
}

export interface QuestionState {
  tries: number
  wins: number
  last: number
  answersThen: number
}

/** Per-answer factors of the decayed success rates. */
export const RATES = [0.7, 0.9, 0.97] as const

const STUDENT_VARIANCE = 0.5
export const STUDENT_COMPETENCY_VARIANCE = 0.15

/** Before the first answer. */
export function newTracerState(): TracerState {
  return {
    mean: 0,
    variance: STUDENT_VARIANCE,
    answers: 0,
    wins: 0,
    faded: [0, 0, 0],
    competencies: new Map(),
    questions: new Map(),
    newest: null,
  }
}

export function newCompetencyState(): CompetencyState {
  return {
    mean: 0,
    variance: STUDENT_COMPETENCY_VARIANCE,
    tries: 0,
    wins: 0,
    faded: 0,
    last: 0,
    answersThen: 0,
    lastDay: 0,
  }
}

/** A copy that holds only what a read-out of one competency needs; later steps leave the original alone. */
export function copyForCompetency(state: TracerState, competency: string): TracerState {
  const met = state.competencies.get(competency)
  return {
    ...state,
    faded: [...state.faded],
    competencies: new Map(met ? [[competency, { ...met }]] : []),
    questions: new Map(),
  }
}

/** Negative when a comes before b. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt - b.occurredAt
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0
}
