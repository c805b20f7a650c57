import type { Room } from '../platform/room.ts'
import { routes } from './routes.ts'
import { workers } from './workers.ts'

export const room: Room = { name: 'library', routes, workers }

export {
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  getTakeable,
  markPublished,
  mayAuthorQuiz,
  type Publishable,
} from './publishing.ts'
export { listQuizFacts, type QuizFacts } from './quiz-facts.ts'
export { type Competency, listCompetencies, listObjectivesOfTopic } from './store/competencies.ts'
export type { QuestionVersion } from './store/questions.ts'
export type { Quiz } from './store/quizzes.ts'
