import { readNumber } from '@waymark/science/marking/decimal.ts'
import type { Fraction } from '@waymark/science/marking/fraction.ts'

/** The exact number behind an author's decimal text. Throws on text that the shape would have refused. */
export function exact(decimal: string): Fraction {
  const read = readNumber(decimal)
  if (!read.ok) throw new RangeError(`${decimal} is not a number`)
  return read.value
}
