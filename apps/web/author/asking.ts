import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Reply } from '../api.ts'

export type Unit = Reply<'getUnit'>
export type DocumentSummary = Unit['documents'][number]
export type LessonDocument = Reply<'getDocument'>
export type Quiz = Reply<'getQuiz'>
export type QuizSummary = Reply<'listQuizzes'>['items'][number]
export type AuthorQuestion = Reply<'getQuestion'>
export type Finding = AuthorQuestion['findings'][number]
export type Generation = Reply<'getGeneration'>

const readingPollMs = 700
const generationPollMs = 500

export const keys = {
  units: ['author', 'units'],
  quizzes: ['author', 'quizzes'],
  unit: (unitId: string) => ['author', 'unit', unitId],
  document: (documentId: string) => ['author', 'document', documentId],
  passages: (documentId: string) => ['author', 'passages', documentId],
  generation: (generationId: string) => ['author', 'generation', generationId],
  quiz: (quizId: string) => ['author', 'quiz', quizId],
  gate: (quizId: string) => ['author', 'quiz', quizId, 'gate'],
  question: (questionId: string) => ['author', 'question', questionId],
  versions: (questionId: string) => ['author', 'question', questionId, 'versions'],
} as const

export const isReading = ({ status }: DocumentSummary) => status !== 'ready' && status !== 'refused'

/** A unit with its documents; asked again while one of them is being read. */
export function useUnit(unitId: string) {
  return useQuery({
    queryKey: keys.unit(unitId),
    queryFn: () => call('getUnit', { params: { unit_id: unitId } }),
    refetchInterval: ({ state }) => (state.data?.documents.some(isReading) ? readingPollMs : false),
  })
}

/** A generation; asked again until it has settled. */
export function useGeneration(generationId: string) {
  return useQuery({
    queryKey: keys.generation(generationId),
    queryFn: () => call('getGeneration', { params: { generation_id: generationId } }),
    refetchInterval: ({ state }) => (state.data && isSettled(state.data) ? false : generationPollMs),
  })
}

export const isSettled = ({ state }: Generation) => state !== 'queued' && state !== 'running'

export function useQuiz(quizId: string) {
  return useQuery({
    queryKey: keys.quiz(quizId),
    queryFn: () => call('getQuiz', { params: { quiz_id: quizId } }),
  })
}

/** What shows, outside this area, which quizzes there are and which are open: first screens, and the news. */
const outsideKeys = [['home'], ['classrooms'], ['class overview'], ['given quizzes'], ['generations']]

/** Asks again for every list of quizzes, after one has come, gone or changed. */
export function useQuizzesChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    for (const queryKey of outsideKeys) void client.invalidateQueries({ queryKey })
    await client.invalidateQueries({ queryKey: keys.quizzes })
  }
}

/** Asks again for everything that shows a quiz, after something in it has changed. */
export function useQuizChanged(quizId: string): () => Promise<void> {
  const client = useQueryClient()
  const listsChanged = useQuizzesChanged()
  return async () => {
    void listsChanged()
    await client.invalidateQueries({ queryKey: keys.quiz(quizId) })
  }
}
