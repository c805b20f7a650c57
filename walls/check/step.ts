/** One part of `npm run check`. */
export interface Step {
  name: string
  run: (root: string) => Promise<Outcome>
}

export interface Outcome {
  /** How many files the step looked at; none means that it did not do its work. */
  seen: number
  /** What is wrong, ready to print; empty when all is well. */
  complaint: string
}

/** Whether a step did its work and found nothing. */
export function passed({ seen, complaint }: Outcome): boolean {
  return seen > 0 && complaint === ''
}

/** The number in the first match of a pattern's first group, 0 without a match. */
export function countIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0)
}
