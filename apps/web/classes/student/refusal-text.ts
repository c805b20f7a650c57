import { Problem } from '../../api.ts'
import { t, type WordKey } from '../../words/words.ts'

/** Why an event was not taken: in words, and the field they speak of. */
interface Refused {
  message: string
  pointer?: string | undefined
}

/** The fields of a judgement that a person can see and change, by their place in the event. */
const names: Record<string, WordKey | undefined> = {
  '/student_id': 'classes.student',
  '/occurred_at': 'classes.clock_here',
  '/data/competency_id': 'classes.objective',
  '/data/judgement': 'classes.standing',
  '/data/note': 'classes.judgement_note',
}

/** What is said of one event: inside a reply, or as the refusal of the whole request; null for anything else. */
export function refusedEvent(error: unknown): Refused | null {
  if (!(error instanceof Problem) || typeof error.details.pointer !== 'string') return null
  return { message: error.message, pointer: error.details.pointer }
}

/** Why a judgement was not taken: the server's own words after the field that they speak of. */
export function refusalText({ message, pointer = '' }: Refused): string {
  const name = names[pointer]
  const why = message.startsWith(`${pointer} `) ? message.slice(pointer.length + 1) : message
  return t('classes.judgement_refused', { why: name ? `${t(name)}: ${why}` : message })
}
