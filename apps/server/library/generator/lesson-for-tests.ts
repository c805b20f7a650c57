import type { Lesson, LessonPassage } from './lesson.ts'

/** A small but whole computing lesson, as the reader would hand it over. */

const id = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`

const glossary: [string, string][] = [
  ['CPU', 'the part of a computer that carries out instructions'],
  ['RAM', 'memory that loses its content when the power goes off'],
  ['ROM', 'memory that keeps the start-up instructions'],
  ['Hard drive', 'a device that keeps files on spinning disks'],
  ['Input device', 'hardware that sends data into a computer'],
  ['Output device', 'hardware that shows or plays results'],
  ['Binary', 'a number system with the two digits 0 and 1'],
  ['Bit', 'one digit that is 0 or 1'],
  ['Byte', 'a group of eight bits'],
  ['Pixel', 'one small square of a picture'],
  ['Algorithm', 'a list of steps that solves a problem'],
  ['Wi-Fi', 'a way to join a network without wires'],
]
const objectives = [
  'Name the main parts of a computer and what each part does',
  'Explain how data is stored in RAM and on a hard drive',
  'Convert binary numbers of eight bits to denary',
  'Describe how a picture is made of pixels',
]
const facts = [
  'Every computer holds a CPU that follows millions of small instructions each second.',
  'A computer loads each program into RAM before the program can run.',
  'The screen of a phone shows more than two million pixels, and one pixel has one colour.',
  'Engineers use binary because a wire can be on or off.',
  'A byte is made of 8 bits, so a byte can hold 256 different values.',
]
const steps = [
  'Write the column values above the digits.',
  'Find the columns that hold a 1.',
  'Add the values of those columns.',
  'Write the total as a denary number.',
]
const beliefs: [string, string][] = [
  ['A bigger screen makes a computer faster.', 'The speed of a computer depends on its CPU and its memory.'],
  ['Files on a hard drive are lost when the power goes off.', 'A hard drive keeps files without power.'],
  ['Binary numbers are a secret code.', 'Binary is a way of writing numbers with two digits.'],
]

const texts: { kind: string; text: string; heading: string }[] = [
  ...objectives.map((text) => ({
    kind: 'table_row',
    text: `Learning objective | ${text}`,
    heading: 'Lesson plan',
  })),
  ...glossary.map(([term, meaning]) => ({
    kind: 'table_row',
    text: `${term} | ${meaning}`,
    heading: 'Key words',
  })),
  ...facts.map((text) => ({ kind: 'paragraph', text, heading: 'Inside a computer' })),
  ...steps.map((text) => ({ kind: 'list_item', text, heading: 'From binary to denary' })),
  ...beliefs.map(([belief, truth]) => ({
    kind: 'table_row',
    text: `${belief} | ${truth}`,
    heading: 'Misconceptions',
  })),
  {
    kind: 'paragraph',
    text: 'Which part carries out instructions? Answer: the CPU',
    heading: 'Exit question',
  },
]
const passages: LessonPassage[] = texts.map(({ kind, text, heading }, index) => ({
  id: id(1000 + index),
  kind,
  text,
  heading_path: [heading],
}))
const passageOf = (part: string): string => passages.find(({ text }) => text.includes(part))?.id ?? ''

export const lessonForTests: Lesson = {
  title: 'Inside a computer',
  subject: 'Computing',
  year_group: 8,
  language: 'en-GB',
  topic_id: id(1),
  objectives: objectives.map((text, index) => ({ id: id(10 + index), text, passage_id: passageOf(text) })),
  vocabulary: glossary.map(([term, definition]) => ({
    term,
    definition,
    passage_id: passageOf(`${term} | `),
  })),
  step_lists: [
    { heading: 'From binary to denary', steps: steps.map((text) => ({ text, passage_id: passageOf(text) })) },
  ],
  misconceptions: beliefs.map(([belief, truth], index) => ({
    id: id(50 + index),
    belief: { text: belief, passage_id: passageOf(belief) },
    correction: { text: truth, passage_id: passageOf(truth) },
  })),
  existing_questions: [],
  passages,
}
