import { number } from '../../words/words.ts'

const megabyte = 1024 * 1024

/** The size of files together in megabytes, never shown as 0: "3.4". */
export function sizeText(files: readonly { size: number }[]): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return number(Math.max(0.1, bytes / megabyte), 1)
}
