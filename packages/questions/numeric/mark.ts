import { isWithinTolerance, readQuantity } from '@waymark/science/marking/decimal.ts'
import {
  compare,
  type Fraction,
  fromDecimal,
  multiply,
  ONE,
  ZERO,
} from '@waymark/science/marking/fraction.ts'
import type { Marking } from '../kind.ts'
import { outcomeOf } from '../text-key.ts'
import type { Answer } from './answer.ts'
import type { Content } from './content.ts'
import { exact } from './exact.ts'

type Slip = Content['slips'][number]

/** Within tolerance 1, a slip its fraction, both times `unit_fraction` when the unit is missing or unknown. */
export function mark(content: Content, answer: Answer): Marking {
  const read = readQuantity(answer.text)
  if (!read.ok) return marking(ZERO, ['format'], null)
  const factor = factorOf(content, read.unit)
  const value = multiply(read.value, factor ?? ONE)
  const isRight = isNear(content, value, content.value)
  const slip = isRight ? null : bestSlip(content, value)
  const worth = isRight ? ONE : slip ? fromDecimal(slip.fraction) : ZERO
  const reasons = isRight ? [] : [slip ? 'slip' : 'value']
  if (factor !== null) return marking(worth, reasons, slip)
  return marking(multiply(worth, fromDecimal(content.unit_fraction)), [...reasons, 'unit'], slip)
}

function marking(worth: Fraction, reasons: string[], slip: Slip | null): Marking {
  const outcome = outcomeOf(worth)
  return {
    fraction: worth,
    parts: [{ part_id: 'value', outcome, misconception_id: slip?.misconception_id ?? null }],
    reasons,
    texts: slip ? [slip.feedback] : [],
    correct: outcome === 'correct' ? 1 : 0,
    total: 1,
  }
}

/**
 * What one of the typed unit is worth; null when it is missing or unknown. Case decides only where it must:
 * `KM` is read as km, but not where `Mb` and `MB` are both declared and `mb` was typed.
 */
export function factorOf(content: Content, unit: string): Fraction | null {
  if (unit === '' && content.units.length === 0) return ONE
  const asTyped = unit.replace(/\.$/u, '')
  const same = content.units.find((one) => one.unit.trim() === asTyped)
  if (same) return exact(same.factor)
  const likely = content.units.filter((one) => one.unit.trim().toLowerCase() === asTyped.toLowerCase())
  return likely.length === 1 && likely[0] ? exact(likely[0].factor) : null
}

function isNear(content: Content, value: Fraction, key: string): boolean {
  return isWithinTolerance(value, exact(key), {
    absolute: exact(content.tolerance_abs),
    relative: exact(content.tolerance_rel),
  })
}

/** Where two slips are near enough, the one that is worth more. */
function bestSlip(content: Content, value: Fraction): Slip | null {
  const near = content.slips.filter((slip) => isNear(content, value, slip.value))
  return near.reduce<Slip | null>(
    (best, slip) =>
      best === null || compare(fromDecimal(slip.fraction), fromDecimal(best.fraction)) > 0 ? slip : best,
    null,
  )
}
