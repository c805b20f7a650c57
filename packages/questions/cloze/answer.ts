/** What stands in each gap by gap id: typed text, or the id of an option or a bank word. */
export interface Answer {
  gaps: Record<string, string>
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || Object.values(answer.gaps).every((given) => given.trim() === '')
}
