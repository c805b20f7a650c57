/** The one place that asks the machine for the time. Only `waymark demo` and tests move the clock. */
export interface Clock {
  now(): Date
  /** Moves the clock by this many milliseconds from the machine's time. */
  shift(milliseconds: number): void
  /** Stops the clock at an instant, or lets it run again with null. */
  freeze(at: Date | null): void
}

export function machineClock(): Clock {
  let offset = 0
  let frozen: Date | null = null
  return {
    now: () => (frozen ? new Date(frozen.getTime()) : new Date(Date.now() + offset)),
    shift: (milliseconds) => {
      offset = milliseconds
    },
    freeze: (at) => {
      frozen = at
    },
  }
}
