import { type ReactElement, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { t } from '../words/words.ts'

/** Remembers the answers before each move, for the Undo button beside every kind with moves. */
export function useUndo<Answer>(answer: Answer, onAnswer: (answer: Answer) => void) {
  const before = useRef<Answer[]>([])
  const [count, setCount] = useState(0)
  /** `goesOn`: a further step of the same move, such as an arrow key in a pick-list; one undo takes back both. */
  const change = (next: Answer, goesOn = false) => {
    if (!goesOn) before.current.push(answer)
    setCount(before.current.length)
    onAnswer(next)
  }
  const undo = () => {
    const last = before.current.pop()
    setCount(before.current.length)
    if (last !== undefined) onAnswer(last)
  }
  return { change, undo, mayUndo: count > 0 }
}

export function UndoButton({ undo, mayUndo }: { undo: () => void; mayUndo: boolean }): ReactElement {
  return (
    <Button busy={!mayUndo} onClick={undo}>
      {t('ui.undo')}
    </Button>
  )
}
