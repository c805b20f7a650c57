import type { Chance } from '../chance.ts'
import { cite } from '../citing.ts'
import type { Draft, LessonPassage, Offer, Source } from '../lesson.ts'
import { splitSentences } from '../wording.ts'
import { partId, type Workshop } from '../workshop.ts'

/** Numbers that are computed, offered where the lesson speaks of them. */

interface Topic {
  name: string
  /** A passage that speaks of every one of these is what the question cites. */
  words: readonly RegExp[]
  /** Objectives that ask for just this. */
  objective: RegExp
  levels: readonly [number, number]
  /** How many questions of the topic a quiz may draw on. */
  variants: number
  compute(level: number, chance: Chance): Sum
}

interface Sum {
  stem: string
  /** How to write the answer, where that is not just a number. */
  form?: string
  value: number
  hint: string
  correct: string
  incorrect: string
  slips: { value: number; feedback: string }[]
}

const binary = /\bbinary\b/iu
const bits = /\bbits?\b/iu
const anyLevel = [1, 5] as const

const topics: readonly Topic[] = [
  {
    name: 'binary-to-denary',
    words: [binary],
    objective: /\bbinary\b.*\bdenary\b/isu,
    levels: anyLevel,
    variants: 3,
    compute: binaryToDenary,
  },
  {
    name: 'denary-to-binary',
    words: [binary],
    objective: /\bdenary\b.*\bbinary\b/isu,
    levels: anyLevel,
    variants: 3,
    compute: denaryToBinary,
  },
  {
    name: 'hexadecimal',
    words: [/\bhexadecimal\b/iu],
    objective: /\bhexadecimal\b/iu,
    levels: [4, 5],
    variants: 2,
    compute: hexadecimalToDenary,
  },
  {
    name: 'bytes',
    words: [bits, /\bbytes?\b/iu],
    objective: /\b(bytes?|units? of (data|storage)|file sizes?)\b/iu,
    levels: anyLevel,
    variants: 2,
    compute: bytesToBits,
  },
  {
    name: 'patterns',
    words: [bits, /\bpatterns?\b/iu],
    objective: /\bpatterns?\b/iu,
    levels: anyLevel,
    variants: 2,
    compute: patternsOfBits,
  },
  {
    name: 'largest',
    words: [bits, /\blargest\b/iu],
    objective: /\blargest\b/iu,
    levels: anyLevel,
    variants: 2,
    compute: largestOfBits,
  },
  {
    name: 'pixels',
    words: [/\bpixels?\b/iu, bits],
    objective: /\b(pixels?|images?|pictures?|bitmaps?)\b/iu,
    levels: anyLevel,
    variants: 2,
    compute: pictureBits,
  },
]

export function numberOffers(workshop: Workshop): Offer[] {
  return topics.flatMap((topic) => {
    const source = sourceOf(workshop, topic)
    if (!source) return []
    const objectives = workshop.lesson.objectives
      .filter(({ text }) => topic.objective.test(text))
      .map(({ id }) => id)
    return Array.from(
      { length: topic.variants },
      (_, index): Offer => ({
        id: `numeric/${topic.name}/${index + 1}`,
        kind: 'numeric',
        objectives,
        subjects: [`number-${topic.name}`],
        about: 'binary bits bytes',
        levels: topic.levels,
        write: ({ level }, chance) => write(topic.compute(level, chance), source, chance),
      }),
    )
  })
}

function sourceOf(workshop: Workshop, { words }: Topic): Source | null {
  const speaks = (text: string) => words.every((word) => word.test(text))
  const readable = (passage: LessonPassage) => passage.kind !== 'code' && passage.kind !== 'heading'
  const passage = workshop.lesson.passages.find((one) => readable(one) && speaks(one.text))
  if (!passage) return null
  const sentence = splitSentences(passage.text).find(speaks) ?? passage.text
  return cite(workshop.passages, passage.id, [sentence.slice(0, 300)])
}

function write(sum: Sum, source: Source, chance: Chance): Draft {
  const seen = new Set([sum.value])
  const slips = sum.slips.filter(({ value }) => !seen.has(value) && seen.add(value))
  return {
    stem: `${sum.stem} ${sum.form ?? 'Write a number.'}`,
    content: {
      value: String(sum.value),
      slips: slips.map(({ value, feedback }) => ({
        id: partId(chance),
        value: String(value),
        fraction: 0,
        feedback,
      })),
    },
    hint: sum.hint,
    feedback: { correct: sum.correct, incorrect: sum.incorrect },
    sources: [source],
  }
}

/** A number of the size that suits the level: 0–15, 16–255, up to 16 bits. */
function numberOf(level: number, chance: Chance): number {
  if (level <= 2) return 3 + chance.whole(13)
  if (level <= 4) return 16 + chance.whole(240)
  return 256 + chance.whole(65_280)
}

const bitsFor = (value: number): number => (value < 16 ? 4 : value < 256 ? 8 : 16)

function binaryToDenary(level: number, chance: Chance): Sum {
  const value = numberOf(level, chance)
  const width = bitsFor(value)
  const digits = value.toString(2).padStart(width, '0')
  const reversed = Number.parseInt([...digits].reverse().join(''), 2)
  return {
    stem: `What is the denary value of the binary number ${digits}?`,
    value,
    hint: `The column on the right is worth 1. Each column to the left is worth twice as much.`,
    correct: 'Yes. You added the columns that hold a 1.',
    incorrect: 'Not quite. Write the column values above the digits. Add the values above each 1.',
    slips: [
      {
        value: reversed,
        feedback: 'You read the columns from left to right. The column on the right is worth 1.',
      },
      {
        value: Number(digits),
        feedback: 'You read the digits as a denary number. Each column is worth twice the next.',
      },
    ],
  }
}

function denaryToBinary(level: number, chance: Chance): Sum {
  const given = numberOf(level, chance)
  const digits = given.toString(2)
  return {
    stem: `What is the denary number ${given} in binary?`,
    form: 'Write the digits 0 and 1.',
    // The digits are compared as they are written, so they are kept as one number.
    value: Number(digits),
    hint: 'Find the largest column value that fits into the number. Write a 1 in its column.',
    correct: 'Yes. The column values with a 1 add up to the number.',
    incorrect: 'Not quite. Add the column values above each 1. The sum must be the number in the question.',
    slips: [
      { value: Number([...digits].reverse().join('')), feedback: 'You wrote the digits from right to left.' },
      { value: given, feedback: 'You wrote the denary number. A binary number has only the digits 0 and 1.' },
    ],
  }
}

function hexadecimalToDenary(_level: number, chance: Chance): Sum {
  const value = 16 + chance.whole(240)
  const digits = value.toString(16).toUpperCase()
  return {
    stem: `What is the denary value of the hexadecimal number ${digits}?`,
    value,
    hint: 'Multiply the left digit by sixteen. A stands for ten and F stands for fifteen.',
    correct: 'Yes. You multiplied the left digit by sixteen and added the right digit.',
    incorrect: 'Not quite. Multiply the left digit by sixteen. Then add the right digit.',
    slips: [
      {
        value: Number.parseInt(digits[0] ?? '0', 16) * 10 + Number.parseInt(digits[1] ?? '0', 16),
        feedback: 'You multiplied the left digit by ten. Multiply the left digit by sixteen.',
      },
    ],
  }
}

function bytesToBits(level: number, chance: Chance): Sum {
  const bytes =
    level <= 2 ? 2 + chance.whole(8) : level <= 4 ? 10 + chance.whole(40) : 100 + chance.whole(150)
  return {
    stem: `A file has ${bytes} bytes. How many bits is the file?`,
    value: bytes * 8,
    hint: 'One byte is a group of eight bits.',
    correct: 'Yes. You multiplied the number of bytes by eight.',
    incorrect: 'Not quite. One byte is eight bits. Multiply the number of bytes by eight.',
    slips: [
      {
        value: bytes * 4,
        feedback: 'You multiplied by four. Four bits are one nibble. One byte is eight bits.',
      },
      { value: bytes * 2, feedback: 'You multiplied by two. One byte is eight bits.' },
    ],
  }
}

/** How many bits suit the level. */
const bitCountOf = (level: number, chance: Chance): number =>
  level <= 2 ? 2 + chance.whole(3) : level <= 4 ? 5 + chance.whole(4) : 9 + chance.whole(4)

function patternsOfBits(level: number, chance: Chance): Sum {
  const count = bitCountOf(level, chance)
  return {
    stem: `How many different patterns can ${count} bits make?`,
    value: 2 ** count,
    hint: 'One bit makes two patterns. Each further bit makes twice as many.',
    correct: 'Yes. Each further bit makes twice as many patterns.',
    incorrect: 'Not quite. Start with two patterns for one bit. Multiply by two for each further bit.',
    slips: [
      {
        value: 2 * count,
        feedback: 'You multiplied the bits by two. Each further bit makes twice as many patterns.',
      },
      {
        value: 2 ** count - 1,
        feedback: 'You found the largest number. The pattern with only zeros counts too.',
      },
    ],
  }
}

function largestOfBits(level: number, chance: Chance): Sum {
  const count = bitCountOf(level, chance)
  return {
    stem: `What is the largest denary number that ${count} bits can hold?`,
    value: 2 ** count - 1,
    hint: 'Write a 1 in each column. Then add the column values.',
    correct: 'Yes. You added the values of all columns.',
    incorrect: 'Not quite. Write a 1 in each column. Then add the column values.',
    slips: [
      { value: 2 ** count, feedback: 'You counted the patterns. The first pattern stands for zero.' },
      { value: 2 ** (count - 1), feedback: 'You took the value of the left column. Add all the columns.' },
    ],
  }
}

function pictureBits(level: number, chance: Chance): Sum {
  const width = level <= 2 ? 2 + chance.whole(4) : 8 + chance.whole(9)
  const height = level <= 2 ? 2 + chance.whole(4) : 8 + chance.whole(9)
  const depth = level <= 2 ? 1 : 2 + chance.whole(7)
  const bits = depth === 1 ? '1 bit' : `${depth} bits`
  return {
    stem: `A picture is ${width} pixels wide and ${height} pixels high. Each pixel uses ${bits}. How many bits does the picture use?`,
    value: width * height * depth,
    hint: 'First find how many pixels the picture has.',
    correct: 'Yes. You found the number of pixels and multiplied by the bits of each pixel.',
    incorrect: 'Not quite. Multiply the width by the height. Then multiply by the bits of each pixel.',
    slips: [
      {
        value: width * height,
        feedback: 'You found the number of pixels. Now multiply by the bits of each pixel.',
      },
      {
        value: (width + height) * depth,
        feedback: 'You added the width and the height. Multiply the two numbers.',
      },
    ],
  }
}
