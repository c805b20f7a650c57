import {
  divide,
  type Fraction,
  fraction,
  fromDecimal,
  multiply,
  sum,
} from '@waymark/science/marking/fraction.ts'
import { error, type Finding } from '../finding.ts'
import type { Awarded, Marking, PartMark } from '../kind.ts'
import type { Content } from './content.ts'

/** One thing a teacher awards: a criterion's points (halves count) or a dimension's level. */
interface Part {
  id: string
  name: string
  least: number
  most: number
  step: number
  /** The share of the whole that one point or level is worth. */
  unit: Fraction
}

function partsOf(content: Content): Part[] {
  if (content.mode === 'rubric') {
    return content.dimensions.map(({ id, name, weight }) => {
      return { id, name, least: 1, most: 4, step: 1, unit: divide(fromDecimal(weight), fraction(4)) }
    })
  }
  const available = content.mark_scheme.reduce((points, one) => points + one.points, 0)
  return content.mark_scheme.map(({ id, criterion, points }) => {
    return { id, name: criterion, least: 0, most: points, step: 0.5, unit: fraction(1, available) }
  })
}

/**
 * Awarded ÷ available, or Σ weight × level ÷ 4. Every criterion or dimension must be awarded;
 * what is missing, unknown or out of its range comes back as findings below `/parts`.
 */
export function award(content: Content, awarded: Awarded): Marking | { findings: Finding[] } {
  const parts = partsOf(content)
  const given = new Map(Object.entries(awarded.parts))
  const findings = awardFindings(parts, given)
  if (findings.length > 0) return { findings }
  const worth = parts.map((part) => multiply(part.unit, fromDecimal(given.get(part.id) ?? 0)))
  const marks = parts.map((part): PartMark => {
    const value = given.get(part.id) ?? 0
    const outcome = value === part.most ? 'correct' : value === part.least ? 'incorrect' : 'partial'
    return { part_id: part.id, outcome, misconception_id: null }
  })
  return {
    fraction: sum(worth),
    parts: marks,
    reasons: [],
    texts: [],
    correct: marks.filter((one) => one.outcome === 'correct').length,
    total: marks.length,
  }
}

function awardFindings(parts: readonly Part[], given: ReadonlyMap<string, number>): Finding[] {
  const found: Finding[] = []
  const known = new Set(parts.map((part) => part.id))
  for (const id of given.keys()) {
    if (!known.has(id))
      found.push(error('unknown_id', `/parts/${id}`, 'This is not part of the mark scheme.'))
  }
  for (const { id, name, least, most, step } of parts) {
    const value = given.get(id)
    if (value === undefined) {
      found.push(error('key_count', `/parts/${id}`, `"${name}" is not marked yet.`))
    } else if (!(value >= least && value <= most && Number.isInteger(value / step))) {
      found.push(
        error('key_invalid', `/parts/${id}`, `Give "${name}" ${least} to ${most}, in steps of ${step}.`),
      )
    }
  }
  return found
}
