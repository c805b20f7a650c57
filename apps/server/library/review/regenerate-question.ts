import type { Call, Received } from '@waymark/contract/endpoint.ts'
import type { endpoints } from '@waymark/contract/library.ts'
import { listKinds } from '@waymark/questions/kinds.ts'
import { type Context, whoIs } from '../../platform/context.ts'
import { Refused } from '../../platform/refused.ts'
import { getQuestionFor, lockQuestionFor } from '../access.ts'
import { candidateGate, readCandidate } from '../generation/candidate-gate.ts'
import { collectLesson } from '../generation/collect-lesson.ts'
import { instructionsAside } from '../generation/instructions-aside.ts'
import { regenerateQuestion as propose } from '../generator/regenerate.ts'
import { type IfMatch, requireRevision } from '../revision.ts'
import { listDocuments } from '../store/documents.ts'
import { listVersions } from '../store/question-versions.ts'
import { insertVersion, listQuestions, updateQuestion } from '../store/questions.ts'
import { countContentChange } from '../store/quizzes.ts'
import { getUnit } from '../store/units.ts'
import { placeQuestion } from './place-question.ts'
import { requireAct } from './require-act.ts'
import { showQuestion } from './show-question.ts'

type Endpoint = (typeof endpoints)['regenerateQuestion']

/** Puts a new version beside the present one; `restore` with a version number keeps the other. */
export async function regenerateQuestion(
  ctx: Context,
  { params, body, ifMatch }: Received<Endpoint> & { ifMatch: IfMatch },
): Promise<Call<Endpoint>['reply']> {
  const viewer = whoIs(ctx)
  return ctx.transaction(async (tx) => {
    const { quiz, stored } = await lockQuestionFor(tx, viewer, params.question_id)
    requireRevision(ifMatch, stored.revision, { yours: body, theirs: await showQuestion(tx, stored) })
    const review_state = requireAct('regenerate', {
      review_state: stored.review_state,
      quiz_status: quiz.status,
    })
    const unit = await getUnit(tx, stored.unit_id)
    const ready = (await listDocuments(tx, unit.id)).filter(({ status }) => status === 'ready')
    const present = stored.current.question
    const lesson = await collectLesson(
      tx,
      unit,
      ready.map(({ id }) => id),
      present.language,
    )
    const kinds = body.keep_kind ? [present.kind] : listKinds().map(({ code }) => code)
    const others = (await listQuestions(tx, quiz.id)).filter(({ id }) => id !== stored.id)
    const known = {
      others: others.filter(({ position }) => position !== null).map(({ current }) => current.question),
      versions: (await listVersions(tx, stored.id)).map(({ question }) => question),
    }
    const proposal = propose(
      lesson,
      present,
      new Set(kinds),
      known,
      stored.latest_version,
      candidateGate(lesson),
    )
    if (!proposal) throw new Refused('not_enough_material')
    const fresh = {
      version_id: ctx.newId(),
      question: readCandidate(proposal),
      tests: [],
      created_by: viewer.userId,
    }
    await insertVersion(tx, stored, fresh, ctx.now)
    await updateQuestion(tx, stored.id, { review_state, rejection_reason: null }, ctx.now)
    if (stored.position === null) await placeQuestion(ctx, tx, quiz, stored.id, stored.ord_before_rejection)
    else await countContentChange(tx, quiz.id, ctx.now)
    const shown = await showQuestion(tx, await getQuestionFor(tx, viewer, stored.id))
    return { ...shown, degraded_reasons: ['no_model', ...instructionsAside(body.instructions)] }
  })
}
