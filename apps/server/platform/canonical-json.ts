/**
 * JSON in the one form of RFC 8785: keys sorted by UTF-16 code units, no spaces, numbers and strings as
 * ECMAScript prints them. Equal values give equal text, whatever order their keys arrived in, so hashes and
 * chains are computed over it. Takes what JSON.parse gives; a key whose value is undefined is left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value ?? null)
}
