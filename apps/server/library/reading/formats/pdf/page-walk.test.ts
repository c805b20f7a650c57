import { describe, expect, it } from 'vitest'
import { identity } from './matrix.ts'
import { type Instruction, walkPage } from './page-walk.ts'

const sheet = { width: 600, height: 800, toPage: identity }
const typeface = { monospaced: false, unit: 0.001 }
const glyphs = (text: string) =>
  [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === ' ' }))
const does = (name: string, ...values: unknown[]): Instruction => ({ name, values })
const white = does('setFillRGBColor', '#ffffff')
const show = (text: string, x = 100, y = 400) => [
  does('beginText'),
  does('setFont', 'F', 10),
  does('moveText', x, y),
  does('showText', glyphs(text)),
  does('endText'),
]
const rectangle = (colour: string, bounds = [50, 350, 300, 450]) => [
  does('setFillRGBColor', colour),
  does('constructPath', 'fill', [], bounds),
]
const walk = (...instructions: (Instruction | Instruction[])[]) =>
  walkPage(instructions.flat(), sheet, () => typeface)
const hidden = (...instructions: (Instruction | Instruction[])[]) =>
  walk(...instructions)
    .filter((item) => item.hidden)
    .map(({ text }) => text)

describe('where text stands', () => {
  it('place, width and size follow the matrices', () => {
    const [item] = walk(
      does('save'),
      does('transform', 2, 0, 0, 2, 10, 20),
      ...show('ab', 100, 50),
      does('restore'),
    )
    expect(item).toMatchObject({ text: 'ab', left: 210, baseline: 120, width: 20, size: 20 })
  })

  it('wide kerning parts words, narrow kerning does not', () => {
    const parts = [...glyphs('a'), -20, ...glyphs('b'), -900, ...glyphs('c')]
    const items = walk(does('setFont', 'F', 10), does('showText', parts))
    expect(items.map(({ text }) => text)).toEqual(['ab', 'c'])
    expect(items[1]?.left).toBeCloseTo(19.2)
  })
})

describe('whether text can be seen', () => {
  it('white is hidden on paper and seen on a dark area painted before', () => {
    expect(hidden(white, show('x'))).toEqual(['x'])
    expect(hidden(rectangle('#000000'), white, show('x'))).toEqual([])
    expect(hidden(rectangle('#000000', [0, 0, 50, 50]), white, show('x'))).toEqual(['x'])
    expect(hidden(white, show('x'), rectangle('#000000'))).toEqual(['x'])
  })

  it('any colour is hidden on itself', () => {
    expect(hidden(rectangle('#204060'), show('x'))).toEqual(['x'])
  })

  it('white on a picture is seen, though pictures are left out of the instructions', () => {
    const picture = [does('save'), does('transform', 300, 0, 0, 200, 50, 350), does('restore')]
    expect(hidden(picture, white, show('x'))).toEqual([])
  })

  it('what is off the page, tiny or transparent is hidden', () => {
    expect(hidden(show('x', 700))).toEqual(['x'])
    expect(hidden(show('x', 100, -30))).toEqual(['x'])
    expect(hidden(does('transform', 0.1, 0, 0, 0.1, 0, 0), show('x'))).toEqual(['x'])
    expect(hidden(does('setGState', [['ca', 0]]), does('setFillRGBColor', '#000000'), show('x'))).toEqual([
      'x',
    ])
  })

  it('text without ink is hidden beside other text, and read when a scan has no other', () => {
    const inkless = [does('setTextRenderingMode', 3), ...show('scan')]
    expect(hidden(show('seen'), inkless)).toEqual(['scan'])
    expect(hidden(inkless)).toEqual([])
  })
})
