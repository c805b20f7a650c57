import { isTest } from '../place.ts'
import { placesOf } from '../source/pattern.ts'
import { fileWall } from '../wall.ts'

/** Settings are read once, checked, and handed on as values. */
export const environmentWall = fileWall({
  name: 'environment',
  rule: 'Only readConfig of apps/server/config.ts is given the environment; Vite, a tool, reads its own.',
  atLeast: 40,
  files: (house) =>
    house
      .matching(/^(packages|apps)\/.*\.tsx?$/)
      .filter(
        ({ path }) =>
          !isTest(path) && !/^apps\/(server\/(config\.ts|testing\/)|web\/vite\.config\.ts)/.test(path),
      ),
  breaches: (file) => {
    const handedOn = new Set(placesOf(file.tokens, 'readConfig ( process . env').map(({ line }) => line))
    return [...placesOf(file.tokens, 'process . env'), ...placesOf(file.tokens, 'import . meta . env')]
      .filter(({ line }) => !handedOn.has(line))
      .map(({ line }) => ({ path: file.path, line, says: 'reads the environment' }))
  },
})
