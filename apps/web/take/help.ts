import { call, isRefusal, Problem, Unreachable } from '../api.ts'
import { t } from '../words/words.ts'
import type { Sitting } from './sitting.ts'

/** What came of asking the server during a question: `sentence` says why it did not do it. */
export type Asked = { came: 'done' } | { came: 'offline' } | { came: 'refused'; sentence: string | null }

/** Checks the answer that is saved; the last events go first. */
export function checkAnswer(sitting: Sitting, position: number): Promise<Asked> {
  return asking(sitting, async () => {
    const check = await call('checkAnswer', input(sitting, position))
    sitting.patch(position, { check })
  })
}

/** Shows the right answer and ends the tries. */
export function showAnswer(sitting: Sitting, position: number): Promise<Asked> {
  return asking(sitting, async () => {
    const { correct_answer } = await call('showAnswer', input(sitting, position))
    sitting.patch(position, { shown_answer: correct_answer })
  })
}

export function showHint(sitting: Sitting, position: number): Promise<Asked> {
  return asking(sitting, async () => {
    const { hint } = await call('showHint', input(sitting, position))
    sitting.patch(position, { hint })
  })
}

export function showScaffold(sitting: Sitting, position: number): Promise<Asked> {
  return asking(sitting, async () => {
    sitting.patch(position, { scaffold: await call('showScaffold', input(sitting, position)) })
  })
}

function input(sitting: Sitting, position: number) {
  return { params: { attempt_id: sitting.getView().attempt.attempt_id, position }, body: sitting.proof }
}

/** Checks, hints and right answers wait for the network; everything else goes on without it. */
async function asking(sitting: Sitting, ask: () => Promise<void>): Promise<Asked> {
  if (!(await sitting.flush())) return { came: 'offline' }
  try {
    await ask()
    return { came: 'done' }
  } catch (error) {
    if (error instanceof Unreachable) return { came: 'offline' }
    if (isRefusal(error, 'writer_moved')) sitting.turnReadOnly('other_device')
    if (isRefusal(error, 'attempt_ended')) await sitting.refresh()
    return { came: 'refused', sentence: error instanceof Problem ? error.message : null }
  }
}

/** What the student reads; null when it was done. `waiting` is said while the network is gone. */
export function noteFor(asked: Asked, waiting: string): string | null {
  if (asked.came === 'done') return null
  return asked.came === 'offline' ? waiting : (asked.sentence ?? t('ui.failed'))
}
