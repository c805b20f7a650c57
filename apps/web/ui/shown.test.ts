import { describe, expect, it } from 'vitest'
import { Problem, Unreachable } from '../api.ts'
import { detailsOf, stateOf } from './shown.ts'

const judges = {
  empty: (list: number[]) => list.length === 0,
  tooLittle: (list: number[]) => list.length < 3,
  partial: (list: number[]) => list.includes(0),
}
const asked = (data: number[] | undefined, error: unknown = null) => ({ data, error, dataUpdatedAt: 7 })
const problem = new Problem(
  {
    type: 'about:blank',
    title: 'No',
    status: 404,
    detail: 'Not found.',
    error_code: 'not_found',
    message: 'Not found.',
    details: {},
    request_id: 'r1',
  },
  null,
)

describe('the state of a list', () => {
  it.each([
    ['loading', asked(undefined)],
    ['empty', asked([])],
    ['too_little', asked([1])],
    ['partial', asked([1, 0, 2])],
    ['full', asked([1, 2, 3])],
    ['error', asked([1, 2, 3], problem)],
    ['offline', asked([1, 2, 3], new Unreachable('no'))],
  ] as const)('is %s', (state, query) => {
    expect(stateOf(query, judges).state).toBe(state)
  })

  it('keeps the last data and its time while the network is gone', () => {
    expect(stateOf(asked([4], new Unreachable('no')))).toEqual({ state: 'offline', data: [4], asOf: 7 })
    expect(stateOf(asked(undefined, new Unreachable('no')))).toMatchObject({ data: null })
  })

  it('names the code and the request of a refusal', () => {
    expect(detailsOf(problem)).toEqual({ sentence: 'Not found.', code: 'not_found', requestId: 'r1' })
    expect(detailsOf(new TypeError('x'))).toEqual({ sentence: null, code: 'TypeError', requestId: null })
  })
})
