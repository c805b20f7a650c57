import type { StoredEvent } from './attempt-event.ts'
import { SERVER } from './attempt-event.ts'

/** A pause longer than this is no work on the question (spec 03 §12 calls it idle). */
const LONGEST_PAUSE_MS = 120_000

interface Moment {
  device_seq: number
  type: string
  position: number | null
  mono_ms: number
}

/**
 * Whole seconds at each question, from the devices' own running clocks: the time between two interactions
 * belongs to the question on the screen. Breaks and long pauses do not count. The order of arrival and
 * wall clocks play no part.
 */
export function secondsByPosition(events: readonly StoredEvent[]): Map<number, number> {
  const milliseconds = new Map<number, number>()
  for (const line of linesOf(events)) {
    let shown: number | null = null
    let before: number | null = null
    for (const moment of line) {
      if (before !== null && shown !== null) {
        const spent = Math.min(Math.max(0, moment.mono_ms - before), LONGEST_PAUSE_MS)
        milliseconds.set(shown, (milliseconds.get(shown) ?? 0) + spent)
      }
      if (moment.type === 'break_started') shown = null
      else if (moment.position !== null) shown = moment.position
      before = moment.mono_ms
    }
  }
  return new Map([...milliseconds].map(([position, spent]) => [position, Math.round(spent / 1000)]))
}

export const totalSeconds = (seconds: ReadonlyMap<number, number>): number =>
  [...seconds.values()].reduce((sum, spent) => sum + spent, 0)

/** One line per device and start of its page: only within one does the running clock compare. */
function linesOf(events: readonly StoredEvent[]): Moment[][] {
  const lines = new Map<string, Moment[]>()
  for (const stored of events) {
    if (stored.device_id === SERVER || stored.result === 'invalid' || stored.result === 'late_held') continue
    const { boot_id, mono_ms } = JSON.parse(stored.event) as { boot_id: string; mono_ms: number }
    const key = `${stored.device_id} ${boot_id}`
    const line = lines.get(key) ?? []
    line.push({ device_seq: stored.device_seq, type: stored.type, position: stored.position, mono_ms })
    lines.set(key, line)
  }
  return [...lines.values()].map((line) => line.sort((a, b) => a.device_seq - b.device_seq))
}
