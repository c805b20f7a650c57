import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { papersWall as wall } from './papers.ts'

const house = {
  'docs/map.md':
    '| `docs/` | papers |\n| `packages/` | a |\n| `packages/science/` | b |\n| `packages/science/marking/` | c |',
  'docs/decisions/dependencies.md': '- `zod`: reads what comes in.\n- `vitest`, `fast-check`: test.',
  'package.json': JSON.stringify({ devDependencies: { vitest: '1', 'fast-check': '1' } }),
  'packages/science/package.json': JSON.stringify({ dependencies: { zod: '1', '@waymark/science': '1' } }),
  'packages/science/marking/text.ts': '',
}
const look = (texts: Record<string, string>) => breachesIn(wall, { ...house, ...texts })

describe('papers', () => {
  it('stand when they tell of everything', () => {
    expect(look({})).toEqual([])
  })

  it('must name a new room', () => {
    expect(look({ 'packages/science/mastery/tracer.ts': '' })).toEqual([
      'docs/map.md does not name `packages/science/mastery/`',
    ])
  })

  it('need not name each kind of question', () => {
    const map = `${house['docs/map.md']}\n| \`packages/questions/\` | d |`
    expect(look({ 'docs/map.md': map, 'packages/questions/cloze/mark.ts': '' })).toEqual([])
  })

  it('may not name what is gone', () => {
    expect(look({ 'docs/map.md': `${house['docs/map.md']}\n| \`e2e/\` | gone |` })).toEqual([
      'docs/map.md names `e2e/`, which is not there',
    ])
  })

  it('must give a reason for a new dependency, and none for what is gone', () => {
    const found = look({ 'packages/science/package.json': JSON.stringify({ dependencies: { pg: '1' } }) })
    expect(found).toEqual([
      'docs/decisions/dependencies.md gives no reason for pg',
      'docs/decisions/dependencies.md speaks of zod, which nothing depends on',
    ])
  })

  it('must not link to nothing', () => {
    const text = '[a](docs/map.md#top) [b](docs/) [c](https://example.org/d) [e](docs/gone.md)'
    expect(look({ 'README.md': text })).toEqual(['README.md links to docs/gone.md, which is not there'])
  })

  it('counts the papers it saw', () => {
    expect(seenIn(wall, house)).toBe(2)
  })
})
