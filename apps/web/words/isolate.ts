const turns = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\u202a-\u202e\u2066-\u2069]/u
const frames = /[\u2066-\u2069]/gu

/**
 * A name or title as it may stand in a sentence: what runs from right to left in it, or orders to, ends with
 * it and turns nothing around that follows. Other text stays as it is.
 */
export function isolate(text: string): string {
  return turns.test(text) ? `\u2068${text.replace(frames, '')}\u2069` : text
}
