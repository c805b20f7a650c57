import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/harness.ts'
import {
  aClass,
  anAdmin,
  aSchool,
  aStudent,
  aTeacher,
  type MadePerson,
  type MadeSchool,
} from '../../testing/makers.ts'
import { auditClassLook } from '../access.ts'
import { audit } from './audit.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

let house: TestHouse
let school: MadeSchool
let admin: MadePerson

beforeAll(async () => {
  house = await openTestHouse()
  school = await aSchool(house)
  admin = await anAdmin(house, school, { first_name: 'Ruth', last_name: 'Hale' })
})
afterAll(() => house.close())

const viewer = (person: MadePerson) => ({ ...person, sessionId: null, isSample: false, locale: 'en-GB' })

async function write(action: string, person: MadePerson = admin): Promise<void> {
  const ctx = house.context(viewer(person))
  await ctx.transaction((tx) => audit(ctx, tx, { action, subject_type: 'test', subject_id: null }))
}
const rowsOf = (schoolId: string) =>
  house.db
    .selectFrom('audit_logs')
    .selectAll()
    .where('school_id', '=', schoolId)
    .orderBy('position')
    .execute()

describe('the audit log', () => {
  test('is sealed into one chain for each school, in order of id', async () => {
    const other = await aSchool(house)
    const there = await anAdmin(house, other)
    await write('test.first')
    await write('test.elsewhere', there)
    await write('test.second')
    await sealAudit(house.context())
    expect((await rowsOf(school.id)).map(({ action, position }) => [position, action])).toEqual([
      [1, 'test.first'],
      [2, 'test.second'],
    ])
    expect((await rowsOf(other.id)).map(({ position }) => position)).toEqual([1])
    expect(await verifyAudit(house.context())).toMatchObject({ broken: null, rows: 3 })
  })

  test('is sealed by the timetable, and verifying seals first', async () => {
    await write('test.third')
    expect(await verifyAudit(house.context())).toMatchObject({ broken: null, rows: 4 })
    await write('test.fourth')
    await house.house.timetable.runAll()
    expect((await rowsOf(school.id)).every(({ hash }) => hash !== null)).toBe(true)
  })

  test('lives and dies with the write it tells of', async () => {
    const ctx = house.context(viewer(admin))
    const before = (await rowsOf(school.id)).length
    const failing = ctx.transaction(async (tx) => {
      await audit(ctx, tx, { action: 'test.lost', subject_type: 'test', subject_id: null })
      throw new Error('the write failed')
    })
    await expect(failing).rejects.toThrow('the write failed')
    expect(await rowsOf(school.id)).toHaveLength(before)
  })

  test('is read by admins of the school with names, page by page', async () => {
    const client = house.as(admin)
    const first = await client.call('listAudit', { query: { limit: 2 } })
    expect(first.body.items.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['test.fourth', 'Ruth Hale'],
      ['test.third', 'Ruth Hale'],
    ])
    const second = await client.call('listAudit', {
      query: { limit: 2, cursor: first.body.next_cursor ?? '' },
    })
    expect(second.body.items.map(({ action }) => action)).toEqual(['test.second', 'test.first'])
    expect(second.body.next_cursor).toBeNull()
    const one = await client.call('listAudit', { query: { action: 'test.second' } })
    expect(one.body.items).toHaveLength(1)
    expect((await client.call('listAudit', { query: { cursor: 'rubbish' } })).status).toBe(410)
    expect((await house.as(await aTeacher(house, school)).call('listAudit')).status).toBe(403)
  })

  test('shows students the look at a class they were in that day', async () => {
    const teacher = await aTeacher(house, school, { first_name: 'Jane', last_name: 'Moore' })
    const inClass = await aStudent(house, school)
    const outside = await aStudent(house, school)
    const classId = await aClass(house, school, { teachers: [teacher], students: [inClass] })
    const ctx = house.context(viewer(teacher))
    await ctx.transaction((tx) => auditClassLook(ctx, tx, classId, 'results'))
    const log = (who: MadePerson) =>
      house.as(who).call('listAccessLog', { params: { student_id: who.userId } })
    expect((await log(inClass)).body.items).toMatchObject([
      { actor_name: 'Jane Moore', actor_role: 'teacher', action: 'classroom.opened' },
    ])
    expect((await log(outside)).body.items).toEqual([])
  })

  test.each([
    ['changed', 2, { action: 'test.nothing' }],
    ['changed in its details', 2, { actor_role: 'student' }],
  ])('names a row that was %s in the database', async (_, position, change) => {
    const [row] = (await rowsOf(school.id)).filter((one) => one.position === position)
    if (!row) throw new Error('no such row')
    const where = house.db.updateTable('audit_logs').where('id', '=', row.id)
    await where.set(change).execute()
    expect(await verifyAudit(house.context())).toMatchObject({
      broken: { id: row.id, school_id: school.id, position, because: 'row_changed' },
    })
    await where.set({ action: row.action, actor_role: row.actor_role }).execute()
    expect((await verifyAudit(house.context())).broken).toBeNull()
  })

  test('names the place of a row that was taken out', async () => {
    await house.db
      .deleteFrom('audit_logs')
      .where('school_id', '=', school.id)
      .where('position', '=', 2)
      .execute()
    expect(await verifyAudit(house.context())).toMatchObject({
      broken: { school_id: school.id, position: 3, because: 'row_missing' },
    })
  })
})
