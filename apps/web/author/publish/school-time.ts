/**
 * The instant at which clocks in a time zone show a local time such as `2026-11-20T09:00`. In the hour that a
 * clock change leaves out, the time after the change; in the hour that comes twice, the first.
 * Null for text that is no local time.
 */
export function instantAt(local: string, timeZone: string): string | null {
  const asUtc = Date.parse(`${local}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asUtc)) return null
  // The offset a day before and a day after covers both sides of any clock change near the time.
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((ms) => offsetAt(ms, timeZone))
  const fits = offsets.map((offset) => asUtc - offset).filter((ms) => localAt(ms, timeZone) === local)
  const ms = fits.length > 0 ? Math.min(...fits) : asUtc - Math.min(...offsets)
  return new Date(ms).toISOString()
}

/** What clocks in a time zone show at an instant, as a date-time field takes it. */
export function localTime(instant: Date, timeZone: string): string {
  return localAt(instant.getTime(), timeZone)
}

const dayMs = 86_400_000

function offsetAt(ms: number, timeZone: string): number {
  const minute = Math.floor(ms / 60_000) * 60_000
  return Date.parse(`${localAt(minute, timeZone)}Z`) - minute
}

function localAt(ms: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ms)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}
