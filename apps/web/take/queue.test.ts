import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'
import { chainNext, chainStart } from './chain.ts'
import {
  answersIn,
  append,
  type Batch,
  emptyQueue,
  type Happening,
  nextBatch,
  nextEvent,
  type Queue,
  restoreQueue,
  retryDelay,
  type Stamp,
  settle,
  unsent,
} from './queue.ts'

const stamp: Stamp = {
  event_id: 'e1',
  writer_epoch: 1,
  device_time: '2026-03-02T10:42:06.120Z',
  mono_ms: 65_120,
  boot_id: 'b1',
}
const answer = (position: number, payload: unknown): Happening => ({
  type: 'answer_changed',
  position,
  payload,
})

const write = (queue: Queue, payload: unknown) =>
  append(queue, nextEvent(queue, answer(1, payload), stamp)).queue

function filled(count: number, payload: unknown = { text: 'x' }): Queue {
  let queue = emptyQueue('a1', 'd1')
  for (let at = 1; at <= count; at += 1) queue = write(queue, payload)
  return queue
}

describe('the chain of spec 03 §8', () => {
  it('gives the golden h1 for the golden event', () => {
    const [entry] = write(emptyQueue('a1', 'd1'), { selected_option: 'b' }).entries
    expect(entry?.head).toBe('2249625639e1f757614d30d2cd63f7df37d3f7f1fa5037c494189a01c4703545')
  })

  it('goes on from each event to the next', () => {
    const [first, second] = filled(2).entries
    expect(second?.head).toBe(chainNext(first?.head ?? '', second?.event))
    expect(first?.head).toBe(chainNext(chainStart('a1', 'd1'), first?.event))
  })

  it('does not depend on the order of keys, and tells any change', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"\n' }], a: 1e21 })).toBe(
      '{"a":1e+21,"b":[1,{"c":"é\\"\\n","d":null}]}',
    )
    expect(chainNext('h', { a: 1, b: 2 })).toBe(chainNext('h', { b: 2, a: 1 }))
    expect(chainNext('h', { a: 1 })).not.toBe(chainNext('h', { a: '1' }))
  })
})

describe('the line of a device', () => {
  it('numbers events from 1 without a gap', () => {
    expect(filled(4).entries.map(({ event }) => event.device_seq)).toEqual([1, 2, 3, 4])
  })

  it('sends at most 50 events, in order, with the head after the last of them', () => {
    const queue = filled(60)
    const batch = nextBatch(queue)
    expect(batch?.events.map((event) => event.device_seq)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 1),
    )
    expect(batch?.chain_head).toBe(queue.entries[49]?.head)
    expect(nextBatch(settle(queue, 50))?.events).toHaveLength(10)
    expect(nextBatch(settle(queue, 60))).toBeNull()
  })

  it('sends fewer when they are long, and one that is longer than all alone', () => {
    const long = { text: 'x'.repeat(60_000) }
    expect(nextBatch(filled(5, long))?.events).toHaveLength(3)
    expect(nextBatch(filled(2, { text: 'x'.repeat(300_000) }))?.events).toHaveLength(1)
  })

  it('sends again what a restored server no longer has', () => {
    const queue = settle(settle(filled(5), 5), 2)
    expect(nextBatch(queue)?.events.map((event) => event.device_seq)).toEqual([3, 4, 5])
    expect(unsent(queue)).toBe(3)
  })

  it('comes back from the device as it was, and drops what stands behind a gap', () => {
    const queue = settle(filled(3), 2)
    expect(restoreQueue('a1', 'd1', [...queue.entries], 2)).toEqual(queue)
    const gap = [queue.entries[0], queue.entries[2]].flatMap((entry) => entry ?? [])
    expect(restoreQueue('a1', 'd1', gap, 3)).toMatchObject({ entries: [gap[0]], acceptedThrough: 1 })
  })

  it('knows the latest answer of each question, a cleared one too', () => {
    let queue = emptyQueue('a1', 'd1')
    for (const happening of [answer(1, 'A'), answer(2, 'B'), answer(1, 'C'), answer(2, null)])
      queue = append(queue, nextEvent(queue, happening, stamp)).queue
    expect([...answersIn(queue)]).toEqual([
      [1, 'C'],
      [2, null],
    ])
    expect([...answersIn(queue, 3)]).toEqual([[2, null]])
  })

  it('whatever is lost on the way, every event arrives exactly once and in the chain', () => {
    const acts = fc.array(fc.constantFrom('write', 'send', 'lose request', 'lose reply'), { maxLength: 80 })
    fc.assert(
      fc.property(acts, (steps) => {
        let queue = emptyQueue('a1', 'd1')
        const server = makeServer()
        for (const step of [...steps, 'send', 'send']) {
          if (step === 'write') queue = write(queue, queue.entries.length)
          const batch = step === 'write' || step === 'lose request' ? null : nextBatch(queue)
          if (!batch) continue
          const reply = server.receive(batch)
          if (step === 'send') queue = settle(queue, reply)
        }
        while (nextBatch(queue)) queue = settle(queue, server.receive(nextBatch(queue) as Batch))
        expect(server.stored).toEqual(queue.entries.map(({ event }) => event))
        expect(server.head()).toBe(queue.entries.at(-1)?.head ?? chainStart('a1', 'd1'))
      }),
    )
  })
})

/** Keeps each number once, as the server does, and follows the chain. */
function makeServer() {
  const stored: Batch['events'] = []
  return {
    stored,
    receive(batch: Batch): number {
      for (const event of batch.events) if (event.device_seq === stored.length + 1) stored.push(event)
      return stored.length
    },
    head: () => stored.reduce((head, event) => chainNext(head, event), chainStart('a1', 'd1')),
  }
}

describe('waiting after a failed send', () => {
  it('is 1, 2, 4 … 30 s, within a fifth', () => {
    expect([1, 2, 3, 4, 5, 6, 12].map((failures) => retryDelay(failures, 0.5))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ])
    expect(retryDelay(3, 0)).toBe(3200)
    expect(retryDelay(3, 1)).toBe(4800)
  })
})
