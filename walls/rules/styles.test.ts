import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { stylesWall as wall } from './styles.ts'

const css = (text: string) => breachesIn(wall, { 'apps/web/ui/button.css': text })
const tsx = (text: string) => breachesIn(wall, { 'apps/web/ui/Button.tsx': text })

describe('styles', () => {
  it.each([
    '.a { color: #2B3036; }',
    '.a {\n  background: rgb(0 0 0 / 50%);\n}',
    '.a { border: 1px solid hsl(0 0% 0%) }',
    '.a { font-size: 14px; }',
    '.a { margin-left: var(--space-1); }',
    '.a { text-align: right; }',
    '.a {\n  left: 0;\n}',
    '.a { border-top-left-radius: var(--radius); }',
  ])('a style sheet may not hold: %s', (text) => {
    expect(css(text)).toHaveLength(1)
  })

  it.each([
    '.a { color: var(--text); margin-inline-start: var(--space-1); }',
    '#fade { inset-inline: 0; text-align: start }',
    '/* #2B3036, margin-left */ .a { font-size: var(--type-16) }',
    '.left-over { font-size: 100%; scrollbar-gutter: stable }',
  ])('a style sheet may hold: %s', (text) => {
    expect(css(text)).toEqual([])
  })

  it('keeps colours out of code, and finds the line', () => {
    expect(tsx(`\nconst a = '#fff'`)).toEqual(['apps/web/ui/Button.tsx:2 names a colour: #fff'])
    expect(tsx('const a = <rect style={{ marginLeft: 2 }} />')).toHaveLength(1)
    expect(tsx(`const a = <a href="#main" className="x" />`)).toEqual([])
  })

  it('lets the tokens name colours', () => {
    expect(
      breachesIn(wall, { 'apps/web/ui/tokens.css': ':root { --text: #2B3036; --type-16: 1rem }' }),
    ).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'apps/web/a.css': '', 'apps/web/b.tsx': '', 'apps/web/b.test.ts': '' })).toBe(2)
  })
})
