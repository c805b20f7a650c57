export interface StudentContent {
  /** Whether a unit belongs to the answer. Which units count is part of the key. */
  unit_asked: boolean
}

export function toStudent(content: { units: readonly unknown[] }): StudentContent {
  return { unit_asked: content.units.length > 0 }
}
