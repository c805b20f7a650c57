import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { userTextWall as wall } from './user-text.ts'

const look = (text: string) => breachesIn(wall, { 'apps/web/ui/Text.tsx': text })

describe('text of users', () => {
  it.each([
    '<p dangerouslySetInnerHTML={{ __html: text }} />',
    'node.innerHTML = text',
    `node.insertAdjacentHTML('beforeend', text)`,
    '<iframe srcDoc={text} />',
  ])('a page may not hold: %s', (text) => {
    expect(look(text)).toHaveLength(1)
  })

  it('lets text be text', () => {
    expect(look('// innerHTML is never used\nnode.textContent = "innerHTML"')).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'apps/web/a.tsx': '', 'apps/web/a.test.ts': '', 'e2e/b.ts': '' })).toBe(1)
  })
})
