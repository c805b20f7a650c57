import { endpoints } from '@waymark/contract/library.ts'
import { type Reply, replied, route } from '../platform/http/route.ts'
import { changeDocument } from './documents/change-document.ts'
import { deleteDocument } from './documents/delete-document.ts'
import { getDocument, listPassages } from './documents/read-documents.ts'
import { uploadDocuments } from './documents/upload-documents.ts'
import { listGenerations } from './generation/list-generations.ts'
import { cancelGeneration, getGeneration, requestGeneration } from './generation/request-generation.ts'
import { changeQuiz, reorderQuestions } from './quizzes/change-quiz.ts'
import { addQuestion, createQuiz, duplicateQuiz } from './quizzes/create-quiz.ts'
import { checkQuiz, getQuiz, listQuizzes } from './quizzes/read-quizzes.ts'
import {
  approveAllQuestions,
  archiveQuiz,
  deleteQuiz,
  dismissQuizWarning,
  restoreQuiz,
} from './quizzes/settle-quiz.ts'
import { changeQuestion } from './review/change-question.ts'
import { deleteQuestion } from './review/delete-question.ts'
import { getQuestion, listQuestionKinds, listQuestionVersions } from './review/read-questions.ts'
import { regenerateQuestion } from './review/regenerate-question.ts'
import {
  approveQuestion,
  dismissQuestionWarning,
  rejectQuestion,
  restoreQuestion,
} from './review/review-question.ts'
import { changeUnit } from './units/change-unit.ts'
import { createUnit } from './units/create-unit.ts'
import { getUnit, listUnitCompetencies, listUnits } from './units/read-units.ts'

/** A reply with its revision as ETag, to be given back in If-Match. */
async function tagged<T extends { revision: number }>(made: Promise<T>, status = 200): Promise<Reply<T>> {
  const body = await made
  return replied(status, body, { headers: { etag: `"${body.revision}"` } })
}

const nothing = async (done: Promise<void>): Promise<Record<string, never>> => {
  await done
  return {}
}

export const routes = {
  listUnits: route(endpoints.listUnits, (ctx, { query }) => listUnits(ctx, query)),
  createUnit: route(endpoints.createUnit, (ctx, { body }) => tagged(createUnit(ctx, body), 201)),
  getUnit: route(endpoints.getUnit, (ctx, { params }) => tagged(getUnit(ctx, params))),
  changeUnit: route(endpoints.changeUnit, (ctx, received, { ifMatch }) =>
    tagged(changeUnit(ctx, { ...received, ifMatch })),
  ),
  listUnitCompetencies: route(endpoints.listUnitCompetencies, (ctx, { params }) =>
    listUnitCompetencies(ctx, params),
  ),

  uploadDocuments: route(endpoints.uploadDocuments, (ctx, { params }, request) =>
    uploadDocuments(ctx, { unitId: params.unit_id, files: request.files() }),
  ),
  getDocument: route(endpoints.getDocument, (ctx, { params }) => tagged(getDocument(ctx, params))),
  changeDocument: route(endpoints.changeDocument, (ctx, received, { ifMatch }) =>
    tagged(changeDocument(ctx, { ...received, ifMatch })),
  ),
  deleteDocument: route(endpoints.deleteDocument, (ctx, { params }) => nothing(deleteDocument(ctx, params))),
  listPassages: route(endpoints.listPassages, (ctx, received) => listPassages(ctx, received)),

  generateQuiz: route(endpoints.generateQuiz, (ctx, { body }) => requestGeneration(ctx, body)),
  listGenerations: route(endpoints.listGenerations, (ctx, { query }) => listGenerations(ctx, query)),
  getGeneration: route(endpoints.getGeneration, (ctx, { params }) => getGeneration(ctx, params)),
  cancelGeneration: route(endpoints.cancelGeneration, (ctx, { params }) => cancelGeneration(ctx, params)),

  listQuizzes: route(endpoints.listQuizzes, (ctx, { query }) => listQuizzes(ctx, query)),
  createQuiz: route(endpoints.createQuiz, (ctx, { body }) => tagged(createQuiz(ctx, body), 201)),
  getQuiz: route(endpoints.getQuiz, (ctx, { params }) => tagged(getQuiz(ctx, params))),
  changeQuiz: route(endpoints.changeQuiz, (ctx, received, { ifMatch }) =>
    tagged(changeQuiz(ctx, { ...received, ifMatch })),
  ),
  deleteQuiz: route(endpoints.deleteQuiz, (ctx, { params }) => nothing(deleteQuiz(ctx, params))),
  addQuestion: route(endpoints.addQuestion, (ctx, received) => tagged(addQuestion(ctx, received), 201)),
  reorderQuestions: route(endpoints.reorderQuestions, (ctx, received, { ifMatch }) =>
    tagged(reorderQuestions(ctx, { ...received, ifMatch })),
  ),
  checkQuiz: route(endpoints.checkQuiz, (ctx, { params }) => checkQuiz(ctx, params)),
  approveAllQuestions: route(endpoints.approveAllQuestions, (ctx, received) =>
    approveAllQuestions(ctx, received),
  ),
  dismissQuizWarning: route(endpoints.dismissQuizWarning, (ctx, received) =>
    dismissQuizWarning(ctx, received),
  ),
  archiveQuiz: route(endpoints.archiveQuiz, (ctx, { params }) => tagged(archiveQuiz(ctx, params))),
  restoreQuiz: route(endpoints.restoreQuiz, (ctx, { params }) => tagged(restoreQuiz(ctx, params))),
  duplicateQuiz: route(endpoints.duplicateQuiz, (ctx, received) => tagged(duplicateQuiz(ctx, received), 201)),

  getQuestion: route(endpoints.getQuestion, (ctx, { params }) => tagged(getQuestion(ctx, params))),
  changeQuestion: route(endpoints.changeQuestion, (ctx, received, { ifMatch }) =>
    tagged(changeQuestion(ctx, { ...received, ifMatch })),
  ),
  deleteQuestion: route(endpoints.deleteQuestion, (ctx, { params }, { ifMatch }) =>
    nothing(deleteQuestion(ctx, params, ifMatch)),
  ),
  listQuestionVersions: route(endpoints.listQuestionVersions, (ctx, { params }) =>
    listQuestionVersions(ctx, params),
  ),
  approveQuestion: route(endpoints.approveQuestion, (ctx, { params }, { ifMatch }) =>
    tagged(approveQuestion(ctx, params, ifMatch)),
  ),
  rejectQuestion: route(endpoints.rejectQuestion, (ctx, { params, body }, { ifMatch }) =>
    tagged(rejectQuestion(ctx, params, body, ifMatch)),
  ),
  regenerateQuestion: route(endpoints.regenerateQuestion, (ctx, received, { ifMatch }) =>
    tagged(regenerateQuestion(ctx, { ...received, ifMatch })),
  ),
  restoreQuestion: route(endpoints.restoreQuestion, (ctx, { params, body }, { ifMatch }) =>
    tagged(restoreQuestion(ctx, params, body, ifMatch)),
  ),
  dismissQuestionWarning: route(endpoints.dismissQuestionWarning, (ctx, { params, body }) =>
    tagged(dismissQuestionWarning(ctx, params, body)),
  ),
  listQuestionKinds: route(endpoints.listQuestionKinds, () => listQuestionKinds()),
}
