import { add, type Fraction, fraction, larger, multiply, ZERO } from './fraction.ts'

export const multipleResponseSchemes = ['net_correct', 'coverage', 'each_answer', 'all_or_nothing'] as const
export type MultipleResponseScheme = (typeof multipleResponseSchemes)[number]

/** Counts of one answer: `chosenRight` of the `right` options and `chosenOther` of the rest were chosen. */
export interface MultipleResponseCounts {
  options: number
  right: number
  chosenRight: number
  chosenOther: number
}

/**
 * The fraction 0–1 of a question with several right options.
 * net_correct: max(0, (t−w)/c). coverage: t/c × t/(t+w). each_answer: options judged rightly ÷ all, but 0
 * without a right one. all_or_nothing: 1 only for the whole key.
 * Throws a RangeError for counts that contradict each other or a key without a right option.
 */
export function multipleResponseFraction(
  scheme: MultipleResponseScheme,
  counts: MultipleResponseCounts,
): Fraction {
  const { options: n, right: c, chosenRight: t, chosenOther: w } = counts
  if (!(c >= 1 && c <= n && t >= 0 && t <= c && w >= 0 && w <= n - c)) {
    throw new RangeError(`impossible counts: ${JSON.stringify(counts)}`)
  }
  if (t === 0) return ZERO
  switch (scheme) {
    case 'net_correct':
      return larger(ZERO, fraction(t - w, c))
    case 'coverage':
      return multiply(fraction(t, c), fraction(t, t + w))
    case 'each_answer':
      return add(fraction(t, n), fraction(n - c - w, n))
    case 'all_or_nothing':
      return fraction(t === c && w === 0 ? 1 : 0)
  }
}
