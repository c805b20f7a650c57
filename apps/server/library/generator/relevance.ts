import { isVerb } from './verbs.ts'

/** Which objectives a piece of material bears on, by the words they share. */

const stop = new Set(
  `a an and are as at be able by can do for from has have how i in into is it its more of on one or our pupil pupils
  student students should so some such that the their them then these they this those to two understand we what when
  where which who why will with within without you your learning learn lesson objective objectives key word words
  term terms between using used uses difference different example examples other each about up number numbers`.split(
    /\s+/,
  ),
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

/** Below this share of an objective's weight a likeness is chance. */
const LEAST_SHARE = 0.2
/** Objectives nearly as near as the nearest are served too. */
const NEARLY = 0.8

export interface Relevance {
  /** How much of an objective a text speaks of: the share of its words, rare ones counting more, 0–1. */
  shareOf(objectiveId: string, text: string): number
  /** Ids of the objectives, best first, at most two; empty when a text speaks of none. */
  objectivesFor(text: string): string[]
}

/** `corpus` says which words are common in this lesson and therefore tell little. */
export function relevanceTo(
  objectives: readonly { id: string; text: string }[],
  corpus: readonly string[],
): Relevance {
  const weightOf = rarity(corpus)
  const known = new Map(
    objectives.map(({ id, text }) => {
      const stems = [...stemsOf(text)]
      return [id, { stems, total: stems.reduce((sum, one) => sum + weightOf(one), 0) }] as const
    }),
  )
  const share = (id: string, words: ReadonlySet<string>): number => {
    const objective = known.get(id)
    if (!objective || objective.total === 0) return 0
    const shared = objective.stems.filter((one) => words.has(one))
    return shared.reduce((sum, one) => sum + weightOf(one), 0) / objective.total
  }
  return {
    shareOf: (id, text) => share(id, stemsOf(text)),
    objectivesFor: (text) => {
      const words = stemsOf(text)
      const scored = objectives
        .map(({ id }) => ({ id, score: share(id, words) }))
        .filter(({ score }) => score >= LEAST_SHARE)
        .toSorted((a, b) => b.score - a.score)
      const best = scored[0]?.score ?? 0
      return scored
        .filter(({ score }) => score >= best * NEARLY)
        .slice(0, 2)
        .map(({ id }) => id)
    },
  }
}

/** Weight of a word: ln(1 + texts ÷ texts that hold it), as in inverse document frequency. */
function rarity(corpus: readonly string[]): (stem: string) => number {
  const holders = new Map<string, number>()
  for (const text of corpus) {
    for (const one of stemsOf(text)) holders.set(one, (holders.get(one) ?? 0) + 1)
  }
  return (one) => Math.log(1 + corpus.length / Math.max(1, holders.get(one) ?? 0))
}
