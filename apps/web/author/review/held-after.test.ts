import { describe, expect, it } from 'vitest'
import { heldAfter } from './held-after.ts'

const here = { id: 'b', at: 1 }
const held = { id: 'b', from: 1, at: 1 }

describe('moving a question by the keyboard', () => {
  it('picks it up with Space or Enter and drops it with the same', () => {
    expect(heldAfter(' ', null, here, 3)).toEqual(held)
    expect(heldAfter('Enter', null, here, 3)).toEqual(held)
    expect(heldAfter(' ', held, here, 3)).toBeNull()
  })

  it('moves it by arrows, Home and End and never out of the list', () => {
    expect(heldAfter('ArrowDown', held, here, 3)).toEqual({ ...held, at: 2 })
    expect(heldAfter('ArrowDown', { ...held, at: 2 }, here, 3)).toEqual({ ...held, at: 2 })
    expect(heldAfter('ArrowUp', held, here, 3)).toEqual({ ...held, at: 0 })
    expect(heldAfter('End', held, here, 3)).toEqual({ ...held, at: 2 })
    expect(heldAfter('Home', held, here, 3)).toEqual({ ...held, at: 0 })
  })

  it('lets go with Escape', () => {
    expect(heldAfter('Escape', { ...held, at: 2 }, here, 3)).toBeNull()
  })

  it('leaves every other key to the page, and arrows too while nothing is held', () => {
    expect(heldAfter('Tab', held, here, 3)).toBeUndefined()
    expect(heldAfter('ArrowDown', null, here, 3)).toBeUndefined()
    expect(heldAfter('Escape', null, here, 3)).toBeUndefined()
  })
})
