/** The number as typed, with its unit where one is asked for: `1 1/2`, `3.2e5`, `1.5 km`. */
export interface Answer {
  text: string
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.text.trim() === ''
}
