/** The ids of the options chosen, in any order; a repeated id counts once. */
export interface Answer {
  selected_options: string[]
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.selected_options.length === 0
}
