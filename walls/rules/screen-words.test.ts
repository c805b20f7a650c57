import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { screenWordsWall as wall } from './screen-words.ts'

const look = (text: string) => breachesIn(wall, { 'apps/web/learn/Today.tsx': text })

describe('words on the screen', () => {
  it.each([
    '<h1>Today</h1>',
    '<p>{count} questions left</p>',
    `<p>{'Today'}</p>`,
    `<p>{done ? t('saved') : 'Saving'}</p>`,
    `<p>{name ?? 'nobody'}</p>`,
    `<p>{\`Question \${number}\`}</p>`,
    '<button aria-label="Close" />',
    `<img alt={'A picture'} />`,
    `<input placeholder={empty ? 'Your name' : undefined} />`,
    `<Panel title="Evidence" />`,
  ])('a screen may not hold: %s', (text) => {
    expect(look(text)).toHaveLength(1)
  })

  it.each([
    `<h1>{t('today.title')}</h1>`,
    '<p>{count} / {total} · % — &nbsp;</p>',
    `<p className="wide" id="a" role="status" data-state={open ? 'open' : 'shut'} />`,
    `<p>{state === 'open' && <Open />}</p>`,
    `<p>{names.join(', ')}</p>`,
    `<button aria-label={t('close')} />`,
    '{/* Today */}',
    `<img alt="" />`,
  ])('a screen may hold: %s', (text) => {
    expect(look(`const a = <>${text}</>`)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'apps/web/a.tsx': '', 'apps/web/b.ts': '', 'apps/web/c.test.tsx': '' })).toBe(1)
  })
})
