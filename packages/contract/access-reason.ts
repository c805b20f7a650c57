/**
 * Why an admin opens one student's record (spec 08 §2): a header of every request about that student. A header
 * holds ASCII alone, so the words travel percent-encoded (RFC 3986, UTF-8); plain ASCII words may be sent as
 * they are. Without a reason the server answers `reason_needed`.
 */
export const ACCESS_REASON_HEADER = 'x-access-reason'
/** In UTF-16 code units, as `maxlength` of a field counts. */
export const LONGEST_ACCESS_REASON = 500

/** The header with a reason as it was typed; no header at all without one, or when it is blank. */
export function accessReasonHeaders(reason: string | null): Record<string, string> {
  const said = tidy(reason ?? '')
  return said ? { [ACCESS_REASON_HEADER]: encodeURIComponent(said) } : {}
}

/** The reason that a header carries; null for no header or a blank one. What is no encoding is taken literally. */
export function readAccessReason(header: string | null): string | null {
  return tidy(decoded(header ?? '')) || null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** NFC on one line, without control characters, cut at the longest. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ACCESS_REASON)
    .toWellFormed()
