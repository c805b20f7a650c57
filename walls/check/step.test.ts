import { describe, expect, it } from 'vitest'
import { countIn, passed } from './step.ts'

describe('a step of the check', () => {
  it('fails when it saw nothing, although it found nothing', () => {
    expect(passed({ seen: 0, complaint: '' })).toBe(false)
  })

  it('fails when it found something', () => {
    expect(passed({ seen: 3, complaint: 'a.ts is wrong\n' })).toBe(false)
  })

  it('passes when it looked and found nothing', () => {
    expect(passed({ seen: 3, complaint: '' })).toBe(true)
  })

  it('reads how many files a program says it saw', () => {
    expect(countIn('Checked 1,204 files in 3 ms', /Checked ([\d,]+) files/)).toBe(1204)
    expect(countIn('nothing', /Checked (\d+) files/)).toBe(0)
  })
})
