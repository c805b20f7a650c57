import { describe, expect, it } from 'vitest'
import { nextCell } from './charts/grid.ts'
import { nextTab } from './Tabs.tsx'

describe('keys in a grid', () => {
  const size = { rows: 3, columns: 4 }
  it.each([
    ['ArrowRight', { row: 1, column: 1 }, { row: 1, column: 2 }],
    ['ArrowRight', { row: 1, column: 3 }, { row: 1, column: 3 }],
    ['ArrowUp', { row: 0, column: 1 }, { row: 0, column: 1 }],
    ['ArrowDown', { row: 0, column: 1 }, { row: 1, column: 1 }],
    ['Home', { row: 2, column: 2 }, { row: 2, column: 0 }],
    ['End', { row: 2, column: 2 }, { row: 2, column: 3 }],
    ['a', { row: 2, column: 2 }, null],
  ])('%s leads on and stops at the border', (key, from, to) => {
    expect(nextCell(key, from, size, false)).toEqual(to)
  })
  it('left and right change places in right-to-left text', () => {
    expect(nextCell('ArrowLeft', { row: 0, column: 0 }, size, true)).toEqual({ row: 0, column: 1 })
  })
})

describe('keys on tabs', () => {
  it('go round, to the first and to the last', () => {
    expect(nextTab('ArrowRight', 2, 3, false)).toBe(0)
    expect(nextTab('ArrowLeft', 0, 3, false)).toBe(2)
    expect(nextTab('ArrowLeft', 0, 3, true)).toBe(1)
    expect(nextTab('Home', 2, 3, false)).toBe(0)
    expect(nextTab('End', 0, 3, false)).toBe(2)
    expect(nextTab('x', 0, 3, false)).toBeNull()
  })
})
