import { describe, expect, it } from 'vitest'
import { actOfKey } from './marking-keys.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('keys while marking', () => {
  it.each([
    ['0', { do: 'award', value: 0 }],
    ['9', { do: 'award', value: 9 }],
    ['n', { do: 'next' }],
    ['N', { do: 'next' }],
    ['P', { do: 'previous' }],
    ['?', { do: 'show_keys' }],
    ['x', null],
    ['Enter', null],
  ])('%s', (key, act) => {
    expect(actOfKey(press(key), false)).toEqual(act)
  })
  it('mean nothing while somebody types, or with Ctrl, Alt or ⌘', () => {
    expect(actOfKey(press('4'), true)).toBeNull()
    expect(actOfKey(press('n', { ctrlKey: true }), false)).toBeNull()
    expect(actOfKey(press('p', { metaKey: true }), false)).toBeNull()
    expect(actOfKey(press('1', { altKey: true }), false)).toBeNull()
  })
})
