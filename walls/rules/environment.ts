import { isTest } from '../place.ts'
import { placesOf } from '../source/pattern.ts'
import { fileWall } from '../wall.ts'

/** Settings are read once, checked, and handed on as values. */
export const environmentWall = fileWall({
  name: 'environment',
  rule: 'Only apps/server/config.ts reads the environment; Vite, a tool, reads its own.',
  atLeast: 40,
  files: (house) =>
    house
      .matching(/^(packages|apps)\/.*\.tsx?$/)
      .filter(
        ({ path }) =>
          !isTest(path) && !/^apps\/(server\/(config\.ts|testing\/)|web\/vite\.config\.ts)/.test(path),
      ),
  breaches: (file) =>
    [...placesOf(file.tokens, 'process . env'), ...placesOf(file.tokens, 'import . meta . env')].map(
      ({ line }) => ({
        path: file.path,
        line,
        says: 'reads the environment',
      }),
    ),
})
