import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { lockfileWall as wall } from './lockfile.ts'

const lock = (packages: object) => ({ 'package-lock.json': JSON.stringify({ packages }) })

describe('lockfile', () => {
  it('stands when everything is named', () => {
    const packages = {
      '': { optionalDependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', optionalDependencies: { b: '2.0.0' } },
      'node_modules/a/node_modules/b': { version: '2.0.0', os: ['darwin'] },
      'node_modules/@waymark/web': { resolved: 'apps/web', link: true },
    }
    expect(breachesIn(wall, lock(packages))).toEqual([])
  })

  it('may not name a host', () => {
    const resolved = ['https:', '', 'mirror.example', 'a.tgz'].join('/')
    expect(breachesIn(wall, lock({ 'node_modules/a': { version: '1.0.0', resolved } }))).toHaveLength(1)
  })

  it('may not leave out the package of another platform', () => {
    expect(breachesIn(wall, lock({ '': { optionalDependencies: { a: '1.0.0' } } }))).toEqual([
      'package-lock.json leaves out a, which the root names',
    ])
  })

  it('names every version', () => {
    expect(breachesIn(wall, lock({ 'node_modules/a': {} }))).toHaveLength(1)
  })

  it.each(['^1.0.0', '1.x', 'latest', 'git+ssh://a'])('a package file may not ask for %s', (version) => {
    const text = JSON.stringify({ dependencies: { a: version } })
    expect(breachesIn(wall, { 'packages/science/package.json': text })).toHaveLength(1)
  })

  it('counts the files it saw', () => {
    expect(
      seenIn(wall, { ...lock({}), 'package.json': '{}', 'apps/web/package.json': '{}', 'a.json': '' }),
    ).toBe(3)
  })
})
