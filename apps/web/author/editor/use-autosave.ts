import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { signedInAgain } from '../../sign-in/SignInAgain.tsx'
import { browserTimer } from '../../ui/announcer.ts'
import { openDraftShelf } from '../keep-draft.ts'
import { readLocally } from '../local-question.ts'
import { Autosave, type Draft, type EditorView, type KeptDraft } from './autosave.ts'

/** Opens a question for editing: the server's text, and over it what is still kept on this computer. */
export function useOpenQuestion(questionId: string): {
  autosave: Autosave | null
  error: unknown
  again: () => void
} {
  const { user } = useMe()
  const [turn, setTurn] = useState(0)
  const [opened, setOpened] = useState<{ autosave: Autosave } | { error: unknown } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn opens the question again
  useEffect(() => {
    let left = false
    let close = () => {}
    open(user.id, questionId).then(
      (ready) => {
        close = ready.close
        if (left) close()
        else setOpened({ autosave: ready.autosave })
      },
      (error: unknown) => setOpened({ error }),
    )
    return () => {
      left = true
      close()
    }
  }, [user.id, questionId, turn])
  return {
    autosave: opened && 'autosave' in opened ? opened.autosave : null,
    error: opened && 'error' in opened ? opened.error : null,
    again: () => {
      setOpened(null)
      setTurn(turn + 1)
    },
  }
}

async function open(account: string, questionId: string) {
  const shelf = await openDraftShelf(account)
  const name = `question/${questionId}`
  const params = { question_id: questionId }
  const saved = await call('getQuestion', { params }).catch((error: unknown) => {
    shelf.close()
    throw error
  })
  const kept = (await shelf.read(name).catch(() => undefined)) as KeptDraft | undefined
  const autosave = new Autosave(
    {
      save: (draft, revision) => call('changeQuestion', { params, body: draft }, { revision }),
      keep: (one) => shelf.keep(name, one),
      drop: () => shelf.drop(name),
      incomplete: incompleteIn,
      timer: browserTimer,
      wallClock: () => new Date().toISOString(),
    },
    saved,
    kept ?? null,
  )
  const stop = flushOnEvents(autosave)
  const close = () => {
    stop()
    // What is unsent goes now; should that fail, it is kept here and sent when the editor opens again.
    void autosave.flush().finally(() => {
      autosave.close()
      shelf.close()
    })
  }
  return { autosave, close }
}

function incompleteIn({ question }: Draft) {
  const read = readLocally(question)
  return 'findings' in read ? read.findings : []
}

/** The network is back, the page is left or hidden, or the person has signed in again: send at once. */
function flushOnEvents(autosave: Autosave): () => void {
  const flush = () => void autosave.flush()
  const events = ['online', 'pagehide', signedInAgain]
  for (const event of events) addEventListener(event, flush)
  document.addEventListener('visibilitychange', flush)
  return () => {
    for (const event of events) removeEventListener(event, flush)
    document.removeEventListener('visibilitychange', flush)
  }
}

export function useEditorView(autosave: Autosave): EditorView {
  return useSyncExternalStore(autosave.subscribe, autosave.getView)
}
