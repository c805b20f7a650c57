/** One event of a device's line, as thinning sees it. */
export interface LineEvent {
  ord: number
  device_id: string
  device_seq: number
  type: string
  position: number | null
  writer_epoch: number
  result: string
  received_at: Date
}

const KEPT_EVERY_MS = 30_000

/**
 * The `ord` of events that may go: inside a run of `answer_changed` for one question on one device, all but
 * the first, the last, and one every 30 seconds. The answer that counts is always the last of some run.
 */
export function superfluous(events: readonly LineEvent[]): number[] {
  return runsOf(events).flatMap((run) => {
    let kept = run[0]?.received_at.getTime() ?? 0
    return run.slice(1, -1).flatMap(({ ord, received_at }) => {
      const keeps = received_at.getTime() - kept >= KEPT_EVERY_MS
      if (keeps) kept = received_at.getTime()
      return keeps ? [] : [ord]
    })
  })
}

function runsOf(events: readonly LineEvent[]): LineEvent[][] {
  const runs: LineEvent[][] = []
  let before: LineEvent | undefined
  const sorted = [...events].sort((a, b) =>
    a.device_id === b.device_id ? a.device_seq - b.device_seq : a.device_id < b.device_id ? -1 : 1,
  )
  for (const event of sorted) {
    const run = runs.at(-1)
    if (run && before && continues(before, event)) run.push(event)
    else runs.push([event])
    before = event
  }
  return runs
}

const continues = (before: LineEvent, event: LineEvent): boolean =>
  event.type === 'answer_changed' &&
  before.type === 'answer_changed' &&
  event.result === 'accepted' &&
  before.result === 'accepted' &&
  event.device_id === before.device_id &&
  event.position === before.position &&
  event.writer_epoch === before.writer_epoch
