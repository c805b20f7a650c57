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

/** Spec 11 §8: a live region speaks at most once in 5 s, so that it never talks over the reading. */
export function makeAnnouncer(
  speak: (text: string) => void,
  pauseMs = 5000,
  timer = browserTimer,
): Announcer {
  let waiting: string | null = null
  let last = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | null = null

  const speakNow = (text: string) => {
    last = timer.now()
    speak(text)
  }
  const speakWaiting = () => {
    cancel = null
    if (waiting !== null) speakNow(waiting)
    waiting = null
  }
  return {
    say(text) {
      const rest = last + pauseMs - timer.now()
      if (rest <= 0 && cancel === null) return speakNow(text)
      waiting = text
      cancel ??= timer.after(Math.max(0, rest), speakWaiting)
    },
    stop() {
      cancel?.()
      cancel = null
      waiting = null
    },
  }
}
