import { type Colour, isInvisible } from '../colour.ts'
import { type Area, after, apply, areaUnder, holds, identity, type Matrix } from './matrix.ts'
import type { TextItem } from './segments.ts'

/** One drawing instruction by name, with its arguments. */
export interface Instruction {
  name: string
  values: readonly unknown[]
}

export interface Typeface {
  monospaced: boolean
  /** Glyph widths count in this share of the type size. */
  unit: number
}

export interface PageSheet {
  width: number
  height: number
  /** From the page's own space to points from the lower left corner of the page as it is shown. */
  toPage: Matrix
}

interface State {
  matrix: Matrix
  fill: Colour
  size: number
  typeface: Typeface
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  mode: number
  /** Ink so thin that nothing is seen. */
  transparent: boolean
  /** Whether anything was drawn since this state was saved. */
  touched: boolean
  /** Whether the space was moved since. */
  moved: boolean
}

/** A text item, and whether the page draws it without ink (as programs that read scans do). */
type WalkedItem = TextItem & { inkless: boolean }

const plain: Typeface = { monospaced: false, unit: 0.001 }
const wordGap = 0.15
const smallestPoints = 2

/**
 * Follows a page's drawing instructions and gives its text with everything that decides whether it can be seen:
 * place, size, colour, and what was painted underneath before.
 */
export function walkPage(
  instructions: Iterable<Instruction>,
  sheet: PageSheet,
  typefaceOf: (name: string) => Typeface,
): TextItem[] {
  const walk = new PageWalk(sheet, typefaceOf)
  for (const instruction of instructions) walk.follow(instruction)
  return walk.finish()
}

class PageWalk {
  readonly #sheet: PageSheet
  readonly #typefaceOf: (name: string) => Typeface
  readonly #saved: State[] = []
  readonly #painted: { area: Area; colour: Colour }[] = []
  readonly #items: WalkedItem[] = []
  #text: Matrix = identity
  #line: Matrix = identity
  #state: State

  constructor(sheet: PageSheet, typefaceOf: (name: string) => Typeface) {
    this.#sheet = sheet
    this.#typefaceOf = typefaceOf
    this.#state = {
      matrix: sheet.toPage,
      fill: '000000',
      size: 0,
      typeface: plain,
      letterSpace: 0,
      wordSpace: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      transparent: false,
      touched: false,
      moved: false,
    }
  }

  /** A page whose every word is inkless is a scan with its words recognised: they are the text to read. */
  finish(): TextItem[] {
    const isRecognised = this.#items.every(({ inkless }) => inkless)
    return this.#items.map(({ inkless, ...item }) => ({
      ...item,
      hidden: item.hidden || (inkless && !isRecognised),
    }))
  }

  follow({ name, values }: Instruction): void {
    this.#followSpace(name, values)
    this.#followPaint(name, values)
    this.#followText(name, values)
  }

  #followSpace(name: string, values: readonly unknown[]): void {
    if (name === 'save' || name === 'paintFormXObjectBegin') {
      this.#saved.push(this.#state)
      this.#state = { ...this.#state, touched: false, moved: false }
    }
    if (name === 'transform') this.#move(values as unknown as Matrix)
    if (name === 'paintFormXObjectBegin' && Array.isArray(values[0]))
      this.#move(values[0] as unknown as Matrix)
    if (name === 'restore' || name === 'paintFormXObjectEnd') {
      const { touched, moved, matrix } = this.#state
      // Pictures are left out of the instructions; what remains is their place, set and left again.
      if (moved && !touched) this.#cover(areaUnder(matrix, [0, 0, 1, 1]), 'unknown')
      this.#state = this.#saved.pop() ?? this.#state
      this.#state.touched ||= touched
    }
  }

  #move(matrix: Matrix): void {
    this.#state.matrix = after(this.#state.matrix, matrix)
    this.#state.moved = true
  }

  #followPaint(name: string, values: readonly unknown[]): void {
    if (name === 'setFillRGBColor') this.#state.fill = String(values[0]).replace('#', '')
    else if (/^setFill(ColorN|Transparent)$/.test(name)) this.#state.fill = 'unknown'
    else if (name === 'setGState') this.#setAlpha(values[0])
    else if (name === 'shadingFill') this.#cover(this.#wholePage(), 'unknown')
    else if (/^paint\w*(Image|Mask)\w*$/.test(name)) {
      this.#cover(areaUnder(this.#state.matrix, [0, 0, 1, 1]), 'unknown')
    } else if (name === 'constructPath') {
      const bounds = values[2] as Record<number, number> | null
      const [x1, y1, x2, y2] = [bounds?.[0], bounds?.[1], bounds?.[2], bounds?.[3]]
      this.#state.touched = true
      const fills = values[0] === 'fill'
      if (fills && x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined) {
        this.#cover(
          areaUnder(this.#state.matrix, [x1, y1, x2, y2]),
          this.#state.transparent ? 'transparent' : this.#state.fill,
        )
      }
    }
  }

  #setAlpha(settings: unknown): void {
    for (const [key, value] of Array.isArray(settings) ? (settings as [string, unknown][]) : []) {
      if (key === 'ca' && typeof value === 'number') this.#state.transparent = value < 0.05
    }
  }

  #cover(area: Area, colour: Colour): void {
    this.#state.touched = true
    if (colour !== 'transparent') this.#painted.push({ area, colour })
  }

  #wholePage(): Area {
    return { left: 0, bottom: 0, right: this.#sheet.width, top: this.#sheet.height }
  }

  #followText(name: string, values: readonly unknown[]): void {
    const state = this.#state
    const number = Number(values[0])
    if (name === 'beginText') this.#text = this.#line = identity
    else if (name === 'setFont') {
      state.typeface = this.#typefaceOf(String(values[0]))
      state.size = Number(values[1])
    } else if (name === 'setCharSpacing') state.letterSpace = number
    else if (name === 'setWordSpacing') state.wordSpace = number
    else if (name === 'setHScale') state.stretch = number / 100
    else if (name === 'setLeading') state.leading = -number
    else if (name === 'setTextRise') state.rise = number
    else if (name === 'setTextRenderingMode') state.mode = number
    else if (name === 'setTextMatrix') {
      const matrix = (values.length === 6
        ? values
        : Array.from(values[0] as ArrayLike<number>)) as unknown as Matrix
      this.#text = this.#line = matrix
    } else if (name === 'moveText' || name === 'setLeadingMoveText') {
      if (name === 'setLeadingMoveText') state.leading = Number(values[1])
      this.#startLine(number, Number(values[1]))
    } else if (name === 'nextLine') this.#startLine(0, state.leading)
    else if (name === 'showText' && Array.isArray(values[0])) this.#show(values[0])
  }

  #startLine(x: number, y: number): void {
    this.#line = after(this.#line, [1, 0, 0, 1, x, y])
    this.#text = this.#line
  }

  /** Glyphs and, between them, kerning in thousandths of the size; wide kerning stands for a blank. */
  #show(glyphs: readonly unknown[]): void {
    const { size, typeface, letterSpace, wordSpace, stretch } = this.#state
    this.#state.touched = true
    let text = ''
    let start = this.#text
    const close = () => {
      if (text !== '') this.#add(text, start)
      text = ''
    }
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (-glyph / 1_000) * size
        if (shift > wordGap * size) close()
        this.#advance(shift * stretch)
      } else if (glyph !== null && typeof glyph === 'object') {
        if (text === '') start = this.#text
        const { unicode, width, isSpace } = glyph as { unicode?: string; width?: number; isSpace?: boolean }
        text += unicode ?? ''
        const own = (width ?? 0) * typeface.unit * size
        this.#advance((own + letterSpace + (isSpace === true ? wordSpace : 0)) * stretch)
      }
    }
    close()
  }

  #advance(distance: number): void {
    this.#text = after(this.#text, [1, 0, 0, 1, distance, 0])
  }

  #add(text: string, from: Matrix): void {
    const { matrix, rise, size, typeface, mode, transparent } = this.#state
    const fill = transparent ? 'transparent' : this.#state.fill
    const start = after(matrix, from)
    const [left, baseline] = apply(start, 0, rise)
    const [right] = apply(after(matrix, this.#text), 0, rise)
    const height = size * Math.hypot(start[2], start[3])
    const middle: [number, number] = [(left + right) / 2, baseline + height / 3]
    const isOff =
      right <= 0 || left >= this.#sheet.width || baseline + height <= 0 || baseline >= this.#sheet.height
    const behind = this.#painted.findLast(({ area }) => holds(area, ...middle))?.colour ?? 'FFFFFF'
    const invisibleMode = 3
    this.#items.push({
      text:
        text.normalize('NFKC') === text
          ? text
          : text.replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC')),
      left,
      baseline,
      width: right - left,
      size: height,
      monospaced: typeface.monospaced,
      hidden: isOff || height < smallestPoints || isInvisible(fill, behind),
      inkless: mode === invisibleMode,
    })
  }
}
