import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react'
import { t } from '../words/words.ts'
import { Button } from './Button.tsx'
import { useAnnounce } from './Live.tsx'

interface Toast {
  id: number
  text: string
  undo?: () => void
}
type Show = (text: string, undo?: () => void) => void

const undoSeconds = 10
const hasUndo = ({ undo }: Toast): boolean => undo !== undefined
const ShowContext = createContext<Show>(() => {})

/** Short notes at the foot of the page. A note stays for ten seconds; without an undo, until the next note. */
export function Toasts({ children }: { children: ReactNode }): ReactElement {
  const [toasts, setToasts] = useState<Toast[]>([])
  const announce = useAnnounce()
  const show = useCallback<Show>(
    (text, undo) => {
      announce(text)
      setToasts((before) => [
        ...before.filter(hasUndo),
        { id: (before.at(-1)?.id ?? 0) + 1, text, ...(undo && { undo }) },
      ])
    },
    [announce],
  )
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  return (
    <ShowContext value={show}>
      {children}
      {toasts.length > 0 && (
        <section className="toasts no-print" aria-label={t('ui.notes')}>
          {toasts.map((toast) => (
            <Shown key={toast.id} toast={toast} onClose={close} />
          ))}
        </section>
      )}
    </ShowContext>
  )
}

/** Shows a short note; `undo` offers to take the act back. */
export function useToast(): Show {
  return useContext(ShowContext)
}

function Shown({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const { id, text, undo } = toast
  useEffect(() => {
    const timer = setTimeout(() => onClose(id), undoSeconds * 1000)
    return () => clearTimeout(timer)
  }, [id, onClose])
  return (
    <div className="toast row">
      <p>{text}</p>
      {undo && (
        <Button
          look="quiet"
          onClick={() => {
            undo()
            onClose(id)
          }}
        >
          {t('ui.undo')}
        </Button>
      )}
      <Button look="quiet" onClick={() => onClose(id)}>
        {t('ui.close')}
      </Button>
    </div>
  )
}
