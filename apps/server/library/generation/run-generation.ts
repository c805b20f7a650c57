import { GenerationRequest } from '@waymark/contract/library-shapes.ts'
import { listKinds } from '@waymark/questions/kinds.ts'
import { findSchool } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { whatWouldHelp } from '../generator/advice.ts'
import type { Generated, GenerationOptions } from '../generator/generate.ts'
import type { Lesson } from '../generator/lesson.ts'
import {
  type Generation,
  type GenerationStep,
  lockGeneration,
  settleGeneration,
  updateStep,
} from '../store/generations.ts'
import { listOrder, replaceOrder } from '../store/question-order.ts'
import { insertQuestions } from '../store/questions.ts'
import { countContentChange, getQuiz, type Quiz, replaceObjectives } from '../store/quizzes.ts'
import { getUnit } from '../store/units.ts'
import { readCandidate } from './candidate-gate.ts'
import { collectLesson } from './collect-lesson.ts'
import { deleteEmptyQuiz } from './delete-empty-quiz.ts'
import { generateInThread } from './generate-in-thread.ts'
import { instructionsAside } from './instructions-aside.ts'
import { reportOn } from './report.ts'

type Request = ReturnType<typeof GenerationRequest.parse>
interface Errand {
  school_id: string
  generation_id: string
}

/**
 * The errand behind a generation, step by step; a cancelled one stops at the next step. May come twice: a
 * settled generation is left alone, and nothing is stored before the last step.
 */
export async function runGeneration(ctx: Context, errand: Errand): Promise<void> {
  const inSchool = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    ctx.schoolTransaction(errand.school_id, work)
  const goOn = (step: GenerationStep) => inSchool((tx) => updateStep(tx, errand.generation_id, step, ctx.now))

  if (!(await goOn('reading'))) return
  const read = await inSchool(async (tx) => {
    const generation = await lockGeneration(tx, errand.generation_id)
    if (!generation) return null
    const request = GenerationRequest.parse(generation.request)
    const unit = await getUnit(tx, generation.unit_id)
    const language = (await findSchool(tx, errand.school_id))?.locale ?? 'en-GB'
    return { request, lesson: await collectLesson(tx, unit, request.document_ids, language) }
  })
  if (!read || !(await goOn('writing'))) return

  const options = optionsOf(read.request)
  const generated = await generateInThread(read.lesson, options)
  if (!(await goOn('saving'))) return
  await inSchool((tx) => save(ctx, tx, errand, { ...read, options, generated }))
}

function optionsOf(request: Request): GenerationOptions {
  return {
    question_count: request.question_count,
    duration_minutes: request.duration_minutes,
    level_min: request.level_min_1_to_5,
    level_max: request.level_max_1_to_5,
    kinds: allowedKinds(request),
    objective_ids: request.objective_ids,
    variation: request.variation,
  }
}

/** All kinds of the registry, or those asked for, without those refused. */
export function allowedKinds({
  include_kinds,
  exclude_kinds,
}: Pick<Request, 'include_kinds' | 'exclude_kinds'>) {
  const wanted = include_kinds.length > 0 ? include_kinds : listKinds().map(({ code }) => code)
  return new Set(wanted.filter((code) => !exclude_kinds.includes(code)))
}

interface Made {
  request: Request
  lesson: Lesson
  options: GenerationOptions
  generated: Generated
}

async function save(ctx: Context, tx: Tx, errand: Errand, made: Made): Promise<void> {
  const generation = await lockGeneration(tx, errand.generation_id)
  if (generation?.state !== 'running') return
  if (generation.quiz_id === null) {
    // Its quiz was deleted while it was being made.
    await settleGeneration(tx, generation.id, { state: 'cancelled' }, ctx.now)
    return
  }
  const quiz = await getQuiz(tx, generation.quiz_id)
  const { request, lesson, options, generated } = made
  if (generated.candidates.length === 0) {
    const help = whatWouldHelp(lesson, options.question_count, 0)
    const failure = ['There is too little material for a question.', ...help].join(' ')
    await settleGeneration(tx, generation.id, { state: 'failed', failure }, ctx.now)
    await deleteEmptyQuiz(tx, quiz.id)
    return
  }
  await saveQuestions(ctx, tx, generation, quiz, generated)
  const objectives = request.objective_ids.length > 0 ? request.objective_ids : generated.covered
  await replaceObjectives(tx, quiz, [...new Set(objectives)])
  const degraded_reasons = [
    ...(request.generator === 'rules' ? [] : ['no_model']),
    ...instructionsAside(request.instructions),
  ]
  const result = reportOn(lesson, options, generated, { id: quiz.id, title: quiz.title, degraded_reasons })
  const plan = generated.candidates.map(({ slot }) => slot)
  await settleGeneration(tx, generation.id, { state: 'ready', result, plan }, ctx.now)
}

async function saveQuestions(
  ctx: Context,
  tx: Tx,
  generation: Generation,
  quiz: Quiz,
  { candidates }: Generated,
): Promise<void> {
  const { school_id, unit_id } = generation
  const fresh = candidates.map(({ question }) => ({
    id: ctx.newId(),
    school_id,
    unit_id,
    quiz_id: quiz.id,
    generation_id: generation.id,
    derived_from: null,
    review_state: 'generated' as const,
    version_id: ctx.newId(),
    question: readCandidate(question),
    tests: [],
    created_by: generation.requested_by,
  }))
  await insertQuestions(tx, fresh, ctx.now)
  // A teacher may have added questions meanwhile; they stay in front.
  const order = await listOrder(tx, quiz.id)
  await replaceOrder(tx, quiz, [...order, ...fresh.map(({ id }) => id)])
  await countContentChange(tx, quiz.id, ctx.now)
}
