import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindCodes } from './generated/codes.ts'
import type { AnyKind } from './kind.ts'
import { allKinds, buildRegistry, findKind, kindOf } from './registry.ts'

const whole = kindOf({ kind: 'ordering' })
const without = (change: Partial<Record<keyof AnyKind, unknown>>) => () =>
  buildRegistry({ ordering: { ...whole, ...change } as AnyKind })

describe('the registry of kinds', () => {
  it('holds exactly the folders with an entry', () => {
    const folders = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => /^[a-z-]+[/\\]entry\.ts$/.test(path))
      .map((path) => path.replace(/[/\\].*/, '').replaceAll('-', '_'))
    expect(kindCodes.toSorted()).toEqual(folders.toSorted())
    expect(allKinds().map(({ code }) => code)).toEqual([...kindCodes])
  })

  it.each(Object.keys(whole) as (keyof AnyKind)[])('stops the start when an entry lacks its %s', (part) => {
    expect(without({ [part]: undefined })).toThrow(
      `The question kind ordering is not complete: it has no ${part}.`,
    )
  })

  it.each([
    ['a code that is not its folder', { code: 'sorting' }, 'its folder says ordering, its code sorting'],
    ['an upgrade too few', { contentVersion: 2 }, 'content version 2 needs 1 upgrades'],
    ['no way by keyboard', { keyboard: [] }, 'it does not say how it is answered by keyboard'],
    ['a marker that cannot mark', { marker: { by: 'rule' } }, 'its marker has no mark'],
    ['a teacher without award', { marker: { by: 'teacher' } }, 'its marker has no award or no reasons'],
  ])('stops the start for %s', (_, change, reason) => {
    expect(without(change)).toThrow(reason)
  })

  it('knows no kind by a name that every object has', () => {
    expect([findKind('constructor'), findKind('__proto__'), findKind('')]).toEqual([null, null, null])
  })
})
