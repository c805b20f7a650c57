import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react'

/**
 * A native modal dialog. It opens when it is mounted; Esc or its own buttons call `onClose`, and the focus
 * goes back to where it was. As a `panel` it stands at the side on wide screens and fills narrow ones.
 */
export function Dialog({
  title,
  panel = false,
  onClose,
  children,
}: {
  title: string
  panel?: boolean
  onClose: () => void
  children: ReactNode
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opener = document.activeElement
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => {
      element?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={panel ? 'dialog panel' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div>
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
