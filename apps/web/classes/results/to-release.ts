import { isShown } from '@waymark/contract/release.ts'
import type { Reply } from '../../api.ts'

type Assignment = Reply<'getClassResults'>['assignment']
type Plan = Assignment['release']

/** What a press of Release would show next; null when everyone who has finished sees it all. */
export function nextToRelease({ marks, answers }: Plan): 'marks' | 'answers' | null {
  if (!isShown(marks)) return 'marks'
  return isShown(answers) ? null : 'answers'
}

/** Whether a release of the marks shows the right answers too. */
export const bringsAnswers = ({ answers }: Plan): boolean =>
  answers.when === 'with_marks' && answers.at === null

/** A rule waits for the close of the quiz, and it never closes for everyone. */
export function waitsForNoEnd({ settings, release }: Pick<Assignment, 'settings' | 'release'>): boolean {
  const waits = (rule: string, { when }: Plan['marks']) =>
    rule === 'after_all_closed' && when === 'by_teacher'
  return waits(settings.marks_release, release.marks) || waits(settings.answers_release, release.answers)
}
