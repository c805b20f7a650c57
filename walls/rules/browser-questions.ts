import { loadedWith, valueLinks } from '../source/graph.ts'
import { packageOf } from '../source/resolve.ts'
import { fileWall } from '../wall.ts'

/** What a student's browser loads of a kind of question brings neither the validator nor the marking along. */
export const browserQuestionsWall = fileWall({
  name: 'questions in the browser',
  rule: 'questions/<kind>/answer.ts and student.ts load neither zod nor science, not even through other files.',
  atLeast: 16,
  files: (house) => house.matching(/^packages\/questions\/[^/]+\/(answer|student)\.ts$/),
  breaches: (file, house) =>
    loadedWith(house, file).flatMap(({ file: loaded, chain }) =>
      valueLinks(loaded)
        .filter((link) => link.to?.startsWith('packages/science/') || packageOf(link.specifier) === 'zod')
        .map((link) => ({
          path: file.path,
          says: `loads ${[...chain.slice(1), link.specifier].join(' → ')}`,
        })),
    ),
})
