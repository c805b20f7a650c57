import { readdirSync, readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { kindCodes } from './generated/codes.ts'
import { markByTeacher } from './kinds.ts'
import { resultOf } from './laws.ts'
import { readQuestion } from './read-question.ts'

/**
 * Contents as they were once stored, with what their answers earned. They are frozen: a sample is never
 * changed, only added, with its hash. When a content version moves on, the old samples prove the upgrade; when
 * a marker changes a result on purpose, its version moves on and the file of the old version goes with it.
 */
interface Sample {
  kind: string
  preset: string | null
  content_version: number
  content: unknown
  answers: { answer: unknown; result: string }[]
  awards?: { parts: Record<string, number>; result: string }[]
}

const folder = new URL('corpus/', import.meta.url)
const files = readdirSync(folder).filter((file) => file !== 'frozen.json')
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const frozen: Record<string, string> = JSON.parse(textOf('frozen.json'))
const samples = files.map((file) => ({ file, sample: JSON.parse(textOf(file)) as Sample }))

describe('the corpus of stored samples', () => {
  it('is only extended: every sample is the one that was frozen', () => {
    const hashes = files.map((file) => [file, bytesToHex(sha256(utf8ToBytes(textOf(file))))])
    expect(Object.fromEntries(hashes)).toEqual(frozen)
  })

  it('has a sample of every kind', () => {
    expect([...new Set(samples.map(({ sample }) => sample.kind))].toSorted()).toEqual(kindCodes.toSorted())
  })

  it.each(samples)('still reads and marks $file as it did', ({ sample }) => {
    const read = readQuestion({
      stem: 'Answer the question.',
      difficulty: 0.5,
      points: 3,
      time_estimate_seconds: 60,
      competency_ids: ['01890000-0000-7000-8000-000000000001'],
      kind: sample.kind,
      preset: sample.preset,
      content_version: sample.content_version,
      content: sample.content,
    })
    if ('findings' in read) throw new Error(JSON.stringify(read.findings))
    const { question } = read
    expect(sample.answers.map(({ answer }) => resultOf(question, answer))).toEqual(
      sample.answers.map(({ result }) => result),
    )
    for (const { parts, result } of sample.awards ?? []) {
      const marked = markByTeacher(question, { parts }, { attemptId: 'x', hintUsed: false })
      expect('mark' in marked && marked.mark.fraction).toBe(result)
    }
  })
})
