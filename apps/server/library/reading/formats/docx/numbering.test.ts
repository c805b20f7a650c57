import { describe, expect, it } from 'vitest'
import { parseXml } from '../../guard/xml.ts'
import { readNumbering } from './numbering.ts'

const definition = (id: string, format: string) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`
const list = (id: string, abstract: string, inner = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`
const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'

const lists = () =>
  readNumbering(
    parseXml(
      Buffer.from(
        `<w:numbering xmlns:w="w">${definition('1', 'decimal')}${definition('2', 'bullet')}${list('1', '1')}${list('2', '1', again)}${list('3', '1')}${list('4', '2')}</w:numbering>`,
      ),
      256,
    ),
  )
const names = (...ids: string[]) => {
  const { listOf } = lists()
  return ids.map((id) => listOf({ id, depth: 0 }))
}

describe('which items are one list', () => {
  it('ids of one definition count on', () => {
    expect(new Set(names('1', '3', '1')).size).toBe(1)
  })

  it('an id that starts again begins a list, which the other ids then continue', () => {
    const [before, first, second, third] = names('1', '2', '2', '3')
    expect(first).not.toBe(before)
    expect([second, third]).toEqual([first, first])
  })

  it('other definitions are other lists, and only some count', () => {
    const [numbers, bullets] = names('1', '4')
    expect(numbers).not.toBe(bullets)
    expect(lists().isOrdered({ id: '1', depth: 0 })).toBe(true)
    expect(lists().isOrdered({ id: '4', depth: 0 })).toBe(false)
    expect(lists().isOrdered({ id: '1', depth: 5 })).toBe(false)
  })
})
