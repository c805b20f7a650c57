/** A generated file: its path from the root of the project, and its text. */
export interface GeneratedFile {
  path: string
  text: string
}
