import type { HouseFile } from '../house.ts'
import { isTest } from '../place.ts'
import type { Breach, Wall } from '../wall.ts'

/** `tokens.css`, and `staff-tokens.css` for what the student area must not know. */
const tokens = /\/(staff-)?tokens\.css$/
const colour = /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i
const fontSize = /\bfont(-size)?\s*:\s*(?![^;]*(var\(|inherit|100%|1em))[^;]*\d/i
const physical =
  /(^|[\s;{-])((margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right)\b|(?<![-\w])(left|right)\s*:|(text-align|float|clear)\s*:\s*(left|right)\b|border-(top|bottom)-(left|right)-radius)/i
const physicalInCode =
  /^((margin|padding|border)(Left|Right)|borderTop(Left|Right)Radius|borderBottom(Left|Right)Radius)$/

/** One look, which follows the theme, the reading settings and the direction of the writing. */
export const stylesWall: Wall = {
  name: 'styles',
  rule: 'Colours and sizes of type come from ui/tokens.css or ui/staff-tokens.css, and styles name start and end, never left and right.',
  atLeast: 50,
  look: (house) => {
    const css = house.matching(/^apps\/web\/.*\.css$/)
    const code = house.matching(/^apps\/web\/.*\.tsx?$/).filter(({ path }) => !isTest(path))
    return { seen: css.length + code.length, breaches: [...css.flatMap(inCss), ...code.flatMap(inCode)] }
  },
}

function inCss(file: HouseFile): Breach[] {
  const isTokens = tokens.test(file.path)
  const text = file.text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return text.split('\n').flatMap((line, index) => {
    const at = { path: file.path, line: index + 1 }
    const value = line.replace(/^[^{]*\{|^\s*[#.&][\w-]+.*\{/, '')
    return [
      ...(!isTokens && colour.test(value) ? [{ ...at, says: `names a colour: ${line.trim()}` }] : []),
      ...(!isTokens && fontSize.test(line) ? [{ ...at, says: `names a size of type: ${line.trim()}` }] : []),
      ...(physical.test(line) ? [{ ...at, says: `names a side: ${line.trim()}` }] : []),
    ]
  })
}

function inCode(file: HouseFile): Breach[] {
  return file.tokens.flatMap((token, at) => {
    const place = { path: file.path, line: token.line }
    const isText = token.kind === 'string' || token.kind === 'template'
    if (
      isText &&
      (/^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(token.text) ||
        /\b(rgba?|hsla?|oklch)\(/i.test(token.text))
    ) {
      return [{ ...place, says: `names a colour: ${token.text}` }]
    }
    if (token.kind !== 'word' || file.tokens[at + 1]?.text !== ':') return []
    return physicalInCode.test(token.text) ? [{ ...place, says: `names a side: ${token.text}` }] : []
  })
}
