import { Refused } from '../../platform/refused.ts'
import { type PasswordOwner, SHORTEST_STAFF, SHORTEST_STUDENT, whyWeak } from './password-rule.ts'

const sentences = {
  too_long: 'A password has at most 200 characters.',
  common: 'This password is too common. Choose one that others would not.',
  contains_name: 'Leave your name, user name and school out of the password.',
  pattern: 'A row of keys or a repeat is guessed first. Choose something else.',
}

/** Refuses a weak password, saying what to do; `pointer` names the field of the request. */
export function requireGoodPassword(password: string, owner: PasswordOwner, pointer: string): void {
  const because = whyWeak(password, owner)
  if (because === null) return
  const shortest = owner.isStudent ? SHORTEST_STUDENT : SHORTEST_STAFF
  const message =
    because === 'too_short' ? `A password has at least ${shortest} characters.` : sentences[because]
  throw new Refused('password_weak', { pointer, because, message })
}
