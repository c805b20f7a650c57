/** All item ids, first to last. Empty until the student has moved an item or confirmed the order shown. */
export interface Answer {
  order: string[]
}

export function isBlank(answer: Answer | null): boolean {
  return answer === null || answer.order.length === 0
}
