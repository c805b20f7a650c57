import { newPartId } from '@waymark/questions/kinds.ts'

/** The id of a part that is added here, in the form that the server keeps as it is. */
export function freshPartId(): string {
  return newPartId((count) => crypto.getRandomValues(new Uint8Array(count)))
}
