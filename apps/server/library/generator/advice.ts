import type { Lesson } from './lesson.ts'
import { FEWEST_TERMS } from './offers/terms.ts'

/** What would make more questions, in plain sentences, the most fruitful first (02 §4). */
export function whatWouldHelp(lesson: Lesson, asked: number, made: number): string[] {
  if (made >= asked) return []
  const advice: string[] = []
  const missing = FEWEST_TERMS - lesson.vocabulary.length
  if (missing > 0)
    advice.push(
      `${missing} more glossary ${missing === 1 ? 'term makes' : 'terms make'} a matching question.`,
    )
  if (lesson.step_lists.length === 0)
    advice.push('A list of 3 to 7 numbered steps makes an ordering question.')
  if (!lesson.misconceptions.some(({ correction }) => correction !== null))
    advice.push('A table of misconceptions and their corrections makes multiple choice questions.')
  if (lesson.objectives.length === 0)
    advice.push('Learning objectives say what each question is for. Add at least one.')
  if (missing <= 0) advice.push('More glossary terms with their meanings make more questions of each kind.')
  return advice
}
