/** The time zones this browser knows, the computer's own among them. */
export function timeZones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', own])].sort()
}
