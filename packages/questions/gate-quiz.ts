import { error, type Finding, warning } from './finding.ts'
import { fitsPlan } from './minutes.ts'
import { levelOfDifficulty, type Question } from './question.ts'
import { quizTotals } from './quiz.ts'
import { type Fingerprint, fingerprint, likeness } from './similarity.ts'

/** A quiz as the gate sees it: its questions in order. */
export interface GatedQuiz {
  questions: readonly { question: Question; approved: boolean }[]
  /** Each of them needs a question. */
  objective_ids: readonly string[]
  durationMinutes: number | null
  /** Computing questions name a strand of the curriculum. */
  isComputing: boolean
}

/** Every check of 02 §6 that concerns the quiz as a whole. Pointers are `/questions/<index>` or `/`. */
export function gateQuiz(quiz: GatedQuiz): Finding[] {
  const questions = quiz.questions.map(({ question }) => question)
  return [
    ...completeness(quiz),
    ...nearDuplicates(questions),
    ...variety(questions),
    ...levels(questions),
    ...time(questions, quiz.durationMinutes),
  ]
}

function completeness(quiz: GatedQuiz): Finding[] {
  const count = quiz.questions.length
  const found: Finding[] = []
  if (count < 1 || count > 60) {
    found.push(error('question_count', '/questions', `A quiz has 1 to 60 questions; this one has ${count}.`))
  }
  for (const [index, { question, approved }] of quiz.questions.entries()) {
    const at = `/questions/${index}`
    if (!approved) found.push(error('not_approved', at, 'This question is not approved yet.'))
    if (quiz.isComputing && question.strands.length === 0) {
      found.push(error('strand_missing', `${at}/strands`, 'Choose the strand of the Computing curriculum.'))
    }
  }
  const covered = new Set(quiz.questions.flatMap(({ question }) => question.competency_ids))
  for (const [index, id] of quiz.objective_ids.entries()) {
    if (!covered.has(id)) {
      found.push(
        error('objective_uncovered', `/objective_ids/${index}`, 'No question covers this objective.'),
      )
    }
  }
  return found
}

function nearDuplicates(questions: readonly Question[]): Finding[] {
  const prints = questions.map(fingerprint)
  return prints.flatMap((print, later) =>
    prints.slice(0, later).flatMap((other, earlier) => {
      const alike = likeness(print, other)
      if (alike < 0.75) return []
      const found = alike >= 0.92 ? error : warning
      const message = `This is ${Math.round(alike * 100)}% like question ${earlier + 1}. Change one of the two.`
      return [found('near_duplicate', `/questions/${later}`, message)]
    }),
  )
}

/** A question of the school that this one repeats: the likest from .85 on, else null. */
export function likestKnown(
  question: Fingerprint,
  known: Iterable<{ id: string; print: Fingerprint }>,
): { id: string; likeness: number } | null {
  let likest: { id: string; likeness: number } | null = null
  for (const { id, print } of known) {
    const alike = likeness(question, print)
    if (alike >= 0.85 && alike > (likest?.likeness ?? 0)) likest = { id, likeness: alike }
  }
  return likest
}

function variety(questions: readonly Question[]): Finding[] {
  const found: Finding[] = []
  const kinds = new Set(questions.map(({ kind }) => kind)).size
  if (questions.length >= 8 && kinds < 4) {
    found.push(
      warning('few_kinds', '/questions', `The quiz uses ${kinds} kinds of question; four keep it varied.`),
    )
  }
  let run = 0
  for (const [index, { kind }] of questions.entries()) {
    run = questions[index - 1]?.kind === kind ? run + 1 : 1
    if (run === 4) {
      found.push(warning('kind_run', `/questions/${index}`, 'Four questions of one kind follow each other.'))
    }
  }
  return found
}

/** The opening fifth is at levels 1–2, the closing fifth at 4–5. */
function levels(questions: readonly Question[]): Finding[] {
  const fifth = Math.floor(questions.length / 5 + 0.5)
  return questions.flatMap((question, index) => {
    const level = levelOfDifficulty(question.difficulty)
    const at = `/questions/${index}/difficulty`
    if (index < fifth && level > 2)
      return [warning('opening_level', at, 'Open with questions of level 1 or 2.')]
    const closes = index >= questions.length - fifth
    return closes && level < 4 ? [warning('closing_level', at, 'Close with questions of level 4 or 5.')] : []
  })
}

function time(questions: readonly Question[], durationMinutes: number | null): Finding[] {
  if (durationMinutes === null || questions.length === 0) return []
  const needed = quizTotals(questions).time_estimate_seconds
  if (fitsPlan(needed, durationMinutes)) return []
  const message = `The questions take about ${Math.round(needed / 60)} minutes; ${durationMinutes} are planned.`
  return [warning('time_total', '/questions', message)]
}
