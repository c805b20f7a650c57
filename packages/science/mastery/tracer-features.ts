import {
  type CompetencyState,
  newCompetencyState,
  type QuestionState,
  RATES,
  type TracerState,
} from './tracer-state.ts'

/** Values of the shared features of one answer (channel K); names g0 … as in the method's page. */
export interface Features {
  /** x of g0 … g17. */
  globals: number[]
  /** Per competency: x of its five weights. */
  competencies: number[][]
  /** x of each competency's weights that are 1 before scaling: 1/√|S|. */
  scale: number
}

/** Scale of every logarithm of a count. */
const LOG_SCALE = 0.3

export const UNMET: Readonly<CompetencyState> = newCompetencyState()

function logCount(count: number): number {
  return LOG_SCALE * Math.log(1 + count)
}

/** Decayed success rate around 0: (Σ rᵏ·y + ½)/(Σ rᵏ + 1) − ½, which is 0 before the first answer. */
function fadedRate(faded: number, rate: number, tries: number): number {
  const most = (1 - rate ** tries) / (1 - rate)
  return (faded + 0.5) / (most + 1) - 0.5
}

/**
 * Features of an answer on `competencies` (one or more, `UNMET` for a new one) and on `question` (null for a
 * question not met before, a judgement or a read-out). `answers` is n, which the read-out moves.
 */
export function featuresOf(
  state: TracerState,
  competencies: readonly Readonly<CompetencyState>[],
  question: Readonly<QuestionState> | null,
  answers: number,
): Features {
  const size = competencies.length
  const scale = 1 / Math.sqrt(size)
  const rows: number[][] = []
  let wins = 0
  let misses = 0
  let recent = 0
  let last = 0
  let unmet = 0
  let since = 0
  for (const competency of competencies) {
    if (competency.tries === 0) {
      unmet += 1
      rows.push([scale, 0, 0, 0, 0])
      continue
    }
    const won = logCount(competency.wins)
    const missed = logCount(competency.tries - competency.wins)
    const rate = fadedRate(competency.faded, RATES[0], competency.tries)
    rows.push([scale, won * scale, missed * scale, rate * scale, competency.last * scale])
    wins += won
    misses += missed
    recent += rate
    last += competency.last
    since += logCount(answers - competency.answersThen)
  }
  return {
    scale,
    competencies: rows,
    globals: [
      1,
      wins / size,
      misses / size,
      recent / size,
      last / size,
      unmet / size,
      since / size,
      size - 1,
      logCount(state.wins),
      logCount(state.answers - state.wins),
      fadedRate(state.faded[0], RATES[0], state.answers),
      fadedRate(state.faded[1], RATES[1], state.answers),
      fadedRate(state.faded[2], RATES[2], state.answers),
      question ? logCount(question.wins) : 0,
      question ? logCount(question.tries - question.wins) : 0,
      question ? question.last : 0,
      question ? 1 : 0,
      question ? logCount(answers - question.answersThen) : 0,
    ],
  }
}
