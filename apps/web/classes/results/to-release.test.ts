import { usualSettings } from '@waymark/contract/attempts/assignments.ts'
import { describe, expect, it } from 'vitest'
import { bringsAnswers, nextToRelease, waitsForNoEnd } from './to-release.ts'

const plan = (marks: string, answers: string) =>
  ({ marks: { when: marks, at: null }, answers: { when: answers, at: null } }) as Parameters<
    typeof nextToRelease
  >[0]

describe('what can be released', () => {
  it.each([
    ['by_teacher', 'by_teacher', 'marks'],
    ['from', 'from', 'marks'],
    ['by_teacher', 'with_marks', 'marks'],
    ['on_finish', 'by_teacher', 'answers'],
    ['since', 'from', 'answers'],
    ['on_finish', 'on_finish', null],
    ['on_finish', 'since', null],
    ['since', 'since', null],
  ])('marks %s, answers %s: %s', (marks, answers, next) => {
    expect(nextToRelease(plan(marks, answers))).toBe(next)
  })

  it('says that the marks bring the answers only where they do at once', () => {
    expect(bringsAnswers(plan('by_teacher', 'with_marks'))).toBe(true)
    expect(bringsAnswers(plan('by_teacher', 'by_teacher'))).toBe(false)
    const later = { marks: plan('by_teacher', '').marks, answers: { when: 'with_marks', at: '2026-03-09' } }
    expect(bringsAnswers(later as Parameters<typeof nextToRelease>[0])).toBe(false)
  })

  it('says that a quiz never closes only where a rule waits for that', () => {
    const usual = { settings: usualSettings, release: plan('on_finish', 'by_teacher') }
    expect(waitsForNoEnd(usual)).toBe(true)
    expect(waitsForNoEnd({ ...usual, release: plan('on_finish', 'from') })).toBe(false)
    expect(waitsForNoEnd({ ...usual, settings: { ...usualSettings, answers_release: 'manual' } })).toBe(false)
  })
})
