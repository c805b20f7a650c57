import { describe, expect, test } from 'vitest'
import type { AuditRow, SealedRow } from '../store/audit.ts'
import { CHAIN_START, firstBroken, hashOfRow, sealRows } from './chain.ts'

const row = (number: number): AuditRow => ({
  id: `0198a000-0000-7000-8000-00000000000${number}`,
  school_id: '0198a000-0000-7000-8000-0000000000ff',
  happened_at: new Date(Date.UTC(2026, 2, 2, 10, number)),
  actor_id: null,
  actor_role: 'teacher',
  action: 'student.opened',
  subject_type: 'student',
  subject_id: null,
  student_id: null,
  reason: null,
  details: { z: 1, a: [true, null, 'é'] },
  request_id: 'r',
})

const sealed = (): SealedRow[] => {
  const rows = [row(1), row(2), row(3)]
  return sealRows(rows, null).map((seal, at) => ({ ...(rows[at] as AuditRow), ...seal }))
}
const changed = (at: number, change: Partial<SealedRow>) =>
  sealed().map((one, index) => (index === at ? { ...one, ...change } : one))

describe('the audit chain', () => {
  test('begins at zeros and each row carries the hash before it', () => {
    const [first, second, third] = sealed()
    expect(first).toMatchObject({ position: 1, previous_hash: CHAIN_START })
    expect(second).toMatchObject({ position: 2, previous_hash: first?.hash })
    expect(third).toMatchObject({ position: 3, previous_hash: second?.hash })
  })

  test('hashes do not depend on the order of keys', () => {
    const other = { ...row(1), details: { a: [true, null, 'é'], z: 1 } }
    expect(hashOfRow(other, 1, CHAIN_START)).toBe(hashOfRow(row(1), 1, CHAIN_START))
  })

  test('goes on from where it ended', () => {
    const [first] = sealRows([row(1)], null)
    const [second] = sealRows([row(2)], { position: 1, hash: first?.hash ?? '' })
    expect(second?.hash).toBe(sealed()[1]?.hash)
  })

  test.each([
    ['nothing was touched', sealed(), null],
    ['an action was changed', changed(1, { action: 'nothing' }), { position: 2, because: 'row_changed' }],
    ['a detail was changed', changed(0, { details: {} }), { position: 1, because: 'row_changed' }],
    ['a time was changed', changed(2, { happened_at: new Date(0) }), { position: 3, because: 'row_changed' }],
    ['a row was taken out', sealed().toSpliced(1, 1), { position: 3, because: 'row_missing' }],
    [
      'a link was changed',
      changed(1, { previous_hash: CHAIN_START }),
      { position: 2, because: 'link_changed' },
    ],
    [
      'a row was changed and hashed anew: the next link says so',
      changed(0, { action: 'x', hash: hashOfRow({ ...row(1), action: 'x' }, 1, CHAIN_START) }),
      { position: 2, because: 'link_changed' },
    ],
  ])('when %s', (_, rows, expected) => {
    if (expected) expect(firstBroken(rows, null)).toMatchObject(expected)
    else expect(firstBroken(rows, null)).toBeNull()
  })
})
