export {
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  markPublished,
} from './publishing.ts'
export { room } from './room.ts'
export { listCompetencies } from './store/competencies.ts'
export { findQuizOutline, listQuizFacts, type QuizFacts, type QuizOutline } from './store/quiz-facts.ts'
export { countQuizzes } from './store/quizzes.ts'
