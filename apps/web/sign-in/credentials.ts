import type { Input } from '../api.ts'

/** What the form sends: staff write an e-mail, students a user name; both in the same field. */
export function credentialsOf(form: FormData): Input<'signIn'>['body'] {
  const name = String(form.get('name') ?? '').trim()
  const password = String(form.get('password') ?? '')
  const slug = form.get('school')
  const school = typeof slug === 'string' && slug !== '' ? { school: slug } : {}
  return name.includes('@') ? { email: name, password, ...school } : { username: name, password, ...school }
}
