import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssignmentSettings } from './attempts/assignments.ts'
import { isShown, type ReleaseFacts, releasePlan } from './release.ts'

type Rule = AssignmentSettings['marks_release']

const friday = '2026-03-06T08:00:00.000Z'
const monday = '2026-03-09T08:00:00.000Z'
const saturday = new Date('2026-03-07T08:00:00Z')
const nothing: ReleaseFacts = { last_close: null, marks_released_at: null, answers_released_at: null }
const closesMonday = { ...nothing, last_close: new Date(monday) }

const plan = (marks: Rule, answers: Rule, facts = nothing) => {
  const shown = releasePlan({ marks_release: marks, answers_release: answers }, facts, saturday)
  const text = ({ when, at }: (typeof shown)['marks']) => (at ? `${when} ${at.toISOString()}` : when)
  return [text(shown.marks), text(shown.answers)]
}

describe('when students see marks and right answers', () => {
  it.each<[string, Rule, Rule, ReleaseFacts, string, string]>([
    ['usual, no end', 'on_finish', 'after_all_closed', nothing, 'on_finish', 'by_teacher'],
    ['usual, with an end', 'on_finish', 'after_all_closed', closesMonday, 'on_finish', `from ${monday}`],
    [
      'both at the close',
      'after_all_closed',
      'after_all_closed',
      closesMonday,
      `from ${monday}`,
      `from ${monday}`,
    ],
    [
      'both at a close that never comes',
      'after_all_closed',
      'on_finish',
      nothing,
      'by_teacher',
      'with_marks',
    ],
    ['all at once', 'on_finish', 'on_finish', nothing, 'on_finish', 'on_finish'],
    ['answers by hand', 'on_finish', 'manual', closesMonday, 'on_finish', 'by_teacher'],
    ['marks by hand, answers with them', 'manual', 'on_finish', nothing, 'by_teacher', 'with_marks'],
    ['marks by hand, answers from a day past', 'manual', friday, nothing, 'by_teacher', 'with_marks'],
    [
      'marks by hand, answers from a day to come',
      'manual',
      monday,
      nothing,
      'by_teacher',
      `with_marks ${monday}`,
    ],
    ['both by hand', 'manual', 'manual', nothing, 'by_teacher', 'by_teacher'],
    ['marks since Friday, answers from Monday', friday, monday, nothing, `since ${friday}`, `from ${monday}`],
    ['answers wait for later marks', monday, friday, nothing, `from ${monday}`, `from ${monday}`],
    [
      'answers on finish wait for marks too',
      monday,
      'on_finish',
      nothing,
      `from ${monday}`,
      `from ${monday}`,
    ],
  ])('%s', (_, marks, answers, facts, marksShown, answersShown) => {
    expect(plan(marks, answers, facts)).toEqual([marksShown, answersShown])
  })

  it('a press of Release comes before a later rule, and not after an earlier one', () => {
    const pressed = {
      ...closesMonday,
      marks_released_at: new Date(friday),
      answers_released_at: new Date(friday),
    }
    expect(plan('after_all_closed', 'manual', pressed)).toEqual([`since ${friday}`, `since ${friday}`])
    expect(plan('on_finish', 'after_all_closed', pressed)).toEqual(['on_finish', `since ${friday}`])
  })

  it('never shows answers where marks are hidden, whatever is set and pressed', () => {
    const rule = fc.constantFrom<Rule>('on_finish', 'after_all_closed', 'manual', friday, monday)
    const time = fc.constantFrom(null, new Date(friday), new Date(monday))
    const facts = fc.record({ last_close: time, marks_released_at: time, answers_released_at: time })
    fc.assert(
      fc.property(rule, rule, facts, (marks_release, answers_release, given) => {
        const { marks, answers } = releasePlan({ marks_release, answers_release }, given, saturday)
        if (isShown(answers)) expect(isShown(marks)).toBe(true)
        expect(marks.when).not.toBe('with_marks')
        expect(marks.when === 'from' || marks.when === 'since').toBe(marks.at !== null)
      }),
    )
  })
})
