import { isTest } from '../place.ts'
import { placesOf } from '../source/pattern.ts'
import { fileWall } from '../wall.ts'

/** Where the program begins and hands the environment to `readConfig`, and the tools that start programs. */
const readers = /^apps\/(server\/(config\.ts|command-line\/open\.ts|dev\.ts|testing\/)|web\/vite\.config\.ts)/

/** Settings are read once, checked, and handed on as values. */
export const environmentWall = fileWall({
  name: 'environment',
  rule: 'Only command-line/open.ts gives the environment to readConfig of config.ts; everything else gets values.',
  atLeast: 200,
  files: (house) =>
    house.matching(/^(packages|apps)\/.*\.tsx?$/).filter(({ path }) => !isTest(path) && !readers.test(path)),
  breaches: (file) =>
    [...placesOf(file.tokens, 'process . env'), ...placesOf(file.tokens, 'import . meta . env')].map(
      ({ line }) => ({ path: file.path, line, says: 'reads the environment' }),
    ),
})
