import type { SampleStudent } from './school.ts'
import { share } from './slips.ts'
import type { Visitor } from './visitor.ts'

/** A short quiz a teacher wrote by hand: a number, a choice, and an answer in own words to be marked. */
export async function makeWrittenQuiz(teacher: Visitor, unitId: string): Promise<string> {
  const { objectives } = await teacher.call('listUnitCompetencies', { params: { unit_id: unitId } })
  const about = (...words: string[]): string[] => {
    const found = objectives.find(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    return [(found ?? objectives[0])?.id ?? '']
  }
  const quiz = await teacher.call('createQuiz', {
    body: { unit_id: unitId, title: 'Explain it in your own words', year_group: 8, duration_minutes: 15 },
  })
  const params = { quiz_id: quiz.id }
  for (const question of [
    patterns(about('convert', 'denary')),
    storage(about('difference')),
    memory(about('difference')),
  ]) {
    const added = await teacher.call('addQuestion', { params, body: { question } })
    await teacher.call('approveQuestion', {
      params: { question_id: added.id },
      headers: { 'if-match': String(added.revision) },
    })
  }
  return quiz.id
}

const common = { language: 'en-GB', origin: 'human', difficulty: 0.5, strands: ['CS'], tags: [] }

const patterns = (competency_ids: string[]) => ({
  ...common,
  kind: 'numeric',
  competency_ids,
  stem: 'A computer uses 4 bits. How many different patterns can the 4 bits make? Write a number.',
  points: 2,
  time_estimate_seconds: 90,
  hint: 'Each further bit doubles the number of patterns.',
  feedback: {
    correct: 'Yes. Each bit doubles the patterns: 2, 4, 8, 16.',
    incorrect: 'Not quite. One bit makes 2 patterns. Each further bit doubles them.',
    partial: 'Nearly. You found the largest number. Count the pattern for zero too.',
  },
  content: {
    value: '16',
    slips: [
      {
        value: '15',
        fraction: 0.5,
        feedback: 'Nearly. 15 is the largest number. The pattern for zero counts too.',
        misconception_id: 'largest-is-count',
      },
    ],
  },
})

const storage = (competency_ids: string[]) => ({
  ...common,
  kind: 'multiple_choice',
  competency_ids,
  stem: 'The power goes off. Which part still holds its data? Select ONE answer.',
  points: 1,
  time_estimate_seconds: 60,
  hint: 'Think of the part that keeps your files overnight.',
  feedback: {
    correct: 'Yes. Secondary storage keeps data without power.',
    incorrect: 'Not quite. Think of the part that keeps files overnight.',
  },
  content: {
    options: [
      { text: 'Secondary storage', is_correct: true },
      { text: 'RAM', is_correct: false, feedback: 'Not quite. RAM loses its data without power.' },
      { text: 'The CPU', is_correct: false, feedback: 'Not quite. The CPU carries out instructions.' },
    ],
  },
})

const memory = (competency_ids: string[]) => ({
  ...common,
  kind: 'extended_text',
  competency_ids,
  stem: 'Explain the difference between RAM and secondary storage. Write two or three sentences.',
  points: 4,
  time_estimate_seconds: 300,
  hint: 'Say what happens to each one when the power goes off.',
  feedback: {
    correct: 'Yes. You explained both parts and compared them.',
    incorrect: 'Not quite. Say what each part is for.',
    partial: 'Nearly. One part is explained well. Say more about the other.',
    submitted: 'Your teacher will read this answer.',
  },
  content: {
    mode: 'mark_scheme',
    min_words: 10,
    max_words: 120,
    points_available: 4,
    mark_scheme: [
      { criterion: 'Says that RAM holds programs and data in use', points: 1 },
      { criterion: 'Says that RAM loses its contents without power', points: 1 },
      { criterion: 'Says that secondary storage keeps data without power', points: 1 },
      { criterion: 'Compares their speed or their size', points: 1 },
    ],
  },
})

const sentences = [
  'RAM holds the programs and data that the computer is using right now.',
  'RAM loses everything when the power goes off.',
  'Secondary storage keeps files when the computer is switched off.',
  'RAM is faster, but secondary storage holds much more.',
]

/** What a student writes: more of it right, the more able. */
export const essayOf =
  ({ ability }: SampleStudent) =>
  (seed: string): string => {
    const known = sentences.filter((_, at) => share(`${seed}/${at}`) < 0.45 + ability * 0.2)
    return known.length > 0
      ? known.join(' ')
      : 'They are both memory and they both store things for the computer.'
  }
