import { loadedWith, valueLinks } from '../source/graph.ts'
import { placesOf } from '../source/pattern.ts'
import { packageOf } from '../source/resolve.ts'
import { fileWall } from '../wall.ts'

const network =
  /^(node:)?(http|https|http2|net|tls|dgram|dns|inspector|cluster)(\/.*)?$|^(undici|ws|axios|got|node-fetch|ioredis|pg)$/
const globals = ['fetch (', 'new WebSocket', 'new EventSource', 'new XMLHttpRequest']

/** Strangers' documents are read where no program can call anyone. */
export const readerNetworkWall = fileWall({
  name: 'reader without network',
  rule: 'What reads uploaded documents loads no module that speaks to a network.',
  atLeast: 25,
  files: (house) =>
    house
      .matching(/^apps\/server\/library\/reading\/.*\.ts$/)
      .filter(({ path }) => !path.endsWith('.test.ts')),
  breaches: (file, house) => [
    ...loadedWith(house, file).flatMap(({ file: loaded, chain }) =>
      valueLinks(loaded)
        .filter((link) => network.test(packageOf(link.specifier) ?? ''))
        .map((link) => ({
          path: file.path,
          says: `loads ${[...chain.slice(1), link.specifier].join(' → ')}`,
        })),
    ),
    ...globals.flatMap((call) =>
      placesOf(file.tokens, call).map(({ line }) => ({ path: file.path, line, says: `calls ${call}` })),
    ),
  ],
})
