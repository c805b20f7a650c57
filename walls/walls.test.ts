import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { houseOf, readHouse } from './house.ts'
import { complaints } from './wall.ts'
import { walls } from './walls.ts'

describe('walls', () => {
  it('are all in the list, each with a test of its own', () => {
    const files = readdirSync(new URL('rules', import.meta.url))
    const rules = files.filter((name) => !name.endsWith('.test.ts'))
    expect(walls).toHaveLength(rules.length)
    expect(files.filter((name) => name.endsWith('.test.ts'))).toEqual(
      rules.map((name) => name.replace('.ts', '.test.ts')),
    )
  })

  it.each(walls.map((wall) => [wall.name, wall] as const))(
    '%s does not stand when it sees nothing',
    (_name, wall) => {
      const sight = wall.look(houseOf({ 'package.json': '{}' }))
      expect(complaints(wall, sight).at(-1)).toMatch(/^saw \d files, must see at least [1-9]/)
    },
  )

  it('read the repository they stand in', () => {
    const house = readHouse(fileURLToPath(new URL('..', import.meta.url)))
    expect(house.find('walls/walls.test.ts')?.links.map(({ to }) => to)).toContain('walls/house.ts')
    expect(house.files.some(({ path }) => path.startsWith('node_modules/'))).toBe(false)
  })
})
