import { describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

const problems = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment)
    return []
  } catch (fault) {
    if (fault instanceof ConfigFault) return fault.problems
    throw fault
  }
}

describe('the settings', () => {
  it('have defaults right for one machine', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ embedded: true, port: 8080, host: '127.0.0.1', SESSION_TTL_MINUTES: 480 })
  })

  it('listen to every address beside a PostgreSQL server', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://localhost/waymark' })).toMatchObject({
      embedded: false,
      host: '0.0.0.0',
    })
  })

  it.each([
    ['an unknown name', { WAYMARK_PROT: '80' }, /WAYMARK_PROT is not a setting/],
    ['a port that is no number', { PORT: 'web' }, /^PORT: /],
    ['a foreign database', { DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL: must begin with postgres/],
    ['a short secret', { SESSION_SECRET: 'short' }, /^SESSION_SECRET: must be at least 32/],
    ['a placeholder secret', { SESSION_SECRET: 'change_me_in_production_please_now' }, /placeholder/],
    ['production without a secret', { WAYMARK_ENVIRONMENT: 'production' }, /SESSION_SECRET is missing/],
  ])('stop the start at %s and name it', (_, environment, sentence) => {
    const found = problems(environment as Record<string, string>)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(sentence)
  })

  it('come with WAYMARK_PORT before PORT', () => {
    expect(readConfig({ PORT: '8081', WAYMARK_PORT: '8082' }).port).toBe(8082)
  })
})
