export {
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  getTakeable,
  markPublished,
} from './publishing.ts'
export { room } from './room.ts'
export { listCompetencies } from './store/competencies.ts'
export { listQuizFacts, type QuizFacts } from './store/quiz-facts.ts'
