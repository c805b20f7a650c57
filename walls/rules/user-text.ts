import { isTest } from '../place.ts'
import { fileWall } from '../wall.ts'

const writers =
  /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|srcDoc)$/

/** What people type is text and stays text. */
export const userTextWall = fileWall({
  name: 'text of users',
  rule: 'No text is put on a page as HTML.',
  atLeast: 200,
  files: (house) => house.matching(/^(packages|apps)\/.*\.tsx?$/).filter(({ path }) => !isTest(path)),
  breaches: (file) =>
    file.tokens
      .filter(({ kind, text }) => (kind === 'word' || kind === 'attribute') && writers.test(text))
      .map(({ line, text }) => ({ path: file.path, line, says: `uses ${text}` })),
})
