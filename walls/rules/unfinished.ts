import type { HouseFile } from '../house.ts'
import { type Breach, fileWall } from '../wall.ts'

const suites = /^(it|test|describe|suite|bench)$/
const passes = /^(only|skip|skipIf|runIf|todo|fails)$/
const marks = /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)/

/** Work is finished or not begun; a test runs or is not there. */
export const unfinishedWall = fileWall({
  name: 'nothing unfinished',
  rule: 'No test is skipped or runs alone, and no comment puts work off or silences the type checker.',
  atLeast: 300,
  files: (house) => house.matching(/\.(ts|tsx|mjs|sql|css)$/),
  breaches: (file) => [...markBreaches(file), ...testBreaches(file)],
})

function markBreaches(file: HouseFile): Breach[] {
  const comments = file.path.match(/\.tsx?$/)
    ? file.tokens.filter(({ kind }) => kind === 'comment')
    : file.text.split('\n').map((text, index) => ({ text, line: index + 1 }))
  return comments
    .filter(({ text }) => marks.test(text))
    .map(({ text, line }) => ({ path: file.path, line, says: `holds ${marks.exec(text)?.[0]}` }))
}

function testBreaches(file: HouseFile): Breach[] {
  return file.tokens.flatMap(({ kind, text, line }, at) => {
    const next = file.tokens[at + 2]?.text ?? ''
    const chained = suites.test(text) && file.tokens[at + 1]?.text === '.' && passes.test(next)
    const renamed = /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(text) && file.tokens[at + 1]?.text === '('
    if (kind !== 'word' || !(chained || renamed)) return []
    return [{ path: file.path, line, says: `holds ${chained ? `${text}.${next}` : text}` }]
  })
}
