import type { SubjectOfFigure } from '../ui/explained.ts'

const pageOfOne = /^\/(?:students|attempts)\/([^/]+)/

/**
 * Which record a figure on a page belongs to, so that a reason is stated once for a student and never serves for
 * another: of an estimate the student whose it is; else the student or attempt whose page it is; else itself.
 */
export function recordOf(path: string, { subject_type, subject_id }: SubjectOfFigure): string {
  if (subject_type === 'mastery') return subject_id.split('~')[0] ?? subject_id
  return pageOfOne.exec(path)?.[1] ?? subject_id
}
