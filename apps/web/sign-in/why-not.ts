import { Problem, Unreachable } from '../api.ts'
import { t } from '../words/words.ts'

/** Why a sign-in did not work, and what to do, in one or two sentences. */
export function whyNot(error: unknown): string {
  if (error instanceof Unreachable) return t('sign_in.unreachable')
  if (!(error instanceof Problem)) return t('ui.failed')
  const seconds = error.retryAfterSeconds
  return seconds === null ? error.message : `${error.message} ${t('sign_in.wait', { n: seconds })}`
}
