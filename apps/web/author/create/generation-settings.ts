import { type KindCode, kindCodes } from '@waymark/questions/generated/codes.ts'
import type { Input } from '../../api.ts'
import type { Unit } from '../asking.ts'

/** What a teacher chooses before a quiz is proposed. */
export interface Settings {
  title: string
  count: number
  minutes: number
  /** Somebody chose the minutes: they no longer follow the number of questions. */
  ownMinutes: boolean
  lowest: number
  highest: number
  kinds: readonly KindCode[]
  /** Competency ids. */
  objectives: readonly string[]
  documents: readonly string[]
  variation: number
}

type Request = Input<'generateQuiz'>['body']

/** The objectives of a unit, each once, though several documents may name it. */
export function objectivesOf(unit: Pick<Unit, 'materials'>): { id: string; text: string }[] {
  const byId = new Map(unit.materials.objectives.map(({ competency_id, text }) => [competency_id, text]))
  return [...byId].map(([id, text]) => ({ id, text }))
}

export const readyDocuments = (unit: Pick<Unit, 'documents'>) =>
  unit.documents.filter(({ status }) => status === 'ready')

/** Whether there is anything that a question could be made from. */
export function isUsable({ materials }: Pick<Unit, 'materials'>): boolean {
  const { pictures: _, ...sources } = materials
  return Object.values(sources).some((list) => list.length > 0)
}

const usualCount = 15
const minutesEach = 2
const [fewestMinutes, mostMinutes] = [5, 120]

/** Two minutes for each question, within what may be asked for. */
const usualMinutes = (count: number): number =>
  Math.min(mostMinutes, Math.max(fewestMinutes, count * minutesEach))

/** Another number of questions; the minutes follow as long as nobody has set them. */
export function withCount(settings: Settings, count: number): Settings {
  const follow = !settings.ownMinutes && Number.isInteger(count)
  return { ...settings, count, minutes: follow ? usualMinutes(count) : settings.minutes }
}

/** The usual settings for a unit: everything in it, 15 questions, 30 minutes; one file gives the quiz its title. */
export function settingsFor(unit: Pick<Unit, 'title' | 'documents' | 'materials'>): Settings {
  const [first, ...others] = readyDocuments(unit)
  return {
    title: (others.length === 0 && first?.title) || unit.title,
    count: usualCount,
    minutes: usualMinutes(usualCount),
    ownMinutes: false,
    lowest: 1,
    highest: 5,
    kinds: kindCodes,
    objectives: objectivesOf(unit).map(({ id }) => id),
    documents: readyDocuments(unit).map(({ id }) => id),
    variation: 0,
  }
}

/** The request to the server. A full list is sent as an empty one, which means "all there are". */
export function requestOf(unit: Pick<Unit, 'id' | 'materials' | 'documents'>, settings: Settings): Request {
  const objectives = objectivesOf(unit).map(({ id }) => id)
  const documents = readyDocuments(unit).map(({ id }) => id)
  const some = (chosen: readonly string[], all: readonly string[]) =>
    all.every((id) => chosen.includes(id)) ? [] : all.filter((id) => chosen.includes(id))
  return {
    unit_id: unit.id,
    title: settings.title,
    question_count: settings.count,
    duration_minutes: settings.minutes,
    level_min_1_to_5: settings.lowest,
    level_max_1_to_5: settings.highest,
    exclude_kinds: kindCodes.filter((code) => !settings.kinds.includes(code)),
    objective_ids: some(settings.objectives, objectives),
    document_ids: some(settings.documents, documents),
    variation: settings.variation,
  }
}
