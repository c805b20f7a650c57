export type { Estimate } from './estimate.ts'
export { masteryUpdated } from './events.ts'
export {
  type EvidencePage,
  type ExplainedPiece,
  explainEvidence,
  explainHistory,
  type MasterySubject,
} from './explain.ts'
export { type LastMove, readLastMoves } from './last-moves.ts'
export { hrefOf } from './list-evidence.ts'
export {
  type EstimatesRead,
  FORMULA_VERSION,
  readEstimates,
  type StudentEstimates,
} from './read-estimates.ts'
export { room } from './room.ts'
export { showEstimate, showFacts } from './show-estimate.ts'
