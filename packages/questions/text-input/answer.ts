export interface Answer {
  text: string
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.text.trim() === ''
}
