import { endpoints } from '@waymark/contract/attempts.ts'
import { type Route, replied, route, textFile } from '../platform/http/route.ts'
import { changeAssignment } from './assignments/change-assignment.ts'
import { listOwnAssignments } from './assignments/list-assignments.ts'
import { removeOverride, setOverride, showOverrides } from './assignments/overrides.ts'
import { publishQuiz } from './assignments/publish-quiz.ts'
import { releaseResults } from './assignments/release-results.ts'
import { showAssignment } from './assignments/show-assignment.ts'
import { decideMark } from './marking/decide-mark.ts'
import { listMarkingQueue } from './marking/list-marking-queue.ts'
import { downloadClassResults } from './results/download-class-results.ts'
import { getClassResults } from './results/gather-class.ts'
import { getAttemptResults } from './results/get-attempt-results.ts'
import { listQuestionResponses } from './results/list-question-responses.ts'
import { listTimeline } from './results/list-timeline.ts'
import { saveEvents } from './saving/save-events.ts'
import { checkAnswer, showAnswer } from './taking/check-answer.ts'
import { claimAttempt } from './taking/claim-attempt.ts'
import { finishAttempt } from './taking/finish-attempt.ts'
import { getAttempt } from './taking/get-attempt.ts'
import { getBundle } from './taking/get-bundle.ts'
import { listMyQuizzes } from './taking/list-my-quizzes.ts'
import { previewQuiz } from './taking/preview-quiz.ts'
import { showHint, showScaffold } from './taking/show-help.ts'
import { startAttempt } from './taking/start-attempt.ts'

/** A snapshot never changes, so neither does its bundle. */
const FOR_EVER = { 'cache-control': 'private, max-age=31536000, immutable' }

export const routes: Record<string, Route> = {
  publishQuiz: route(endpoints.publishQuiz, (ctx, { params, body }) =>
    publishQuiz(ctx, params.quiz_id, body),
  ),
  previewQuiz: route(endpoints.previewQuiz, (ctx, { params, body }) =>
    previewQuiz(ctx, params.quiz_id, body),
  ),
  listAssignments: route(endpoints.listAssignments, (ctx, { query }) => listOwnAssignments(ctx, query)),
  getAssignment: route(endpoints.getAssignment, async (ctx, { params }) => {
    const assignment = await showAssignment(ctx, params.assignment_id)
    return replied(200, assignment, { headers: { etag: `"${assignment.revision}"` } })
  }),
  changeAssignment: route(endpoints.changeAssignment, (ctx, { params, body }, { ifMatch }) =>
    changeAssignment(ctx, params.assignment_id, body, ifMatch === null ? null : Number(ifMatch)),
  ),
  releaseResults: route(endpoints.releaseResults, (ctx, { params, body }) =>
    releaseResults(ctx, params.assignment_id, body.what),
  ),
  listOverrides: route(endpoints.listOverrides, (ctx, { params }) =>
    showOverrides(ctx, params.assignment_id),
  ),
  setOverride: route(endpoints.setOverride, (ctx, { params, body }) =>
    setOverride(ctx, params.assignment_id, params.student_id, body),
  ),
  removeOverride: route(endpoints.removeOverride, async (ctx, { params }) => {
    await removeOverride(ctx, params.assignment_id, params.student_id)
    return {}
  }),

  listMyQuizzes: route(endpoints.listMyQuizzes, (ctx) => listMyQuizzes(ctx)),
  startAttempt: route(endpoints.startAttempt, async (ctx, { params, body }) => {
    const { isNew, attempt } = await startAttempt(ctx, params.assignment_id, body)
    return replied(isNew ? 201 : 200, attempt)
  }),
  getAttempt: route(endpoints.getAttempt, (ctx, { params }) => getAttempt(ctx, params.attempt_id)),
  getBundle: route(endpoints.getBundle, async (ctx, { params, query }) => {
    const bundle = await getBundle(ctx, params.attempt_id)
    const isNamed = query.hash === bundle.snapshot_hash
    return replied(200, bundle, {
      headers: { etag: `"${bundle.snapshot_hash}"`, ...(isNamed ? FOR_EVER : {}) },
    })
  }),
  saveEvents: route(endpoints.saveEvents, (ctx, { params, body }) =>
    saveEvents(ctx, params.attempt_id, body),
  ),
  claimAttempt: route(endpoints.claimAttempt, (ctx, { params, body }) =>
    claimAttempt(ctx, params.attempt_id, body),
  ),
  checkAnswer: route(endpoints.checkAnswer, (ctx, { params, body }) =>
    checkAnswer(ctx, params.attempt_id, params.position, body),
  ),
  showAnswer: route(endpoints.showAnswer, (ctx, { params, body }) =>
    showAnswer(ctx, params.attempt_id, params.position, body),
  ),
  showHint: route(endpoints.showHint, (ctx, { params, body }) =>
    showHint(ctx, params.attempt_id, params.position, body),
  ),
  showScaffold: route(endpoints.showScaffold, (ctx, { params, body }) =>
    showScaffold(ctx, params.attempt_id, params.position, body),
  ),
  finishAttempt: route(endpoints.finishAttempt, (ctx, { params, body }) =>
    finishAttempt(ctx, params.attempt_id, body),
  ),
  getAttemptResults: route(endpoints.getAttemptResults, (ctx, { params }) =>
    getAttemptResults(ctx, params.attempt_id),
  ),

  getClassResults: route(endpoints.getClassResults, (ctx, { params, query }) =>
    getClassResults(ctx, params.assignment_id, query),
  ),
  downloadClassResults: route(endpoints.downloadClassResults, async (ctx, { params, query }) => {
    const { name, text } = await downloadClassResults(ctx, params.assignment_id, query)
    return textFile({ name, type: 'text/csv', text })
  }),
  listQuestionResponses: route(endpoints.listQuestionResponses, (ctx, { params }) =>
    listQuestionResponses(ctx, params.assignment_id, params.position),
  ),
  listTimeline: route(endpoints.listTimeline, (ctx, { params, query }) =>
    listTimeline(ctx, params.attempt_id, query),
  ),
  listMarkingQueue: route(endpoints.listMarkingQueue, (ctx, { query }) => listMarkingQueue(ctx, query)),
  decideMark: route(endpoints.decideMark, (ctx, { params, body }) => decideMark(ctx, params.mark_id, body)),
}
