import { describe, expect, it } from 'vitest'
import { Problem, Unreachable } from '../../api.ts'
import type { Timer } from '../../ui/announcer.ts'
import { type AuthorQuestion, Autosave, type AutosavePorts, type Draft, type KeptDraft } from './autosave.ts'

const question = (revision: number, stem: string) =>
  ({ revision, question: { stem }, question_tests: [], findings: [] }) as unknown as AuthorQuestion
const draft = (stem: string): Draft => ({ question: { stem }, question_tests: [] })

/** A clock that stands still until it is moved; runs what is due on the way. */
function handClock() {
  let now = 0
  let due: { at: number; run: () => void }[] = []
  const timer: Timer = {
    now: () => now,
    after(ms, run) {
      const one = { at: now + ms, run }
      due.push(one)
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
  }
  const move = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
      if (!next) break
      due = due.filter((other) => other !== next)
      now = next.at
      next.run()
      await settled()
    }
    now = end
    await settled()
  }
  return { timer, move }
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function begin(options: Partial<AutosavePorts> & { saved?: AuthorQuestion; kept?: KeptDraft } = {}) {
  const clock = handClock()
  const sent: { draft: Draft; revision: number }[] = []
  const kept: KeptDraft[] = []
  let dropped = 0
  const { saved = question(1, 'old'), kept: before = null, ...ports } = options
  const save = async (one: Draft, revision: number) => {
    sent.push({ draft: one, revision })
    return question(revision + 1, String(one.question.stem))
  }
  const autosave = new Autosave(
    {
      save,
      keep: async (one) => void kept.push(one),
      drop: async () => {
        dropped += 1
      },
      incomplete: () => [],
      timer: clock.timer,
      wallClock: () => '2026-11-20T10:00:00.000Z',
      ...ports,
    },
    saved,
    before,
  )
  return { autosave, clock, sent, kept, dropped: () => dropped }
}

const refused = (code: 'edit_conflict' | 'forbidden', details: Record<string, unknown>) =>
  new Problem(
    {
      type: 'about:blank',
      title: '',
      status: 409,
      detail: '',
      error_code: code,
      message: 'No.',
      details,
      request_id: 'r',
    },
    null,
  )

describe('saving while someone types', () => {
  it('keeps every change on this computer at once and sends after a pause', async () => {
    const { autosave, clock, sent, kept, dropped } = begin()
    autosave.change({ question: { stem: 'new' } })
    expect(kept).toEqual([{ revision: 1, draft: draft('new') }])
    await clock.move(599)
    expect(sent).toEqual([])
    await clock.move(1)
    expect(sent).toEqual([{ draft: draft('new'), revision: 1 }])
    expect(autosave.getView().line).toEqual({ says: 'saved', at: '2026-11-20T10:00:00.000Z' })
    expect(dropped()).toBe(1)
  })

  it('sends within a second though the typing never pauses', async () => {
    const { autosave, clock, sent } = begin()
    for (let key = 0; key < 10; key += 1) {
      autosave.change({ question: { stem: `key ${key}` } })
      await clock.move(100)
    }
    expect(sent).toHaveLength(1)
    await clock.move(1000)
    expect(sent.at(-1)?.draft).toEqual(draft('key 9'))
  })

  it('sends the next change on the revision that the one before has made', async () => {
    const { autosave, clock, sent } = begin()
    autosave.change({ question: { stem: 'one' } })
    await clock.move(600)
    autosave.change({ question: { stem: 'two' } })
    await clock.move(600)
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2])
  })

  it('sends what was typed while an answer was on its way, and never two at once', async () => {
    let answer = () => {}
    const seen: number[] = []
    const save = (one: Draft, revision: number) => {
      seen.push(revision)
      return new Promise<AuthorQuestion>((resolve) => {
        answer = () => resolve(question(revision + 1, String(one.question.stem)))
      })
    }
    const { autosave, clock } = begin({ save })
    autosave.change({ question: { stem: 'one' } })
    await clock.move(600)
    autosave.change({ question: { stem: 'two' } })
    await clock.move(5000)
    expect(seen).toEqual([1])
    answer()
    await settled()
    await clock.move(0)
    expect(seen).toEqual([1, 2])
    answer()
    await settled()
    await clock.move(0)
    expect(autosave.hasUnsaved).toBe(false)
    expect(autosave.getView().saved.revision).toBe(3)
  })

  it('does not send a text that is not complete, and keeps it', async () => {
    const finding = {
      level: 'error',
      code: 'shape',
      pointer: '/stem',
      message: 'Must not be blank.',
    } as const
    const { autosave, clock, sent, kept } = begin({
      incomplete: ({ question: { stem } }) => (stem === '' ? [finding] : []),
    })
    autosave.change({ question: { stem: '' } })
    await clock.move(600)
    expect(sent).toEqual([])
    expect(kept).toHaveLength(1)
    expect(autosave.getView().line).toEqual({ says: 'incomplete', findings: [finding] })
    autosave.change({ question: { stem: 'whole' } })
    await clock.move(600)
    expect(sent).toHaveLength(1)
  })
})

describe('without a network', () => {
  it('says that the text is on this computer, tries again, and saves when the network is back', async () => {
    let isThere = false
    const seen: number[] = []
    const { autosave, clock } = begin({
      save: async (one, revision) => {
        seen.push(revision)
        if (!isThere) throw new Unreachable('gone')
        return question(revision + 1, String(one.question.stem))
      },
    })
    autosave.change({ question: { stem: 'new' } })
    await clock.move(600)
    expect(autosave.getView().line).toEqual({ says: 'kept_here' })
    await clock.move(2000)
    expect(seen).toHaveLength(2)
    isThere = true
    await autosave.flush()
    expect(autosave.getView().line.says).toBe('saved')
  })
})

describe('what was kept before a reload', () => {
  it('is taken up and sent when nobody saved meanwhile', async () => {
    const { autosave, clock, sent } = begin({ kept: { revision: 1, draft: draft('kept') } })
    expect(autosave.getView().draft).toEqual(draft('kept'))
    await clock.move(0)
    expect(sent).toEqual([{ draft: draft('kept'), revision: 1 }])
  })

  it('is no news when the server has it already', async () => {
    const { clock, sent } = begin({ kept: { revision: 1, draft: draft('old') } })
    await clock.move(5000)
    expect(sent).toEqual([])
  })

  it('meets a newer text as a conflict', async () => {
    const newer = question(4, 'theirs')
    const { autosave, clock, sent } = begin({ saved: newer, kept: { revision: 1, draft: draft('mine') } })
    await clock.move(5000)
    expect(sent).toEqual([])
    expect(autosave.getView()).toMatchObject({
      draft: draft('mine'),
      theirs: newer,
      line: { says: 'conflict' },
    })
  })
})

describe('two people editing', () => {
  const conflicting = () => {
    const theirs = question(7, 'theirs')
    let first = true
    const sent: { draft: Draft; revision: number }[] = []
    const started = begin({
      save: async (one, revision) => {
        sent.push({ draft: one, revision })
        if (first) {
          first = false
          throw refused('edit_conflict', { theirs, revision: 7 })
        }
        return question(revision + 1, String(one.question.stem))
      },
    })
    return { ...started, sent, theirs }
  }

  it('shows both texts and sends nothing more until the conflict is settled', async () => {
    const { autosave, clock, sent, theirs } = conflicting()
    autosave.change({ question: { stem: 'mine' } })
    await clock.move(600)
    expect(autosave.getView()).toMatchObject({ draft: draft('mine'), theirs, line: { says: 'conflict' } })
    autosave.change({ question: { stem: 'mine, longer' } })
    await clock.move(60_000)
    expect(sent).toHaveLength(1)
    expect(autosave.getView().draft).toEqual(draft('mine, longer'))
  })

  it('saves the settled text over the other one, on its revision', async () => {
    const { autosave, clock, sent } = conflicting()
    autosave.change({ question: { stem: 'mine' } })
    await clock.move(600)
    await autosave.settle(draft('both'))
    expect(sent.at(-1)).toEqual({ draft: draft('both'), revision: 7 })
    expect(autosave.getView()).toMatchObject({ theirs: null, line: { says: 'saved' } })
  })
})

it('shows why the server refused anything else, and keeps the text', async () => {
  const error = refused('forbidden', {})
  const { autosave, clock, dropped } = begin({ save: () => Promise.reject(error) })
  autosave.change({ question: { stem: 'new' } })
  await clock.move(600)
  expect(autosave.getView().line).toEqual({ says: 'refused', error })
  expect(dropped()).toBe(0)
})
