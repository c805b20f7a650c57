import { describe, expect, it } from 'vitest'
import { credentialsOf } from './credentials.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('what sign-in sends', () => {
  it('a name with an @ is an e-mail, any other a user name', () => {
    expect(credentialsOf(form({ name: ' jane@school.example ', password: ' p ' }))).toEqual({
      email: 'jane@school.example',
      password: ' p ',
    })
    expect(credentialsOf(form({ name: 'chen.m', password: 'p' }))).toEqual({
      username: 'chen.m',
      password: 'p',
    })
  })
  it('the school goes along only where one was picked', () => {
    expect(credentialsOf(form({ name: 'chen.m', password: 'p', school: 'oak' }))).toMatchObject({
      school: 'oak',
    })
    expect(credentialsOf(form({ name: 'chen.m', password: 'p', school: '' }))).not.toHaveProperty('school')
  })
})
