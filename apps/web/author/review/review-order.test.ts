import { describe, expect, it } from 'vitest'
import { nextWaiting, questionToShow } from './review-order.ts'

const question = (id: string, review_state: 'generated' | 'edited' | 'approved') => ({
  id,
  review_state,
  findings: [],
})
const questions = [question('a', 'approved'), question('b', 'generated'), question('c', 'edited')]

describe('the question to show', () => {
  it('is the one asked for', () => {
    expect(questionToShow(questions, 'a')?.id).toBe('a')
  })

  it('is else the first that waits, and when all are approved the first', () => {
    expect(questionToShow(questions, 'gone')?.id).toBe('b')
    expect(questionToShow([question('x', 'approved'), question('y', 'approved')], null)?.id).toBe('x')
    expect(questionToShow([], null)).toBeNull()
  })
})

describe('the next question that waits', () => {
  it('is looked for onwards, then from the start, and never the same one', () => {
    expect(nextWaiting(questions, 'b')?.id).toBe('c')
    expect(nextWaiting(questions, 'c')?.id).toBe('b')
    expect(nextWaiting([question('a', 'approved'), question('b', 'edited')], 'b')).toBeNull()
  })
})
