import type { Role } from '@waymark/contract/permissions.ts'
import type { Viewer } from '../platform/context.ts'
import { json } from '../platform/db/json.ts'
import type { TestHouse } from './harness.ts'

/** Rows that a test begins with, written past every verb: what a test is about it does through the API. */
type House = Pick<TestHouse, 'db' | 'clock' | 'context'>

export interface MadeSchool {
  id: string
  slug: string
}

/** Someone a test signs in as: `test.as(teacher)`. */
export type MadePerson = Pick<Viewer, 'userId' | 'schoolId' | 'role'>

let made = 0
const next = () => ++made

export async function aSchool(
  house: House,
  given: {
    name?: string
    slug?: string
    time_zone?: string
    is_sample?: boolean
    self_registration?: boolean
  } = {},
): Promise<MadeSchool> {
  const id = house.context().newId()
  const slug = given.slug ?? `school-${next()}`
  await house.db
    .insertInto('schools')
    .values({
      id,
      slug,
      name: given.name ?? `School ${slug}`,
      time_zone: given.time_zone ?? 'Europe/London',
      locale: 'en-GB',
      is_sample: given.is_sample ?? false,
      created_at: house.clock.now(),
    })
    .execute()
  const settings = {
    self_registration: given.self_registration ?? false,
    year_naming: 'year',
    mark_naming: 'marks',
  }
  await house.db
    .insertInto('school_settings')
    .values({ school_id: id, version: 1, settings: json(settings), changed_at: house.clock.now() })
    .execute()
  return { id, slug }
}

export async function aPerson(
  house: House,
  school: MadeSchool,
  role: Role,
  given: {
    email?: string
    first_name?: string
    last_name?: string
    password_hash?: string
    is_sample?: boolean
  } = {},
): Promise<MadePerson> {
  const userId = house.context().newId()
  const now = house.clock.now()
  await house.db
    .insertInto('users')
    .values({
      id: userId,
      home_school_id: school.id,
      email: role === 'student' ? null : (given.email ?? `person-${next()}@example.test`),
      first_name: given.first_name ?? 'Jane',
      last_name: given.last_name ?? `Person ${next()}`,
      password_hash: given.password_hash ?? null,
      is_sample: given.is_sample ?? false,
      created_at: now,
    })
    .execute()
  await aMembership(house, userId, school, role)
  return { userId, schoolId: school.id, role }
}

export async function aMembership(
  house: House,
  userId: string,
  school: MadeSchool,
  role: Role,
): Promise<string> {
  const id = house.context().newId()
  const now = house.clock.now()
  await house.db
    .insertInto('memberships')
    .values({
      id,
      user_id: userId,
      school_id: school.id,
      role,
      scope: 'school',
      valid_from: now,
      created_at: now,
    })
    .execute()
  return id
}

export const aTeacher = (house: House, school: MadeSchool, given: Parameters<typeof aPerson>[3] = {}) =>
  aPerson(house, school, 'teacher', given)

export const anAdmin = (house: House, school: MadeSchool, given: Parameters<typeof aPerson>[3] = {}) =>
  aPerson(house, school, 'admin', given)

export async function aStudent(
  house: House,
  school: MadeSchool,
  given: Parameters<typeof aPerson>[3] & { username?: string; year_group?: number } = {},
): Promise<MadePerson> {
  const person = await aPerson(house, school, 'student', given)
  await house.db
    .insertInto('students')
    .values({
      id: person.userId,
      school_id: school.id,
      username: given.username ?? `student.${next()}`,
      year_group: given.year_group ?? 8,
    })
    .execute()
  return person
}

/** A class whose teachers and students are in it from the day before the house's day. */
export async function aClass(
  house: House,
  school: MadeSchool,
  given: { name?: string; teachers?: readonly MadePerson[]; students?: readonly MadePerson[] } = {},
): Promise<string> {
  const ctx = house.context()
  const id = ctx.newId()
  const yesterday = new Date(house.clock.now().getTime() - 86_400_000)
  const since = yesterday.toISOString().slice(0, 10)
  await house.db
    .insertInto('classrooms')
    .values({
      id,
      school_id: school.id,
      name: given.name ?? `Class ${next()}`,
      created_at: house.clock.now(),
    })
    .execute()
  for (const { userId } of given.teachers ?? [])
    await house.db
      .insertInto('classroom_teachers')
      .values({ id: ctx.newId(), classroom_id: id, user_id: userId, school_id: school.id, valid_from: since })
      .execute()
  for (const { userId } of given.students ?? [])
    await house.db
      .insertInto('classroom_enrollments')
      .values({
        id: ctx.newId(),
        classroom_id: id,
        student_id: userId,
        school_id: school.id,
        enrolled_on: since,
      })
      .execute()
  return id
}
