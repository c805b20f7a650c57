import { useEffect } from 'react'

/** Ctrl+Enter (⌘ on macOS) presses the main action of the screen, or of the dialog that is open. */
export function useMainAction(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      const scope = document.querySelector('dialog[open]') ?? document
      const action = scope.querySelector<HTMLElement>('[data-main-action]')
      if (!action) return
      event.preventDefault()
      action.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
