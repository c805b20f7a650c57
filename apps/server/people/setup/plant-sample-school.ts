import type { Role } from '@waymark/contract/permissions.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { insertClassrooms, updateTeachers } from '../store/classrooms.ts'
import { insertEnrolments } from '../store/enrolments.ts'
import { insertAdvisorLink, insertGuardianLink } from '../store/guardianship.ts'
import { insertMemberships } from '../store/memberships.ts'
import {
  insertSchool,
  insertSettings,
  listSchools,
  lockSchools,
  type SchoolLocale,
} from '../store/schools.ts'
import { insertStudents } from '../store/students.ts'
import { insertUsers } from '../store/users.ts'
import { defaultSettings } from './default-settings.ts'
import { removeSchool } from './remove-school.ts'

export interface SamplePerson {
  role: Exclude<Role, 'service'>
  first_name: string
  last_name: string
  /** Students only. */
  username?: string
  year_group?: number
  /** Guardians and advisors: user names of their students. */
  of?: readonly string[]
}

export interface SampleSchool {
  name: string
  slug: string
  time_zone: string
  locale: SchoolLocale
  people: readonly SamplePerson[]
  classrooms: readonly {
    name: string
    subject: string
    year_group: number
    academic_year: string
    /** Last names of teachers, user names of students. */
    teachers: readonly string[]
    students: readonly string[]
  }[]
}

export interface PlantedSchool {
  schoolId: string
  /** User ids of students by user name, of others by last name. */
  people: Map<string, string>
  /** Ids by name. */
  classrooms: Map<string, string>
}

/**
 * Makes the sample school, in place of an earlier one. Its people have no passwords: the role switcher signs
 * in as them. Refused beside a real school.
 */
export async function plantSampleSchool(ctx: Context, plan: SampleSchool): Promise<PlantedSchool> {
  const { planted, files } = await ctx.systemTransaction(async (tx) => {
    await lockSchools(tx)
    const schools = await listSchools(tx)
    if (schools.some(({ is_sample }) => !is_sample)) throw new Refused('real_school_present')
    const files: string[] = []
    for (const { id } of schools) files.push(...(await removeSchool(tx, id)))
    return { planted: await plant(ctx, tx, plan), files }
  })
  for (const fileId of files) await ctx.files.remove(fileId)
  // Class days are reckoned at the school's place, so classes are made inside it.
  await ctx.schoolTransaction(planted.schoolId, (tx) => plantClassrooms(ctx, tx, plan, planted))
  return planted
}

const keyOf = (person: SamplePerson) => person.username ?? person.last_name

async function plant(ctx: Context, tx: Tx, plan: SampleSchool): Promise<PlantedSchool> {
  const { name, slug, time_zone, locale } = plan
  const school_id = ctx.newId()
  await insertSchool(tx, ctx, {
    id: school_id,
    name,
    slug,
    time_zone,
    locale,
    is_sample: true,
    district_id: null,
  })
  await insertSettings(tx, ctx, school_id, {
    version: 1,
    settings: defaultSettings(locale),
    changed_by: null,
  })
  const people = plan.people.map((person) => ({ ...person, id: ctx.newId() }))
  await insertUsers(
    tx,
    ctx,
    people.map(({ id, first_name, last_name }) => ({
      id,
      first_name,
      last_name,
      home_school_id: school_id,
      email: null,
      password_hash: null,
      is_sample: true,
    })),
  )
  await insertMemberships(
    tx,
    ctx,
    people.map(({ id, role }) => ({
      id: ctx.newId(),
      user_id: id,
      role,
      scope: 'school' as const,
      school_id,
      district_id: null,
      valid_from: ctx.now,
      valid_until: null,
    })),
  )
  const students = people.filter(({ role }) => role === 'student')
  await insertStudents(
    tx,
    students.map(({ id, username = '', year_group = null }) => ({
      id,
      school_id,
      username,
      year_group,
      external_id: null,
    })),
  )
  const ids = new Map(people.map((person) => [keyOf(person), person.id]))
  for (const person of people)
    for (const username of person.of ?? []) {
      const link = { id: ctx.newId(), school_id, student_id: ids.get(username) ?? '' }
      if (person.role === 'guardian')
        await insertGuardianLink(tx, ctx, { ...link, guardian_id: person.id, relation: 'parent' })
      else await insertAdvisorLink(tx, ctx, { ...link, advisor_id: person.id })
    }
  return { schoolId: school_id, people: ids, classrooms: new Map() }
}

async function plantClassrooms(
  ctx: Context,
  tx: Tx,
  plan: SampleSchool,
  { schoolId: school_id, people, classrooms }: PlantedSchool,
): Promise<void> {
  for (const { name, subject, year_group, academic_year, teachers, students } of plan.classrooms) {
    const id = ctx.newId()
    classrooms.set(name, id)
    await insertClassrooms(tx, ctx, [{ id, school_id, name, subject, year_group, academic_year }])
    const idOf = (key: string) => {
      const found = people.get(key)
      if (!found) throw new Error(`The sample class ${name} names ${key}, who is not among its people.`)
      return found
    }
    await updateTeachers(tx, ctx, { id, school_id }, teachers.map(idOf))
    const pairs = students.map((username) => ({ classroom_id: id, student_id: idOf(username) }))
    await insertEnrolments(tx, ctx, school_id, pairs)
  }
}
