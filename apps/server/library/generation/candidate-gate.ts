import { fingerprint, gateQuestion } from '@waymark/questions/gate.ts'
import { type Question, type QuestionInput, readQuestion } from '@waymark/questions/kinds.ts'
import { type Fingerprint, likeness } from '@waymark/questions/similarity.ts'
import { factsShownBy } from '../generator/facts-shown.ts'
import type { CandidateGate } from '../generator/generate.ts'
import { Glossary } from '../generator/glossary.ts'
import type { Lesson } from '../generator/lesson.ts'

/** From this likeness on the gate speaks of near duplicates (02 §6). */
const ALIKE = 0.75

/** The gate of 02 §6 for questions that are still being proposed. */
export function candidateGate(lesson: Lesson): CandidateGate {
  const glossary = new Glossary(lesson.vocabulary)
  const context = {
    yearGroup: lesson.year_group,
    passages: new Map(lesson.passages.map(({ id, text }) => [id, text])),
    questionTests: [],
  }
  const printOf = once((question): Fingerprint => fingerprint(question))
  const factsOf = once(factsShownBy(lesson))
  return {
    findingsOf: (input) => {
      const read = readQuestion(input)
      if ('findings' in read) return read.findings
      // Of a long glossary only the terms that occur matter.
      const vocabulary = glossary.heldBy(JSON.stringify(input)).map(({ term }) => term)
      return gateQuestion(read.question, { ...context, vocabulary })
    },
    areAlike: (a, b) => likeness(printOf(a), printOf(b)) >= ALIKE,
    giveAway: (a, b) => [...factsOf(a)].some((fact) => factsOf(b).has(fact)),
  }
}

/** What is found out about a candidate, found out once. */
function once<T>(find: (question: Question) => T): (candidate: QuestionInput) => T {
  const found = new Map<QuestionInput, T>()
  return (candidate) => {
    const known = found.get(candidate) ?? find(readCandidate(candidate))
    found.set(candidate, known)
    return known
  }
}

/** A candidate that passed the gate, read; one that cannot be read is a fault of the generator. */
export function readCandidate(input: QuestionInput): Question {
  const read = readQuestion(input)
  if ('findings' in read) throw new Error(`A proposed question cannot be read: ${read.findings[0]?.message}`)
  return read.question
}
