export interface Answer {
  text: string
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.text.trim() === ''
}

/** Words as the counter beside the text shows them: runs of characters between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}
