import type { ReactElement } from 'react'
import { TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'

/** Where a person chooses a password; the browser offers to make and to keep one. */
export function NewPasswordField({
  help = t('setup.password_help'),
  error = null,
}: {
  help?: string
  error?: string | null
}): ReactElement {
  return (
    <TextField
      label={t('setup.password')}
      help={help}
      name="password"
      type="password"
      autoComplete="new-password"
      error={error}
      required
    />
  )
}
