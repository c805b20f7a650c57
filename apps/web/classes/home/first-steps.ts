import type { Reply } from '../../api.ts'

type Home = Pick<Reply<'getHome'>, 'classrooms' | 'queues' | 'recent'>

/** The first steps of a new teacher, in order. */
export const firstSteps = ['class', 'students', 'quiz', 'assignment', 'results'] as const
export type FirstStep = (typeof firstSteps)[number]

/** Which of the first steps are done, as far as the teacher's own classes tell. */
export function stepsDone({ classrooms, queues, recent }: Home): ReadonlySet<FirstStep> {
  const finished = recent.some(({ kind }) => kind === 'quiz_completed')
  const assigned =
    finished || recent.some(({ kind }) => kind === 'quiz_published') || classrooms.some(isAssigned)
  const facts: Record<FirstStep, boolean> = {
    class: classrooms.length > 0,
    students: classrooms.some(({ student_count }) => student_count > 0),
    quiz: assigned || queues.drafts > 0,
    assignment: assigned,
    results: finished,
  }
  return new Set(firstSteps.filter((step) => facts[step]))
}

/** The page on which a step is done, as far as the teacher's own classes tell. */
export function placeOf(step: FirstStep, { classrooms, recent }: Home): string {
  const [first] = classrooms
  const given = recent.find(({ kind }) => kind === 'quiz_published')
  const places: Record<FirstStep, string> = {
    class: '/classes',
    students: first ? `/classes/${first.classroom_id}/list` : '/classes',
    quiz: '/create',
    assignment: '/library?quizzes=unpublished',
    results: given ? `/assignments/${given.assignment_id}/results` : '/classes/quizzes',
  }
  return places[step]
}

const isAssigned = ({ quizzes_open }: Home['classrooms'][number]) => quizzes_open > 0
