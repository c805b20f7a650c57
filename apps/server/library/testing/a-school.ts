import type { Role } from '@waymark/contract/permissions.ts'
import { newUuid } from '../../platform/ids.ts'
import type { TestHouse } from '../../testing/harness.ts'

const instant = new Date('2026-01-05T08:00:00.000Z')

/** A school of its own in the test's database. */
export async function aSchool({ db }: TestHouse): Promise<string> {
  const id = newUuid(instant)
  await db
    .insertInto('schools')
    .values({
      id,
      slug: `s-${id.slice(-12)}`,
      name: 'Hill School',
      time_zone: 'Europe/London',
      locale: 'en-GB',
      created_at: instant,
    })
    .execute()
  return id
}

/** Somebody of a school, with a caller that is signed in as that person. */
export async function aPerson(house: TestHouse, schoolId: string, role: Role) {
  const userId = newUuid(instant)
  await house.db
    .insertInto('users')
    .values({
      id: userId,
      home_school_id: schoolId,
      email: role === 'student' ? null : `${userId}@school.example`,
      first_name: 'Test',
      last_name: role,
      created_at: instant,
    })
    .execute()
  await house.db
    .insertInto('memberships')
    .values({
      id: newUuid(instant),
      user_id: userId,
      school_id: schoolId,
      role,
      scope: 'school',
      valid_from: instant,
      created_at: instant,
    })
    .execute()
  return { userId, client: house.as({ userId, schoolId, role }) }
}

/** Files as a browser sends them. */
export function multipart(files: readonly { filename: string; bytes: Buffer }[]) {
  const boundary = 'waymark-test-boundary'
  const parts = files.flatMap(({ filename, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${filename}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n'),
  ])
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
