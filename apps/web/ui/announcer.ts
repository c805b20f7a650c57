/** A polite speaker for screen readers that says at most one thing in each pause; the newest wins. */
export interface Announcer {
  say(text: string): void
  stop(): void
}

export interface Timer {
  now(): number
  after(ms: number, run: () => void): () => void
}

export const browserTimer: Timer = {
  now: () => performance.now(),
  after: (ms, run) => {
    const id = setTimeout(run, ms)
    return () => clearTimeout(id)
  },
}

/** How long a spoken text stays in the page: long enough to be picked up, too short to be read again later. */
export const clearAfterMs = 3000

/**
 * Spec 11 §8: a live region speaks at most once in 5 s, so that it never talks over the reading. What was spoken
 * is taken out of the page again (`speak('')`): a reader who passes later does not hear old news.
 */
export function makeAnnouncer(
  speak: (text: string) => void,
  pauseMs = 5000,
  timer = browserTimer,
): Announcer {
  let waiting: string | null = null
  let last = Number.NEGATIVE_INFINITY
  let cancelWaiting: (() => void) | null = null
  let cancelClear = () => {}

  const speakNow = (text: string) => {
    last = timer.now()
    cancelClear()
    speak(text)
    cancelClear = timer.after(clearAfterMs, () => speak(''))
  }
  const speakWaiting = () => {
    cancelWaiting = null
    if (waiting !== null) speakNow(waiting)
    waiting = null
  }
  return {
    say(text) {
      const rest = last + pauseMs - timer.now()
      if (rest <= 0 && cancelWaiting === null) return speakNow(text)
      waiting = text
      cancelWaiting ??= timer.after(Math.max(0, rest), speakWaiting)
    },
    stop() {
      cancelWaiting?.()
      cancelWaiting = null
      waiting = null
      cancelClear()
    },
  }
}
