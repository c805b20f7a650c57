import { describe, expect, it } from 'vitest'
import { breachesIn, seenIn } from '../testing.ts'
import { namesWall as wall } from './names.ts'

const look = (path: string) => breachesIn(wall, { [path]: '' })

describe('names', () => {
  it.each([
    'packages/science/utils.ts',
    'packages/questions/common.ts',
    'apps/server/people/password-helper.ts',
    'apps/server/people/user-service.ts',
    'apps/web/ui/DialogManager.tsx',
    'apps/server/shared/text.ts',
    'apps/server/people/signIn.ts',
    'apps/server/people/SignIn.ts',
    'apps/web/ui/evidence_drawer.tsx',
    'apps/web/classMap/Map.tsx',
    'apps/server/migrations/0001-people.SQL.sql',
  ])('%s is refused', (path) => {
    expect(look(path)).toHaveLength(1)
  })

  it.each([
    'packages/questions/multiple-choice/student.ts',
    'apps/server/people/sign-in.db.test.ts',
    'apps/server/people/common-passwords.ts',
    'apps/server/migrations/0001_people_and_schools.sql',
    'apps/web/ui/EvidenceDrawer.tsx',
    'apps/web/ui/EvidenceDrawer.test.ts',
    'apps/web/main.tsx',
    'e2e/journeys/first-quiz.journey.ts',
    'walls/rules/names.ts',
  ])('%s is a good name', (path) => {
    expect(look(path)).toEqual([])
  })

  it('counts the files it saw', () => {
    expect(seenIn(wall, { 'packages/a/b.ts': '', 'docs/c.md': '', 'apps/d/e.css': '' })).toBe(2)
  })
})
