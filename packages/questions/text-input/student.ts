export interface StudentContent {
  /** Most characters of an answer. */
  max_length: number
}

export function toStudent(content: { max_length: number }): StudentContent {
  return { max_length: content.max_length }
}
