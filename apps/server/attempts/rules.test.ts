import { fraction } from '@waymark/science/marking/fraction.ts'
import { describe, expect, test } from 'vitest'
import {
  attemptsLeft,
  countingAttempt,
  hasRung,
  isSettled,
  lastClose,
  laterDeadline,
  type Override,
  type StartFacts,
  triesAllowed,
  whyNotAct,
  whyNotStart,
} from './rules.ts'

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)
const window = { available_from: at('10:00'), available_until: at('10:45') }
const asClass: Override = {
  available_from: null,
  available_until: null,
  extra_attempts: 0,
  excused: false,
}

describe('starting a quiz', () => {
  const facts: StartFacts = { window, override: null, max_attempts: 1, attempts: 0 }
  test.each([
    { title: 'inside the window', facts, now: at('10:20'), no: null },
    { title: 'at the opening', facts, now: at('10:00'), no: null },
    { title: 'a minute before', facts, now: at('09:59'), no: 'not_open_yet' },
    { title: 'at the close', facts, now: at('10:45'), no: 'window_closed' },
    {
      title: 'the attempt is used',
      facts: { ...facts, attempts: 1 },
      now: at('10:20'),
      no: 'no_attempts_left',
    },
    {
      title: 'a further attempt was given',
      facts: { ...facts, attempts: 1, override: { ...asClass, extra_attempts: 1 } },
      now: at('10:20'),
      no: null,
    },
    {
      title: 'as many as the student likes',
      facts: { ...facts, attempts: 40, max_attempts: 0 },
      now: at('10:20'),
      no: null,
    },
    {
      title: 'excused, even inside the window',
      facts: { ...facts, override: { ...asClass, excused: true } },
      now: at('10:20'),
      no: 'excused',
    },
    {
      title: 'an own later end',
      facts: { ...facts, override: { ...asClass, available_until: at('11:30') } },
      now: at('11:00'),
      no: null,
    },
    {
      title: 'an own earlier end is final',
      facts: { ...facts, override: { ...asClass, available_until: at('10:10') } },
      now: at('10:20'),
      no: 'window_closed',
    },
    {
      title: 'an own earlier opening',
      facts: { ...facts, override: { ...asClass, available_from: at('09:00') } },
      now: at('09:30'),
      no: null,
    },
    {
      title: 'a window without an end',
      facts: { ...facts, window: { ...window, available_until: null } },
      now: at('23:00'),
      no: null,
    },
  ])('$title', ({ facts, now, no }) => {
    expect(whyNotStart(facts, now)?.code ?? null).toBe(no)
  })

  test('the refusal names the time', () => {
    expect(whyNotStart(facts, at('09:00'))?.details).toEqual({ opens_at: '2026-03-02T10:00:00.000Z' })
    expect(whyNotStart(facts, at('11:00'))?.details).toEqual({ closed_at: '2026-03-02T10:45:00.000Z' })
  })

  test.each([
    { max_attempts: 1, attempts: 0, extra: 0, left: 1 },
    { max_attempts: 1, attempts: 1, extra: 2, left: 2 },
    { max_attempts: 2, attempts: 5, extra: 0, left: 0 },
    { max_attempts: 0, attempts: 5, extra: 0, left: null },
  ])('$max_attempts allowed, $extra extra, $attempts used: $left left', (row) => {
    const override = { ...asClass, extra_attempts: row.extra }
    expect(attemptsLeft({ ...row, override })).toBe(row.left)
  })
})

describe('acting in a running attempt', () => {
  const attempt = { status: 'in_progress', writer_device_id: 'd2', writer_epoch: 2 }
  test.each([
    { title: 'the writer', writer: { device_id: 'd2', writer_epoch: 2 }, no: null },
    { title: 'the old device', writer: { device_id: 'd1', writer_epoch: 1 }, no: 'writer_moved' },
    {
      title: 'the old device with the new number',
      writer: { device_id: 'd1', writer_epoch: 2 },
      no: 'writer_moved',
    },
    {
      title: 'the writer with an old number',
      writer: { device_id: 'd2', writer_epoch: 1 },
      no: 'writer_moved',
    },
  ])('$title', ({ writer, no }) => {
    expect(whyNotAct(attempt, writer)?.code ?? null).toBe(no)
  })

  test('an attempt that has ended takes nothing, whoever asks', () => {
    const ended = { ...attempt, status: 'completed' }
    expect(whyNotAct(ended, { device_id: 'd1', writer_epoch: 1 })?.code).toBe('attempt_ended')
  })
})

describe('the bell', () => {
  test.each([
    { deadline: at('10:45'), now: at('10:44'), rung: false },
    { deadline: at('10:45'), now: at('10:45'), rung: true },
    { deadline: null, now: at('23:59'), rung: false },
  ])('deadline $deadline at $now: $rung', ({ deadline, now, rung }) => {
    expect(hasRung({ deadline_at: deadline }, now)).toBe(rung)
  })

  test.each([
    { title: 'later is taken', present: at('10:45'), wished: at('11:00'), deadline: at('11:00') },
    { title: 'earlier is not', present: at('10:45'), wished: at('10:30'), deadline: at('10:45') },
    { title: 'none is later than any', present: at('10:45'), wished: null, deadline: null },
    { title: 'none stays none', present: null, wished: at('10:30'), deadline: null },
  ])('a changed window never shortens a running attempt: $title', ({ present, wished, deadline }) => {
    expect(laterDeadline(present, wished)).toEqual(deadline)
  })
})

describe('tries at a question', () => {
  test.each([
    { allow_question_retry: true, max_question_retries: 3, tries: 4 },
    { allow_question_retry: true, max_question_retries: 0, tries: null },
    { allow_question_retry: false, max_question_retries: 3, tries: 1 },
  ])('retry $allow_question_retry, $max_question_retries: $tries', ({ tries, ...settings }) => {
    expect(triesAllowed(settings)).toBe(tries)
  })

  test.each([
    { facts: { tries: 0, right: false, revealed: false }, allowed: 2, settled: false },
    { facts: { tries: 1, right: false, revealed: false }, allowed: 2, settled: false },
    { facts: { tries: 2, right: false, revealed: false }, allowed: 2, settled: true },
    { facts: { tries: 1, right: true, revealed: false }, allowed: null, settled: true },
    { facts: { tries: 0, right: false, revealed: true }, allowed: null, settled: true },
    { facts: { tries: 90, right: false, revealed: false }, allowed: null, settled: false },
  ])('$facts of $allowed: settled $settled', ({ facts, allowed, settled }) => {
    expect(isSettled(facts, allowed)).toBe(settled)
  })
})

describe('when all are closed', () => {
  test.each([
    { title: 'the class', overrides: [], close: at('10:45') },
    {
      title: 'the last personal end counts',
      overrides: [{ ...asClass, available_until: at('11:30') }],
      close: at('11:30'),
    },
    {
      title: 'an earlier one changes nothing',
      overrides: [{ ...asClass, available_until: at('10:10') }],
      close: at('10:45'),
    },
  ])('$title', ({ overrides, close }) => {
    expect(lastClose(window, overrides)).toEqual(close)
  })

  test('without an end it is never closed by itself', () => {
    expect(
      lastClose({ ...window, available_until: null }, [{ ...asClass, available_until: at('11:00') }]),
    ).toBeNull()
  })
})

describe('which attempt counts', () => {
  const attempts = [
    { attempt_number: 2, status: 'completed', share: fraction(7, 10) },
    { attempt_number: 1, status: 'completed', share: fraction(5, 10) },
    { attempt_number: 3, status: 'completed', share: fraction(6, 8) },
    { attempt_number: 4, status: 'completed', share: fraction(3, 4) },
    { attempt_number: 5, status: 'abandoned', share: null },
    { attempt_number: 6, status: 'in_progress', share: null },
  ]
  test.each([
    { rule: 'first', number: 1 },
    { rule: 'latest', number: 4 },
    { rule: 'best', number: 3 },
  ] as const)('$rule: number $number', ({ rule, number }) => {
    expect(countingAttempt(attempts, rule)?.attempt_number).toBe(number)
  })

  test('abandoned and running ones never count', () => {
    expect(countingAttempt(attempts.slice(4), 'best')).toBeNull()
  })
})
