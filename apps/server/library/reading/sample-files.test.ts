import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { glossary } from '../../sample/glossary.ts'
import { homework } from '../../sample/homework.ts'
import { lessonPlan } from '../../sample/lesson-plan.ts'
import { readDocument } from './read-document.ts'
import type { DocumentReading } from './reading.ts'
import { scratchFolder } from './testing/scratch.ts'

// Each file starts a process; a busy machine may take its time over it.
vi.setConfig({ testTimeout: 60_000 })

const scratch = scratchFolder()
const folder = new URL('../../sample/files/', import.meta.url)

async function readSample(name: string): Promise<DocumentReading> {
  const reply = await readDocument(scratch.write(name, readFileSync(new URL(name, folder))))
  if (reply.status === 'refused') throw new Error(reply.message)
  return reply
}

describe('the sample unit is read from its files', () => {
  it('the lesson plan: objectives of the table and the list, steps, misconceptions, code, questions', async () => {
    const { title, lesson_number, material } = await readSample('lesson-3-binary-numbers.docx')
    expect([title, lesson_number]).toEqual(['Lesson 3: Binary numbers', 3])
    expect(material.objectives).toHaveLength(9)
    expect(material.step_lists.map(({ steps }) => steps.length)).toEqual([5, 3])
    expect(material.misconceptions).toHaveLength(4)
    expect(material.misconceptions.every(({ correction }) => correction !== null)).toBe(true)
    expect(material.code_blocks[0]?.code).toContain('\n    bit = denary % 2\n')
    expect(material.existing_questions.map(({ answer }) => answer?.option)).toEqual([1, 2])
    expect(material.activities.map(({ heading }) => heading.text)).toContain('Activity: Binary by program')
  })

  it('the slides: notes, a picture with its text, key words, a task', async () => {
    const { passages, material } = await readSample('lesson-1-computer-systems.pptx')
    expect(material.objectives).toHaveLength(3)
    expect(material.vocabulary).toHaveLength(5)
    expect(material.pictures).toMatchObject([
      { alternative_text: expect.stringContaining('motherboard'), width: 640 },
    ])
    expect(material.misconceptions).toHaveLength(1)
    expect(passages.filter(({ kind }) => kind === 'notes').length).toBeGreaterThan(8)
    expect(passages.every(({ locator }) => locator.slide !== undefined)).toBe(true)
  })

  it('the glossary: every term of the table and of the list, and no note', async () => {
    const { material } = await readSample('glossary-computer-systems.docx')
    const terms = material.vocabulary.map(({ term }) => term)
    expect(terms).toHaveLength(19)
    expect(terms).toEqual(expect.arrayContaining(['CPU', 'Place value', 'Wi-Fi', 'IPv4']))
  })

  it('the homework: the same from a PDF, each passage with its page', async () => {
    const { passages, material } = await readSample('homework-binary-numbers.pdf')
    expect(material.objectives).toHaveLength(2)
    expect(material.vocabulary).toHaveLength(3)
    expect(material.code_blocks[0]?.code).toContain('\n    total = total * 2')
    expect(passages.every(({ locator }) => locator.page !== undefined)).toBe(true)
  })

  it('the files are what the script makes', async () => {
    const made = {
      'lesson-3-binary-numbers.docx': lessonPlan(),
      'glossary-computer-systems.docx': glossary(),
      'homework-binary-numbers.pdf': homework(),
    }
    for (const [name, bytes] of Object.entries(made)) {
      expect(await scratch.read(`new-${name}`, bytes)).toMatchObject({
        passages: (await readSample(name)).passages,
      })
    }
  })
})
