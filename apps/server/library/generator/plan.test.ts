import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelsOf } from './levels.ts'
import { mostOfKind, type Offered, type PlanRequest, planQuiz, pointsOf, type Slot } from './plan.ts'

const kinds = ['multiple_choice', 'text_input', 'matching', 'cloze', 'numeric', 'ordering', 'extended_text']
const objectives = [
  { id: 'recall', text: 'Name the parts of a computer' },
  { id: 'understand', text: 'Explain how data is stored' },
  { id: 'apply', text: 'Convert binary to denary' },
]

const anOffer = (id: string, kind: string, objectiveIds: readonly string[]): Offered => ({
  id,
  kind,
  objectives: objectiveIds,
  subjects: [id],
  levels: [1, 5],
})

/** Plenty of every kind for every objective. */
const plenty = objectives.flatMap(({ id }) =>
  kinds.flatMap((kind) =>
    Array.from({ length: 20 }, (_, index) => anOffer(`${id}-${kind}-${index}`, kind, [id])),
  ),
)
const aRequest = (changes: Partial<PlanRequest> = {}): PlanRequest => ({
  count: 15,
  level_min: 1,
  level_max: 5,
  duration_minutes: 30,
  objectives,
  offers: plenty,
  ...changes,
})

const arbitraryOffers = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    objectives: fc.subarray(objectives.map(({ id }) => id)),
    subjects: fc.array(fc.constantFrom('cpu', 'ram', 'byte'), { maxLength: 2 }),
  }),
  { maxLength: 80 },
)
const offersFrom = (seeds: readonly Omit<Offered, 'id' | 'levels'>[]): Offered[] =>
  seeds.map((seed, index) => ({ ...seed, id: String(index), levels: [1, 5] }))

const kindsOf = (slots: readonly Slot[]) => slots.map(({ kind }) => kind)
const longestRun = (list: readonly string[]) =>
  list.reduce(
    ({ run, longest, last }, kind) => {
      const now = kind === last ? run + 1 : 1
      return { run: now, longest: Math.max(longest, now), last: kind }
    },
    { run: 0, longest: 0, last: '' },
  ).longest

describe('the plan of a quiz', () => {
  it('has the asked count and the levels of that count when the material is plenty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const slots = planQuiz(aRequest({ count }))
        expect(slots.map(({ level }) => level)).toEqual(levelsOf(count, 1, 5))
        expect(slots.map(({ position }) => position)).toEqual(slots.map((_, index) => index + 1))
      }),
    )
  })

  it('never puts four of a kind in a row nor lets one kind take more than 40 %, whatever the material', () => {
    fc.assert(
      fc.property(arbitraryOffers, fc.integer({ min: 1, max: 40 }), (seeds, count) => {
        const slots = planQuiz(aRequest({ count, offers: offersFrom(seeds) }))
        expect(longestRun(kindsOf(slots))).toBeLessThanOrEqual(3)
        for (const kind of kinds) {
          const uses = kindsOf(slots).filter((one) => one === kind).length
          expect(uses).toBeLessThanOrEqual(mostOfKind(slots.length))
        }
      }),
    )
  })

  it('uses four kinds from eight questions on, when the material has four', () => {
    fc.assert(
      fc.property(arbitraryOffers, (seeds) => {
        const slots = planQuiz(aRequest({ offers: offersFrom(seeds) }))
        const available = new Set(seeds.map(({ kind }) => kind)).size
        fc.pre(slots.length >= 8)
        expect(new Set(kindsOf(slots)).size).toBeGreaterThanOrEqual(Math.min(4, available))
      }),
    )
  })

  it('takes every offer at most once and only for an objective it bears on', () => {
    fc.assert(
      fc.property(arbitraryOffers, (seeds) => {
        const slots = planQuiz(aRequest({ offers: offersFrom(seeds) }))
        expect(new Set(slots.map(({ offer }) => offer.id)).size).toBe(slots.length)
        for (const { offer, objective_id } of slots) {
          if (objective_id === null) expect(offer.objectives).toEqual([])
          else expect(offer.objectives).toContain(objective_id)
        }
      }),
    )
  })

  it('gives each objective a question before any has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
        const uses = objectives.map(
          ({ id }) => planQuiz(aRequest({ count })).filter(({ objective_id }) => objective_id === id).length,
        )
        expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('chooses the kind by the verb of the objective', () => {
    const first = (id: string) =>
      planQuiz(aRequest({ count: 1, objectives: objectives.filter((one) => one.id === id) }))[0]?.kind
    expect([first('recall'), first('understand'), first('apply')]).toEqual([
      'multiple_choice',
      'multiple_choice',
      'numeric',
    ])
  })

  it('falls to the next lower verb where a verb has no kind with material', () => {
    const offers = [anOffer('a', 'text_input', ['apply']), anOffer('b', 'ordering', ['apply'])]
    const slots = planQuiz(aRequest({ count: 1, objectives: objectives.slice(2), offers }))
    expect(kindsOf(slots)).toEqual(['text_input'])
  })

  it('plans the longest quiz that keeps the rules when the material does not reach', () => {
    const offers = Array.from({ length: 9 }, (_, index) => anOffer(String(index), 'cloze', ['recall']))
    const slots = planQuiz(aRequest({ offers }))
    expect(slots).toHaveLength(3)
    expect(slots.map(({ level }) => level)).toEqual([1, 2, 4])
    expect(planQuiz(aRequest({ offers: [] }))).toEqual([])
  })

  it('keeps the times within a quarter of the asked duration wherever honest times allow', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 25 }),
        fc.integer({ min: 20, max: 45 }),
        (count, duration_minutes) => {
          const slots = planQuiz(aRequest({ count, duration_minutes }))
          const seconds = slots.reduce((sum, slot) => sum + slot.time_estimate_seconds, 0)
          expect(Math.abs(seconds / 60 - duration_minutes)).toBeLessThanOrEqual(duration_minutes / 4)
          expect(
            slots.every((slot) => slot.time_estimate_seconds >= 30 && slot.time_estimate_seconds <= 600),
          ).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['multiple_choice', [1, 1, 1, 2, 2]],
    ['matching', [1, 1, 1, 2, 2]],
    ['extended_text', [2, 3, 4, 5, 6]],
  ])('gives %s its points by level', (kind, points) => {
    expect([1, 2, 3, 4, 5].map((level) => pointsOf(kind, level))).toEqual(points)
  })
})
