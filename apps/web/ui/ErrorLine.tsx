import type { ReactElement } from 'react'

/** Why the last try did not work, in words; nothing while there is nothing to say. */
export function ErrorLine({ text }: { text: string | null }): ReactElement | null {
  if (text === null) return null
  return (
    <p role="alert" className="field-error">
      {text}
    </p>
  )
}
