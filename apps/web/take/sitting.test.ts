import { describe, expect, it } from 'vitest'
import { Problem, Unreachable } from '../api.ts'
import type { Timer } from '../ui/announcer.ts'
import { type Attempt, type Bundle, untouched } from './attempt-state.ts'
import { memoryStore } from './device-store.ts'
import { holdsUnsent } from './kept.ts'
import { openSitting } from './open-sitting.ts'
import type { SittingPorts, SittingServer } from './sitting-ports.ts'

const at = '2026-03-02T10:42:07Z'

const bundle: Bundle = {
  attempt_id: 'a1',
  snapshot_hash: 'h',
  quiz_title: 'Loops',
  questions: [1, 2].map((position) => ({
    position,
    question_version_id: `v${position}`,
    kind: 'text_input',
    preset: null,
    stem: 'Say',
    media: [],
    points: 1,
    time_estimate_seconds: 60,
    language: 'en-GB',
    hint_available: false,
    scaffold_available: false,
    content: { max_length: 100 },
  })),
}

/** A server in memory that can be cut off, and remembers what it has. */
function makeServer() {
  const state = {
    reachable: true,
    writer: { device_id: '', device_label: '', epoch: 0 },
    status: 'in_progress' as Attempt['status'],
    events: new Map<string, Record<string, unknown>[]>(),
    requests: 0,
    refusal: null as Problem | null,
  }
  const attempt = (): Attempt => ({
    attempt_id: 'a1',
    assignment_id: 's1',
    quiz_id: 'q1',
    quiz_title: 'Loops',
    attempt_number: 1,
    is_preview: false,
    status: state.status,
    ended_by: null,
    question_count: 2,
    started_at: at,
    deadline_at: null,
    ended_at: null,
    server_time: at,
    snapshot_hash: 'h',
    bundle_url: '/b',
    writer: { ...state.writer },
    feedback_mode: 'deferred',
    allow_hints: true,
    tries_allowed: null,
    questions: [1, 2].map((position) => ({ ...untouched(position), answer: latest(position) })),
    devices: [...state.events].map(([device_id, events]) => ({
      device_id,
      device_label: '',
      accepted_through: events.length,
    })),
  })
  const latest = (position: number) =>
    [...state.events.values()]
      .flat()
      .findLast((event) => event.position === position && event.type === 'answer_changed')?.payload ?? null
  const reached = () => {
    state.requests += 1
    if (!state.reachable) throw new Unreachable('cut')
    if (state.refusal) throw state.refusal
  }
  const server: SittingServer = {
    getAttempt: async () => {
      reached()
      return attempt()
    },
    getBundle: async () => {
      reached()
      return bundle
    },
    save: async (_, { device_id, events }) => {
      reached()
      const line = state.events.get(device_id) ?? []
      state.events.set(device_id, line)
      for (const event of events) if (event.device_seq === line.length + 1) line.push(event)
      return {
        accepted_through: line.length,
        missing: [],
        results: [],
        server_time: at,
        deadline_at: null,
        writer_epoch: state.writer.epoch,
        beat_s: 5,
        status: state.status,
      }
    },
    claim: async (_, device_id) => {
      reached()
      state.writer = { device_id, device_label: '', epoch: state.writer.epoch + 1 }
      return { writer: state.writer }
    },
    finish: async () => {
      reached()
      state.status = 'completed'
      return { status: state.status }
    },
  }
  return { state, server, latest }
}

function makeTimer() {
  let now = 0
  const due = new Set<{ at: number; run: () => void }>()
  const timer: Timer = {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => due.delete(entry)
    },
  }
  const settled = async () => {
    for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
  }
  const pass = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = [...due].filter((entry) => entry.at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      now = Math.max(now, next.at)
      due.delete(next)
      next.run()
      await settled()
    }
    now = end
    await settled()
  }
  return { timer, pass }
}

function makeTab(server: SittingServer, store = { ...memoryStore(), lasting: true }, lockHeld = true) {
  const { timer, pass } = makeTimer()
  let lose = () => {}
  const ports: SittingPorts = {
    server,
    store,
    timer,
    askForLock: async (onLost) => {
      lose = onLost
      const lock = {
        held: lockHeld,
        take: async () => {
          lock.held = true
        },
        release: () => {},
      }
      return lock
    },
    wallClock: () => at,
    chance: () => 0.5,
    isLeaving: () => false,
  }
  return { ports, store, pass, loseLock: () => lose() }
}

describe('a sitting', () => {
  it('keeps what is typed at once, and sends it half a second after the last key, one second at most', async () => {
    const { state, server, latest } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    sitting.answer(1, { text: 'R' }, true)
    expect(await tab.store.list('attempt/a1/draft/')).toMatchObject([{ position: 1, answer: { text: 'R' } }])
    expect(sitting.getView().save.says).toBe('saving')
    await tab.pass(400)
    sitting.answer(1, { text: 'RA' }, true)
    await tab.pass(400)
    sitting.answer(1, { text: 'RAM' }, true)
    await tab.pass(199)
    expect(state.events.size).toBe(0)
    await tab.pass(1)
    expect(latest(1)).toEqual({ text: 'RAM' })
    expect(sitting.getView().save).toEqual({ says: 'saved', at })
    expect(await tab.store.list('attempt/a1/draft/')).toEqual([])
  })

  it('says where the answer is while the network is gone, and sends each event once when it is back', async () => {
    const { state, server } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    state.reachable = false
    sitting.answer(1, { text: 'A' }, false)
    sitting.answer(2, { text: 'B' }, false)
    await tab.pass(0)
    expect(sitting.getView().save.says).toBe('kept_here')
    expect(await holdsUnsent(tab.store)).toBe(true)
    await tab.pass(600_000)
    state.reachable = true
    expect(await sitting.flush()).toBe(true)
    expect([...state.events.values()].flat().map((event) => event.payload)).toEqual([
      { text: 'A' },
      { text: 'B' },
    ])
    expect(sitting.getView().save).toEqual({ says: 'saved', at })
    expect(await holdsUnsent(tab.store)).toBe(false)
  })

  it('says honestly when neither the server nor this computer keeps an answer', async () => {
    const { state, server } = makeServer()
    const tab = makeTab(server, memoryStore())
    const sitting = await openSitting(tab.ports, 'a1', false)
    await tab.pass(0)
    state.reachable = false
    sitting.answer(1, { text: 'A' }, false)
    await tab.pass(0)
    expect(sitting.getView().save.says).toBe('cannot_save')
  })

  it('goes on after a crash without a network, with the typed text that was never sent', async () => {
    const { state, server, latest } = makeServer()
    const first = makeTab(server)
    const before = await openSitting(first.ports, 'a1', true)
    await first.pass(0)
    before.answer(2, { text: 'sent' }, false)
    await first.pass(0)
    state.reachable = false
    before.answer(1, { text: 'typed, never sen' }, true)

    const second = makeTab(server, first.store)
    const after = await openSitting(second.ports, 'a1', false)
    await second.pass(0)
    expect(after.getView().questions.get(1)?.answer).toEqual({ text: 'typed, never sen' })
    expect(after.getView().questions.get(2)?.answer).toEqual({ text: 'sent' })
    state.reachable = true
    await second.pass(60_000)
    expect(latest(1)).toEqual({ text: 'typed, never sen' })
    expect(state.events.size).toBe(1)
  })

  it('goes on in its line when the page went away before this computer had noted what it sent', async () => {
    const { state, server } = makeServer()
    const store = { ...memoryStore(), lasting: true }
    let gone = false
    const first = makeTab(server, {
      ...store,
      put: (entries) => (gone ? new Promise(() => {}) : store.put(entries)),
      remove: (keys) => (gone ? new Promise(() => {}) : store.remove(keys)),
    })
    const before = await openSitting(first.ports, 'a1', true)
    await first.pass(0)
    before.answer(1, { text: 'and then she rel' }, true)
    gone = true
    await before.flush()
    expect([...state.events.values()].map((line) => line.length)).toEqual([1])

    const second = makeTab(server, store)
    const after = await openSitting(second.ports, 'a1', false)
    await second.pass(0)
    expect(after.getView()).toMatchObject({ writer: 'here', save: { says: 'saved' } })
    expect(after.getView().questions.get(1)?.answer).toEqual({ text: 'and then she rel' })
    expect([...state.events.values()].map((line) => line.length)).toEqual([1])
  })

  it('on another device shows the answers, writes nothing, and goes on there when told to', async () => {
    const { state, server, latest } = makeServer()
    const first = makeTab(server)
    const one = await openSitting(first.ports, 'a1', true)
    await first.pass(0)
    one.answer(1, { text: 'here' }, false)
    await first.pass(0)

    const second = makeTab(server)
    const looking = await openSitting(second.ports, 'a1', false)
    expect(looking.getView()).toMatchObject({ writer: 'other_device' })
    expect(looking.getView().questions.get(1)?.answer).toEqual({ text: 'here' })
    looking.answer(1, { text: 'ignored' }, false)
    await second.pass(1000)
    expect(state.events.size).toBe(1)
    looking.close()

    const there = await openSitting(second.ports, 'a1', true)
    there.answer(1, { text: 'there' }, false)
    await second.pass(0)
    expect(latest(1)).toEqual({ text: 'there' })
    one.answer(2, { text: 'late' }, true)
    await first.pass(1000)
    expect(one.getView().writer).toBe('other_device')
    expect(latest(2)).toEqual({ text: 'late' })
    one.answer(2, { text: 'read-only now' }, true)
    await first.pass(1000)
    expect(latest(2)).toEqual({ text: 'late' })
  })

  it('in a second tab is read-only until the lock is taken', async () => {
    const { server, state } = makeServer()
    const store = { ...memoryStore(), lasting: true }
    const first = makeTab(server, store)
    const writing = await openSitting(first.ports, 'a1', true)
    await first.pass(0)
    const second = makeTab(server, store, false)
    const reading = await openSitting(second.ports, 'a1', false)
    reading.answer(1, { text: 'no' }, false)
    await second.pass(1000)
    expect(reading.getView().writer).toBe('other_tab')
    expect(state.events.size).toBe(0)
    first.loseLock()
    expect(writing.mayWrite).toBe(false)
  })

  it('hands in without a network, and truly when it is back', async () => {
    const { state, server } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    state.reachable = false
    sitting.answer(1, { text: 'A' }, false)
    await sitting.finish()
    expect(sitting.getView()).toMatchObject({ finishWanted: true, ended: false })
    sitting.answer(1, { text: 'after' }, false)
    state.reachable = true
    await tab.pass(31_000)
    expect(sitting.getView()).toMatchObject({ finishWanted: false, ended: true })
    expect([...state.events.values()].flat().map((event) => event.payload)).toEqual([{ text: 'A' }])
  })

  it('begins a new line, without being told to, when this computer has lost its own', async () => {
    const { state, server } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    sitting.answer(1, { text: 'A' }, false)
    await tab.pass(0)
    sitting.close()
    await tab.store.remove(await tab.store.keys('attempt/'))
    const again = await openSitting(tab.ports, 'a1', false)
    expect(again.getView().writer).toBe('here')
    again.answer(1, { text: 'B' }, false)
    await tab.pass(0)
    expect([...state.events.values()].map((line) => line.length)).toEqual([1, 1])
    expect(again.getView().save.says).toBe('saved')
  })

  it('keeps trying through refusals that pass, and waits as long as the server asks', async () => {
    const { state, server, latest } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    state.refusal = refusal('too_many_requests', 429, 7)
    const before = state.requests
    sitting.answer(1, { text: 'A' }, false)
    await tab.pass(6999)
    expect(state.requests).toBe(before + 1)
    state.refusal = null
    await tab.pass(1)
    expect(latest(1)).toEqual({ text: 'A' })
  })

  it('begins a new line with what the server lacks when its numbers are taken by other content', async () => {
    const { state, server, latest } = makeServer()
    const tab = makeTab(server)
    const sitting = await openSitting(tab.ports, 'a1', true)
    await tab.pass(0)
    state.refusal = refusal('sequence_reused', 409, null)
    server.claim = async (_, device_id) => {
      state.refusal = null
      state.writer = { device_id, device_label: '', epoch: state.writer.epoch + 1 }
      return { writer: state.writer }
    }
    sitting.answer(1, { text: 'A' }, false)
    await tab.pass(5000)
    expect(latest(1)).toEqual({ text: 'A' })
    expect(sitting.getView().save.says).toBe('saved')
  })
})

function refusal(error_code: 'sequence_reused' | 'too_many_requests', status: number, wait: number | null) {
  const body = {
    type: '',
    title: '',
    status,
    detail: '',
    error_code,
    message: '',
    details: {},
    request_id: 'r',
  }
  return new Problem(body, wait)
}
