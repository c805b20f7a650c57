import { measureReadability } from '@waymark/science/marking/readability.ts'
import { error, type Finding, warning } from './finding.ts'
import type { Outcome } from './kind.ts'
import type { Question } from './question.ts'
import { kindOf } from './registry.ts'
import { beginsWithVerdict, forbiddenWords, sentences, warnedWords } from './wording.ts'

/** What is said to a student about an answer, or to help: kind, short, easy to read. */
interface Said {
  pointer: string
  text: string
  /** Feedback begins with a verdict: for one outcome, or for any. Hints and notes do not. */
  verdict: Outcome | 'any' | null
}

const mostSentences = 4
const longestSentence = 20
const leastEase = 60

export function feedbackFindings(question: Question, vocabulary: readonly string[]): Finding[] {
  const all = [...generalFeedback(question), ...ownFeedback(question)]
  const english = question.language.startsWith('en')
  return [
    ...missing(question),
    ...[...all, ...help(question)].flatMap(wordFindings),
    ...all.flatMap((said) => [
      ...shapeFindings(said),
      ...(english ? [...verdictFindings(said), ...easeFindings(said, vocabulary)] : []),
    ]),
  ]
}

function missing(question: Question): Finding[] {
  const kind = kindOf(question)
  const { feedback } = question
  const absent = (field: keyof typeof feedback, found: typeof error) =>
    feedback[field] === undefined
      ? [found('feedback_missing', `/feedback/${field}`, `Write the feedback "${field}".`)]
      : []
  const hint = question.hint === null ? [warning('hint_missing', '/hint', 'Write a hint.')] : []
  if (kind.marker.by === 'teacher') return [...absent('submitted', error), ...hint]
  const partial = kind.partCredit(question.content) ? absent('partial', warning) : []
  return [...absent('correct', error), ...absent('incorrect', error), ...partial, ...hint]
}

function generalFeedback(question: Question): Said[] {
  const fields = ['correct', 'partial', 'incorrect', 'submitted'] as const
  return fields.flatMap((field) => {
    const text = question.feedback[field]
    const verdict = field === 'submitted' ? null : field
    return text === undefined ? [] : [{ pointer: `/feedback/${field}`, text, verdict }]
  })
}

function ownFeedback(question: Question): Said[] {
  return kindOf(question)
    .authoredTexts(question.content)
    .flatMap(({ pointer, text, role }): Said[] => {
      if (role !== 'feedback' && role !== 'verdict') return []
      return [{ pointer: `/content${pointer}`, text, verdict: role === 'verdict' ? 'any' : null }]
    })
}

function help(question: Question): Said[] {
  const texts: Said[] = []
  if (question.hint !== null) texts.push({ pointer: '/hint', text: question.hint, verdict: null })
  if (question.scaffold)
    texts.push({ pointer: '/scaffold/text', text: question.scaffold.text, verdict: null })
  return texts
}

function wordFindings({ pointer, text }: Said): Finding[] {
  return [
    ...forbiddenWords(text).map((word) =>
      error('forbidden_word', pointer, `"${word}" hurts. Say what is so instead.`),
    ),
    ...warnedWords(text).map((word) =>
      warning('warned_word', pointer, `"${word}" makes a hard step sound small. Leave it out.`),
    ),
  ]
}

function shapeFindings({ pointer, text }: Said): Finding[] {
  const lengths = sentences(text).map((words) => words.length)
  const found: Finding[] = []
  if (lengths.length > mostSentences) {
    found.push(warning('too_many_sentences', pointer, `Keep to ${mostSentences} sentences.`))
  }
  if (Math.max(0, ...lengths) > longestSentence) {
    found.push(warning('long_sentence', pointer, `Keep each sentence to ${longestSentence} words.`))
  }
  return found
}

function verdictFindings({ pointer, text, verdict }: Said): Finding[] {
  if (verdict === null || beginsWithVerdict(text, verdict === 'any' ? undefined : verdict)) return []
  const message = 'Begin with a kind verdict: "Yes.", "Nearly." or "Not quite."'
  return [warning('verdict_missing', pointer, message)]
}

function easeFindings({ pointer, text }: Said, vocabulary: readonly string[]): Finding[] {
  const { ease } = measureReadability(text, vocabulary)
  if (ease === null || ease >= leastEase) return []
  const message = 'This is hard to read. Use shorter words and sentences.'
  return [warning('hard_to_read', pointer, message)]
}
