/**
 * The text of a CSV file: UTF-8, else Windows-1252 (what Excel writes in Western Europe). Null when the bytes
 * are no text at all: a zip archive, a picture, a PDF.
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (isBinary(bytes)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** First bytes of an archive, a PDF, pictures and an old Office file. */
const beginnings = ['PK\u0003\u0004', '%PDF', '\u0089PNG', '\u00FF\u00D8\u00FF', '\u00D0\u00CF\u0011\u00E0']

function isBinary(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return bytes.includes(0) || beginnings.some((beginning) => start.startsWith(beginning))
}
