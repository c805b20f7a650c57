import type { EventData } from '@waymark/contract/evidence.ts'
import { newUuid } from '../platform/ids.ts'
import { type ClassWithQuiz, openClassWithQuiz } from './class-with-quiz.ts'
import type { Client } from './harness.ts'

/** The class with its quiz, and another system that sends learning events about it. */
export interface ClassWithObjectives extends ClassWithQuiz {
  /** Objectives of one unit, in their order. */
  objectives: string[]
  /** Another system, with limits of its own. */
  newService(): Client
  admin: Client
  /** A new id in the order of time. */
  newId(): string
}

export async function openClassWithObjectives(): Promise<ClassWithObjectives> {
  const house = await openClassWithQuiz()
  const { test, schoolId } = house
  const unit = await house.teacher.call('createUnit', {
    body: {
      title: 'Networks',
      subject: 'Computing',
      year_group: 8,
      objectives: ['Explain what a router does', 'Describe how packets travel', 'Compare two topologies'].map(
        (text) => ({ text }),
      ),
    },
  })
  const { body } = await house.teacher.call('listUnitCompetencies', { params: { unit_id: unit.body.id } })
  const newId = () => newUuid(test.clock.now())
  const as = (role: 'service' | 'admin') => test.as({ userId: newId(), schoolId, role })
  return {
    ...house,
    objectives: body.objectives.map(({ id }) => id),
    newService: () => as('service'),
    admin: as('admin'),
    newId,
  }
}

/** An answer as another system sends it. */
export const sentAnswer = (
  facts: { event_id: string; student_id: string; competency_ids: readonly string[]; occurred_at?: string },
  change: Partial<EventData['response.marked']> = {},
) => ({
  event_id: facts.event_id,
  event_type: 'response.marked',
  student_id: facts.student_id,
  occurred_at: facts.occurred_at ?? '2026-03-02T09:30:00Z',
  source: 'partner.review-agent',
  data: {
    question_id: facts.event_id,
    question_version_id: facts.event_id,
    mark_id: facts.event_id,
    score: 1,
    max_score: 1,
    marker: 'external',
    try_no: 1,
    duration_seconds: 20,
    hints_used: 0,
    revealed: false,
    competencies: facts.competency_ids.map((competency_id) => ({ competency_id, weight: 1 })),
    misconception_ids: [],
    ...change,
  },
})

/** A teacher's judgement as a screen sends it. */
export const sentJudgement = (facts: {
  event_id: string
  student_id: string
  competency_id: string
  judgement: 'secure' | 'learning' | 'gap'
  occurred_at?: string
}) => ({
  event_id: facts.event_id,
  event_type: 'judgement.given',
  student_id: facts.student_id,
  occurred_at: facts.occurred_at ?? '2026-03-02T09:45:00Z',
  source: 'web',
  data: { competency_id: facts.competency_id, judgement: facts.judgement },
})
