import { describe, expect, it } from 'vitest'
import { saveLine } from './save-line.ts'

const at = '2026-03-02T10:42:07Z'
const calm = { keepsHere: true, writing: false, unsent: 0, cutOff: false, savedAt: at }

describe('the save line says only what is true', () => {
  it.each([
    ['all acknowledged', calm, { says: 'saved', at }],
    ['all acknowledged, without a store', { ...calm, keepsHere: false }, { says: 'saved', at }],
    ['on its way', { ...calm, unsent: 2 }, { says: 'saving' }],
    ['on its way, without a store', { ...calm, unsent: 2, keepsHere: false }, { says: 'saving' }],
    ['network gone', { ...calm, unsent: 2, cutOff: true }, { says: 'kept_here' }],
    [
      'network gone, still being written',
      { ...calm, unsent: 1, cutOff: true, writing: true },
      { says: 'saving' },
    ],
    [
      'network gone and no store',
      { ...calm, unsent: 2, cutOff: true, keepsHere: false },
      { says: 'cannot_save' },
    ],
    ['network gone, nothing unsent', { ...calm, cutOff: true }, { says: 'saved', at }],
    ['never acknowledged', { ...calm, savedAt: null }, { says: 'saving' }],
  ] as const)('%s', (_, facts, line) => {
    expect(saveLine(facts)).toEqual(line)
  })
})
