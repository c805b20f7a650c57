import { isVerb } from './verbs.ts'

/** Which objectives a piece of material bears on, by the words they share. */

const stop = new Set(
  `a an and are as at be able by can do for from has have how i in into is it its more of on one or our pupil pupils
  student students should so some such that the their them then these they this those to two understand we what when
  where which who why will with within without you your learning learn lesson objective objectives key word words
  term terms between using used uses different example examples other each about`.split(/\s+/),
)

/** Words that carry meaning, cut back so that "stores", "stored" and "storing" are one. */
export function stemsOf(text: string): Set<string> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 1 && !stop.has(word) && !isVerb(word)).map(stem))
}

function stem(word: string): string {
  if (word.length <= 4) return word.replace(/s$/u, '')
  return word.replace(/(ations?|ations|ings?|ed|es|s|e)$/u, '')
}

export interface Relevance {
  /** Ids of the objectives, best first, at most two; empty when none shares a word. */
  objectivesFor(text: string): string[]
}

/** A shared word counts the less, the more objectives hold it. */
export function relevanceTo(objectives: readonly { id: string; text: string }[]): Relevance {
  const stems = objectives.map(({ id, text }) => ({ id, stems: stemsOf(text) }))
  const holders = new Map<string, number>()
  for (const objective of stems) {
    for (const one of objective.stems) holders.set(one, (holders.get(one) ?? 0) + 1)
  }
  return {
    objectivesFor: (text) => {
      const only = objectives[0]
      if (objectives.length === 1 && only) return [only.id]
      const words = stemsOf(text)
      const scored = stems
        .map(({ id, stems: own }) => ({
          id,
          score: [...own].reduce((sum, one) => sum + (words.has(one) ? 1 / (holders.get(one) ?? 1) : 0), 0),
        }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
      const best = scored[0]?.score ?? 0
      return scored
        .filter(({ score }) => score >= best / 2)
        .slice(0, 2)
        .map(({ id }) => id)
    },
  }
}
