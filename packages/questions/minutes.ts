/** Planned minutes hold while the questions need no more than a quarter more or less (spec 02 §5). */
const tolerance = 1 / 4

/** Whether questions of `neededSeconds` in all fit into `plannedMinutes`. Both ≥ 0. */
export function fitsPlan(neededSeconds: number, plannedMinutes: number): boolean {
  const planned = plannedMinutes * 60
  return Math.abs(neededSeconds - planned) <= planned * tolerance
}

/**
 * The one figure for how long a quiz takes, as a person would say it: a multiple of 5 minutes, half up, or 0 for
 * "a few minutes" below 3 (the words of spec 03 §4). The teacher's `plannedMinutes` hold while the questions fit
 * them; otherwise, and when nothing is planned (null), it is what the questions add up to (`neededSeconds` ≥ 0).
 */
export function aboutMinutes(neededSeconds: number, plannedMinutes: number | null): number {
  const holds = plannedMinutes !== null && fitsPlan(neededSeconds, plannedMinutes)
  const minutes = holds ? plannedMinutes : neededSeconds / 60
  return minutes < 3 ? 0 : Math.floor(minutes / 5 + 0.5) * 5
}
