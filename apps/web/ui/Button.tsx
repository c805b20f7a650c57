import type { ComponentProps, ReactElement } from 'react'

type Look = 'plain' | 'main' | 'quiet' | 'danger'

/**
 * A button that says what happens. `main` is the one filled button of a screen and answers Ctrl+Enter
 * (see `useMainAction`); `danger` exists only where the staff styles are loaded.
 * While `busy` it keeps its focus but cannot start its work twice.
 */
export function Button({
  look = 'plain',
  busy = false,
  className = '',
  onClick,
  ...rest
}: ComponentProps<'button'> & { look?: Look; busy?: boolean }): ReactElement {
  const looks = look === 'plain' ? '' : `button-${look}`
  return (
    <button
      type="button"
      data-main-action={look === 'main' || undefined}
      aria-disabled={busy || undefined}
      className={`button ${looks} ${className}`.trim()}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      {...rest}
    />
  )
}
