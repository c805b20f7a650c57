import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArrivedAnswer, emptyResponse, mergeAnswer, type Response } from './responses.ts'

const start = emptyResponse({ position: 3, question_id: 'q', question_version_id: 'v' })
const sent = (answer: string | null, writer_epoch: number, device_seq: number): ArrivedAnswer => ({
  device_id: `d${writer_epoch}`,
  writer_epoch,
  device_seq,
  answer: answer === null ? null : { selected_option: answer },
  received_at: new Date('2026-03-02T10:42:06Z'),
})

function arrive(...answers: ArrivedAnswer[]): { response: Response; results: string[] } {
  let response = start
  const results = answers.map((answer) => {
    const merged = mergeAnswer(response, answer)
    response = merged.response
    return merged.result
  })
  return { response, results }
}

describe('the merge rule of spec 03 §7', () => {
  test('A of the old device arrives late, question 3 untouched: A counts', () => {
    const { response, results } = arrive(sent('A', 1, 9))
    expect(response.answer).toEqual({ selected_option: 'A' })
    expect(results).toEqual(['accepted'])
  })

  test('A of the old device arrives after B of the new one: B counts, A is superseded and shown', () => {
    const { response, results } = arrive(sent('B', 2, 2), sent('A', 1, 9))
    expect(response.answer).toEqual({ selected_option: 'B' })
    expect(results).toEqual(['accepted', 'superseded'])
    expect(response.conflict?.answer).toEqual({ selected_option: 'A' })
  })

  test('C at number 10 arrives before A at number 9: C counts, nothing is in conflict', () => {
    const { response, results } = arrive(sent('C', 1, 10), sent('A', 1, 9))
    expect(response.answer).toEqual({ selected_option: 'C' })
    expect(results).toEqual(['accepted', 'superseded'])
    expect(response.conflict).toBeNull()
  })

  test('the same answer from both devices is no conflict', () => {
    expect(arrive(sent('B', 2, 2), sent('B', 1, 9)).response.conflict).toBeNull()
  })

  test('of several late answers the last one is shown', () => {
    const { response } = arrive(sent('B', 2, 2), sent('C', 1, 10), sent('A', 1, 9))
    expect(response.conflict?.answer).toEqual({ selected_option: 'C' })
  })

  test('answering again settles the conflict', () => {
    const { response } = arrive(sent('B', 2, 2), sent('A', 1, 9), sent('A', 2, 3))
    expect(response.answer).toEqual({ selected_option: 'A' })
    expect(response.conflict).toBeNull()
  })

  test('a cleared answer is an answer too: it takes the place of the earlier one', () => {
    expect(arrive(sent('A', 1, 1), sent(null, 1, 2)).response.answer).toBeNull()
  })

  test('what counts does not depend on the order of arrival', () => {
    const answer = fc.record({ epoch: fc.integer({ min: 1, max: 3 }), seq: fc.integer({ min: 1, max: 9 }) })
    const answers = fc.uniqueArray(answer, { selector: ({ epoch, seq }) => `${epoch}:${seq}`, minLength: 1 })
    fc.assert(
      fc.property(
        answers.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([sentOrder, arrivalOrder]) => {
          const all = (list: typeof sentOrder) =>
            arrive(...list.map(({ epoch, seq }) => sent(`${epoch}:${seq}`, epoch, seq))).response
          const latest = sentOrder.reduce((a, b) =>
            b.epoch > a.epoch || (b.epoch === a.epoch && b.seq > a.seq) ? b : a,
          )
          expect(all(arrivalOrder).answer).toEqual({ selected_option: `${latest.epoch}:${latest.seq}` })
          expect(all(arrivalOrder).answer).toEqual(all(sentOrder).answer)
        },
      ),
    )
  })
})

const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
