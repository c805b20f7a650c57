import { expect, it } from 'vitest'
import { likeness } from './extract/lines.ts'
import { labelledDocuments } from './testing/labelled-documents.ts'
import { scratchFolder } from './testing/scratch.ts'

const scratch = scratchFolder()

/** What was expected and what was found, over all documents, each with the name of its document. */
async function measure() {
  const expected = { objectives: new Set<string>(), vocabulary: new Set<string>() }
  const found = { objectives: new Set<string>(), vocabulary: new Set<string>() }
  for (const { filename, bytes, objectives, vocabulary } of labelledDocuments) {
    const { material } = await scratch.read(filename, bytes())
    const key = (text: string) => `${filename}: ${likeness(text)}`
    for (const text of objectives) expected.objectives.add(key(text))
    for (const { text } of material.objectives) found.objectives.add(key(text))
    for (const [term, meaning] of vocabulary) expected.vocabulary.add(key(`${term} = ${meaning}`))
    for (const { term, definition } of material.vocabulary)
      found.vocabulary.add(key(`${term} = ${definition}`))
  }
  return { expected, found }
}

const missing = (from: Set<string>, wanted: Set<string>) => [...wanted].filter((key) => !from.has(key))
const share = (part: Set<string>, whole: Set<string>) => 1 - missing(part, whole).length / whole.size

it('on 14 labelled documents the bars of finding hold, and misses are named', async () => {
  const { expected, found } = await measure()
  expect(labelledDocuments.length).toBeGreaterThanOrEqual(12)
  const misses = {
    objectivesNotFound: missing(found.objectives, expected.objectives),
    objectivesNotRight: missing(expected.objectives, found.objectives),
    wordsNotFound: missing(found.vocabulary, expected.vocabulary),
    wordsNotRight: missing(expected.vocabulary, found.vocabulary),
  }
  const story = JSON.stringify(misses, null, 2)
  expect(share(found.objectives, expected.objectives), story).toBeGreaterThanOrEqual(0.95)
  expect(share(expected.objectives, found.objectives), story).toBeGreaterThanOrEqual(0.95)
  expect(share(found.vocabulary, expected.vocabulary), story).toBeGreaterThanOrEqual(0.9)
  expect(share(expected.vocabulary, found.vocabulary), story).toBeGreaterThanOrEqual(0.9)
})
