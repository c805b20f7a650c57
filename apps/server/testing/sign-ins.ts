import { expect } from 'vitest'
import { hashPassword } from '../people/passwords/argon2.ts'
import { type Client, openTestHouse, type TestHouse } from './harness.ts'
import { aSchool, aStudent, aTeacher, type MadePerson, type MadeSchool } from './makers.ts'

export const PASSWORD = 'vivid harbour 42'
export const start = new Date('2026-03-02T10:00:00.000Z')

export const asJane = (password = PASSWORD) => ({ email: 'jane@hill.example', password })
export const asMarcus = (password = PASSWORD) => ({ username: 'chen.m', password })

export const cookieOf = (header: unknown): string => String([header].flat()[0]).split(';')[0] ?? ''

/** A house with one school, a teacher (jane@hill.example) and a student (chen.m) who sign in with PASSWORD. */
export interface SignInHouse {
  house: TestHouse
  /** The hash of PASSWORD. */
  hash: string
  school: MadeSchool
  teacher: MadePerson
  student: MadePerson
  /** Moves the clock to this many seconds after the start. */
  later(seconds: number): void
  /** The clock back at the start, and no try remembered. */
  begin(): Promise<void>
  /** Signs in as a browser does: a client that carries the cookie and repeats the CSRF token. */
  browser(body: object): Promise<{ client: Client; cookie: string; csrf: string }>
  /** Signs in as an API client does. */
  tokens(body: object): Promise<{ access_token: string; refresh_token: string; user: { role: string } }>
  bearer(access_token: string): Client
}

export async function openSignInHouse(): Promise<SignInHouse> {
  const house = await openTestHouse({ now: start })
  const hash = await hashPassword(PASSWORD, new Uint8Array(16).fill(1))
  const school = await aSchool(house, { slug: 'hill', name: 'Hill School' })
  const given = { password_hash: hash }
  return {
    house,
    hash,
    school,
    teacher: await aTeacher(house, school, { ...given, email: 'jane@hill.example' }),
    student: await aStudent(house, school, { ...given, username: 'chen.m', first_name: 'Marcus' }),
    later: (seconds) => house.clock.freeze(new Date(start.getTime() + seconds * 1000)),
    begin: async () => {
      house.clock.freeze(start)
      await house.db.deleteFrom('sign_in_tries').execute()
    },
    browser: async (body) => {
      const answer = await house
        .anyone({ 'accept-session': 'cookie' })
        .call('signIn', { body: body as never })
      expect(answer.status).toBe(200)
      const cookie = cookieOf(answer.headers['set-cookie'])
      const csrf = 'csrf_token' in answer.body ? answer.body.csrf_token : ''
      return { client: house.anyone({ cookie, 'x-csrf-token': csrf }), cookie, csrf }
    },
    tokens: async (body) => {
      const answer = await house.anyone().call('signIn', { body: body as never })
      expect(answer.status).toBe(200)
      if (!('access_token' in answer.body)) throw new Error('The sign-in answered no tokens.')
      return answer.body
    },
    bearer: (access_token) => house.anyone({ authorization: `Bearer ${access_token}` }),
  }
}
