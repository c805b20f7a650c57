import { splitAtGaps } from '@waymark/questions/cloze/student.ts'

/**
 * Authors see gaps as numbers in square brackets, `A [1] joins networks`: the ids inside are random. A gap's
 * number is its place in the list of gaps.
 */
export function showNumbers(text: string, gapIds: readonly string[]): string {
  return splitAtGaps(text)
    .map((piece) => ('text' in piece ? piece.text : `[${gapIds.indexOf(piece.gap) + 1}]`))
    .join('')
}

/** The text as stored. A number that belongs to no gap stays as it was typed. */
export function readNumbers(shown: string, gapIds: readonly string[]): string {
  return shown.replace(/\[(\d{1,2})\]/g, (typed, number) => {
    const id = gapIds[Number(number) - 1]
    return id === undefined ? typed : `{{${id}}}`
  })
}

/** The text with the gap at `index` taken out and `words` in its place. */
export function closeGap(text: string, gapId: string, words: string): string {
  return text.replaceAll(`{{${gapId}}}`, () => words)
}

/** The text with the characters from `from` to `to` of what is shown turned into the gap `newId`. */
export function openGap(
  shown: string,
  gapIds: readonly string[],
  from: number,
  to: number,
  newId: string,
): string {
  const before = readNumbers(shown.slice(0, from), gapIds)
  return `${before}{{${newId}}}${readNumbers(shown.slice(to), gapIds)}`
}
