import { expect, it } from 'vitest'
import { readCandidate } from '../generation/candidate-gate.ts'
import { seededChance } from './chance.ts'
import { factsShownBy } from './facts-shown.ts'
import { dress, offersOf } from './generate.ts'
import { lessonForTests } from './lesson-for-tests.ts'

const chance = seededChance('facts')
const offers = offersOf(lessonForTests, chance)
const factsOf = factsShownBy(lessonForTests)

/** The facts that the question shows which an offer becomes. */
function facts(offerId: string): string[] {
  const offer = offers.find(({ id }) => id === offerId) ?? expect.unreachable()
  const place = { position: 1, level: 2, objective_id: null, points: 1, time_estimate_seconds: 60 }
  const draft = offer.write(place, chance.branch(offer.id)) ?? expect.unreachable()
  return [...factsOf(readCandidate(dress(draft, { ...place, kind: offer.kind, offer }, lessonForTests)))]
}

it.each(['multiple_choice/term/ram', 'text_input/term/ram'])('%s shows what the term means', (id) => {
  expect(facts(id)).toEqual(['term ram'])
})

it('a question to match shows the meaning of each of its terms', () => {
  const matching = offers.find(({ kind }) => kind === 'matching') ?? expect.unreachable()
  expect(facts(matching.id).length).toBeGreaterThanOrEqual(4)
})

it('a choice between sentences shows every belief among its options, a sentence to judge its own', () => {
  const [first, ...others] = offers.filter(({ id }) => id.startsWith('multiple_choice/belief/'))
  expect(others).toHaveLength(2)
  expect(facts(first?.id ?? '').sort()).toEqual(
    lessonForTests.misconceptions.map(({ id }) => `belief ${id}`).sort(),
  )
  const judged = offers.find(({ id }) => id.startsWith('true_false/belief/')) ?? expect.unreachable()
  expect(facts(judged.id)).toHaveLength(1)
})

it('a sentence with a gap shows no meaning', () => {
  const gap = offers.find(({ id }) => id.startsWith('cloze/sentence/')) ?? expect.unreachable()
  expect(facts(gap.id)).toEqual([])
})
