import { levelOfDifficulty } from '@waymark/questions/question.ts'

/** The author's level 1–5 of a stored question. */
export function levelOf(body: Readonly<Record<string, unknown>>): number {
  return levelOfDifficulty(Number(body.difficulty))
}
