/** The id of the option chosen; null while nothing is. */
export interface Answer {
  selected_option: string | null
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.selected_option === null || answer.selected_option === ''
}
