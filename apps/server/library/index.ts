export {
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  getTakeable,
  markPublished,
  type Publishable,
} from './publishing.ts'
export { room } from './room.ts'
export { type Competency, listCompetencies } from './store/competencies.ts'
export type { QuestionVersion } from './store/questions.ts'
export { listQuizFacts, type QuizFacts } from './store/quiz-facts.ts'
export type { Quiz } from './store/quizzes.ts'
