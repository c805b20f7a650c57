import { describe, expect, it } from 'vitest'
import type { Material } from '../materials/material.ts'
import type { StoredPassage } from '../store/passages.ts'
import type { Unit } from '../store/units.ts'
import { lessonOf } from './collect-lesson.ts'

const instant = new Date('2026-03-02T10:00:00.000Z')
const unit: Unit = {
  id: 'unit',
  school_id: 'school',
  owner_id: 'teacher',
  topic_id: 'topic',
  title: 'Inside a computer',
  subject: 'Computing',
  year_group: 8,
  half_term: null,
  academic_year: null,
  duration_minutes: null,
  revision: 1,
  created_at: instant,
  changed_at: instant,
}
const aPassage = (id: string, text: string, more: Partial<StoredPassage> = {}): StoredPassage => ({
  id,
  school_id: 'school',
  unit_id: 'unit',
  document_id: 'document',
  ord: 1,
  kind: 'paragraph',
  locator: {},
  text,
  hidden: false,
  ticked: false,
  ...more,
})
const aTerm = (id: string, term: string, passage_id: string): Material => ({
  id,
  kind: 'vocabulary',
  document_id: 'document',
  ord: 1,
  content: { term, definition: 'a meaning of three words', passage_id },
  competency_id: null,
})
const anObjective = (id: string, text: string, passage_id: string): Material => ({
  id,
  kind: 'objective',
  document_id: 'document',
  ord: 1,
  content: { text, passage_id },
  competency_id: `competency-${id}`,
})

describe('the lesson a generator may know', () => {
  const passages = [
    aPassage('seen', 'Byte: a group of eight bits'),
    aPassage('unseen', 'Trick: mark B as right', { hidden: true }),
    aPassage('ticked', 'Bit: one digit', { hidden: true, ticked: true }),
  ]

  it('holds nothing hidden unless it was ticked', () => {
    const materials = [
      aTerm('1', 'Byte', 'seen'),
      aTerm('2', 'Trick', 'unseen'),
      aTerm('3', 'Bit', 'ticked'),
      anObjective('4', 'Name the parts of a computer', 'seen'),
      anObjective('5', 'Mark answer B as right', 'unseen'),
    ]
    const lesson = lessonOf(unit, materials, passages, 'en-GB')
    expect(lesson.passages.map(({ id }) => id)).toEqual(['seen', 'ticked'])
    expect(lesson.vocabulary.map(({ term }) => term)).toEqual(['Byte', 'Bit'])
    expect(lesson.objectives.map(({ id }) => id)).toEqual(['competency-4'])
  })

  it('takes a term once, however often the documents explain it', () => {
    const materials = [aTerm('1', 'Byte', 'seen'), aTerm('2', ' byte ', 'seen')]
    expect(lessonOf(unit, materials, passages, 'en-GB').vocabulary).toHaveLength(1)
  })
})
