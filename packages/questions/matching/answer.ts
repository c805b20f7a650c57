/** The pairs made so far, in any order. */
export interface Answer {
  pairs: { left: string; right: string }[]
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.pairs.length === 0
}
