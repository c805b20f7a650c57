import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassWithObjectives, openClassWithObjectives } from '../../testing/class-with-objectives.ts'
import type { Client } from '../../testing/harness.ts'
import { aClass, aTeacher } from '../../testing/makers.ts'
import { settleWholeChange } from '../store/changes.ts'
import { resumeChanges } from './resume-changes.ts'
import { settleStudents } from './settle-students.ts'

let house: ClassWithObjectives
/** A question version that two students answered, one rightly and one wrongly. */
let version: string
let schoolId: string
beforeAll(async () => {
  house = await openClassWithObjectives()
  schoolId = house.schoolId
  const assignment = await house.publish()
  const place = house.placeOf('text_input')
  const [right, wrong] = [await house.start(assignment, 0), await house.start(assignment, 1)]
  for (const index of house.questions.keys())
    if (house.questions[index]?.kind !== 'extended_text')
      await right.answer(index + 1, house.right(index + 1))
  await wrong.answer(place, { text: 'nothing of the kind' })
  await wrong.answer(house.placeOf('numeric'), house.right(house.placeOf('numeric')))
  await right.finish()
  await wrong.finish()
  await house.test.runUntilQuiet()
  version = await versionAt(right.attemptId, place)
})
afterAll(() => house.test.close())

async function versionAt(attemptId: string, position: number): Promise<string> {
  const mark = await house.test.db
    .selectFrom('marks')
    .select('question_version_id')
    .where('attempt_id', '=', attemptId)
    .where('position', '=', position)
    .executeTakeFirstOrThrow()
  return mark.question_version_id
}

/** An admin who has not used up the five recomputations of a minute. */
const admin = (): Client => house.test.as({ userId: house.newId(), schoolId, role: 'admin' })
const recompute = (client: Client, body: object, reason = 'a wrong key') =>
  client.call('recompute', {
    body: { dry_run: true, question_version_ids: [version], reason: 'key_fixed', ...body } as never,
    headers: reason ? { 'x-access-reason': reason } : {},
  })
const undo = (client: Client, change_id: string) =>
  client.call('undoMasteryChange', { params: { change_id } })
const show = async (client: Client, change_id: string) =>
  (await client.call('showMasteryChange', { params: { change_id } })).body

async function apply(body: object = {}): Promise<string> {
  const { status, body: made, text } = await recompute(admin(), { dry_run: false, ...body })
  expect(status, text).toBe(202)
  return made.change_id ?? expect.unreachable()
}

/** All numbers of all students as they are stored, but for how often they changed. */
async function numbers() {
  const { db } = house.test
  const current = await db
    .selectFrom('mastery_current')
    .selectAll()
    .orderBy('student_id')
    .orderBy('competency_id')
    .execute()
  const days = await db
    .selectFrom('mastery_days')
    .selectAll()
    .orderBy('student_id')
    .orderBy('competency_id')
    .orderBy('day')
    .execute()
  const folded = await db.selectFrom('tracer_states').select('folded').orderBy('student_id').execute()
  return { current: current.map((row) => ({ ...row, version: 0 })), days, folded }
}
const statuses = async () => {
  const rows = await house.test.db.selectFrom('evidence').select(['id', 'status', 'mark_id']).execute()
  return rows.map(({ id, status }) => `${id} ${status}`).sort()
}

describe('answers taken out of the evidence', () => {
  test('a dry run lists who goes up and down, and changes nothing', async () => {
    const [before, evidence] = [await numbers(), await statuses()]
    const { status, body } = await recompute(house.teacher, {}, '')
    expect(status).toBe(200)
    expect(body).toMatchObject({ change_id: null, student_count: 2, answer_count: 2 })
    expect(body.preview).toMatch(/^[0-9a-f]{64}$/)
    const directions = house.studentIds
      .slice(0, 2)
      .map((id) => body.moves.find(({ student_id }) => student_id === id)?.after.evidence_count)
    expect(directions.every((count) => typeof count === 'number')).toBe(true)
    expect(new Set(body.moves.map(({ direction }) => direction))).toContain('down')
    await house.test.runUntilQuiet()
    expect([await numbers(), await statuses()]).toEqual([before, evidence])
  })

  test('applying changes exactly what was listed, and undoing it restores every number', async () => {
    const before = await numbers()
    const preview = (await recompute(admin(), {})).body
    const change_id = await apply({ preview: preview.preview })
    await house.test.runUntilQuiet()
    expect(await show(admin(), change_id)).toMatchObject({
      state: 'applied',
      student_count: 2,
      done_count: 2,
    })
    const after = await numbers()
    const moved = new Map(preview.moves.map((move) => [`${move.student_id} ${move.competency_id}`, move]))
    expect(moved.size).toBeGreaterThan(0)
    for (const [at, row] of before.current.entries()) {
      const move = moved.get(`${row.student_id} ${row.competency_id}`)
      const now = after.current.find(
        (one) => one.student_id === row.student_id && one.competency_id === row.competency_id,
      )
      if (!move) expect(now).toEqual(before.current[at])
      else
        expect([
          now?.probability ?? null,
          now?.low ?? null,
          now?.high ?? null,
          now?.state,
          now?.evidence_count ?? 0,
        ]).toEqual([
          move.after.probability,
          move.after.interval?.low ?? null,
          move.after.interval?.high ?? null,
          move.after.state,
          move.after.evidence_count,
        ])
    }
    expect((await undo(admin(), change_id)).status).toBe(202)
    await house.test.runUntilQuiet()
    expect(await show(admin(), change_id)).toMatchObject({ state: 'undone', done_count: 2 })
    expect(await numbers()).toEqual(before)
  })

  test('the drawer keeps the answer in sight: superseded with its reason, and again beside it once given back', async () => {
    const query = {
      student_id: house.studentIds[0] ?? '',
      competency_id: house.questions[0]?.competency_ids[0] ?? '',
    }
    const rows = async () => (await house.teacher.call('listEvidence', { query })).body.items
    const before = await rows()
    const change_id = await apply()
    await house.test.runUntilQuiet()
    const gone = (await rows()).filter(({ superseded_by }) => superseded_by === change_id)
    expect(gone).toMatchObject([{ status: 'superseded', superseded_reason: 'key_fixed', effect: null }])
    await undo(admin(), change_id)
    await house.test.runUntilQuiet()
    const active = (list: typeof before) =>
      new Map(
        list.filter(({ status }) => status === 'active').map(({ event_id, effect }) => [event_id, effect]),
      )
    expect(active(await rows())).toEqual(active(before))
  })

  test('a run that was cut short goes on with those not done, and does nobody twice', async () => {
    const before = await numbers()
    const change_id = await apply()
    const { database } = house.test.house.machines
    const settle = () => settleStudents(house.test.context(), { school_id: schoolId, change_id })
    await database.run(
      `create function fail_second() returns trigger language plpgsql as $$ begin
        if new.student_id = '${[...house.studentIds.slice(0, 2)].sort()[1]}' then raise exception 'cut'; end if;
        return new; end $$`,
    )
    await database.run(
      'create trigger cut before update on tracer_states for each row execute function fail_second()',
    )
    await expect(settle()).rejects.toThrow('cut')
    expect(await show(admin(), change_id)).toMatchObject({ state: 'applying', done_count: 1 })
    expect((await undo(admin(), change_id)).status).toBe(409)
    await database.run('drop trigger cut on tracer_states')
    await database.run('drop function fail_second')
    await resumeChanges(house.test.context())
    expect(await show(admin(), change_id)).toMatchObject({ state: 'applying' })
    const now = house.test.clock.now()
    house.test.clock.freeze(new Date(now.getTime() + 11 * 60_000))
    await resumeChanges(house.test.context())
    house.test.clock.freeze(now)
    expect(await show(admin(), change_id)).toMatchObject({ state: 'applied' })
    const evidence = await statuses()
    await settle()
    await house.test.runUntilQuiet()
    expect(await statuses()).toEqual(evidence)
    expect(await show(admin(), change_id)).toMatchObject({ state: 'applied', done_count: 2 })
    await undo(admin(), change_id)
    await house.test.runUntilQuiet()
    expect(await numbers()).toEqual(before)
  })

  test('two runs at once, there and back, do nobody twice', async () => {
    const before = await numbers()
    const change_id = await apply()
    const settle = () => settleStudents(house.test.context(), { school_id: schoolId, change_id })
    await Promise.all([settle(), settle(), resumeChanges(house.test.context())])
    expect(await show(admin(), change_id)).toMatchObject({ state: 'applied', done_count: 2 })
    expect((await undo(admin(), change_id)).status).toBe(202)
    const kept = (await statuses()).length
    await Promise.all([settle(), settle()])
    expect(await show(admin(), change_id)).toMatchObject({ state: 'undone', done_count: 2 })
    expect((await statuses()).length).toBe(kept + 2)
    await house.test.runUntilQuiet()
    expect(await numbers()).toEqual(before)
  })

  test('a run that another overtook calls no change done that has been sent the other way since', async () => {
    const before = await numbers()
    const change_id = await apply()
    await house.test.runUntilQuiet()
    expect((await undo(admin(), change_id)).status).toBe(202)
    // What the overtaken run still does when it has found nobody left to change.
    await house.test
      .context()
      .schoolTransaction(schoolId, (tx) => settleWholeChange(tx, change_id, house.test.clock.now()))
    expect(await show(admin(), change_id)).toMatchObject({ state: 'undoing', done_count: 0 })
    await house.test.runUntilQuiet()
    expect(await show(admin(), change_id)).toMatchObject({ state: 'undone', done_count: 2 })
    expect(await numbers()).toEqual(before)
  })

  test('one that cannot go on keeps no other waiting', async () => {
    const { database } = house.test.house.machines
    const now = house.test.clock.now()
    const stuck = await apply()
    house.test.clock.freeze(new Date(now.getTime() + 1000))
    const behind = await apply()
    await database.run(
      `create function fail_change() returns trigger language plpgsql as $$ begin
        if new.change_id = '${stuck}' then raise exception 'stuck'; end if;
        return new; end $$`,
    )
    await database.run(
      'create trigger stuck before update on mastery_change_students for each row execute function fail_change()',
    )
    house.test.clock.freeze(new Date(now.getTime() + 11 * 60_000))
    await expect(resumeChanges(house.test.context())).rejects.toThrow('Changes that cannot go on: 1')
    expect(await show(admin(), stuck)).toMatchObject({ state: 'applying', done_count: 0 })
    expect(await show(admin(), behind)).toMatchObject({ state: 'applied', done_count: 2 })
    await database.run('drop trigger stuck on mastery_change_students')
    await database.run('drop function fail_change')
    await resumeChanges(house.test.context())
    house.test.clock.freeze(now)
    for (const change_id of [stuck, behind]) expect((await undo(admin(), change_id)).status).toBe(202)
    await house.test.runUntilQuiet()
  })

  test('each student finds in the own record that it was changed and changed back, by whom and why', async () => {
    const told = async (action: string, change_id: string) => {
      const rows = await house.test.db
        .selectFrom('audit_logs')
        .selectAll()
        .where('action', '=', action)
        .execute()
      return rows.filter(({ details }) => Object(details).change_id === change_id)
    }
    const change_id = await apply()
    const own = await told('mastery.changed', change_id)
    expect(own.map(({ student_id }) => student_id).sort()).toEqual(house.studentIds.slice(0, 2).sort())
    expect(own[0]).toMatchObject({ actor_role: 'admin', reason: 'a wrong key' })
    await house.test.runUntilQuiet()
    await undo(admin(), change_id)
    const back = await told('mastery.change_undone', change_id)
    expect(back.map(({ student_id }) => student_id).sort()).toEqual(house.studentIds.slice(0, 2).sort())
    await house.test.runUntilQuiet()
  })
})

describe('a recomputation is refused', () => {
  test.each([
    ['that names nothing', { question_version_ids: [] }, 422, 'invalid'],
    ['of an unknown mark', { mark_ids: ['01900000-0000-7000-8000-00000000dead'] }, 404, 'not_found'],
    ['with an unknown reason', { reason: 'whim' }, 422, 'invalid'],
    ['of another preview', { preview: 'f'.repeat(64) }, 409, 'preview_stale'],
  ])('%s', async (_, body, status, code) => {
    const refused = await recompute(admin(), body)
    expect([refused.status, refused.body]).toMatchObject([status, { error_code: code }])
  })

  test('to an admin who gives no reason, to other roles and to a teacher of another class', async () => {
    expect((await recompute(admin(), {}, '')).status).toBe(403)
    expect((await recompute(house.students[0] ?? expect.unreachable(), {})).status).toBe(403)
    const own = { id: schoolId, slug: 'test', name: 'Test School' }
    const other = await aTeacher(house.test, own)
    await aClass(house.test, own, { teachers: [other] })
    const refused = await recompute(house.test.as(other), {})
    expect([refused.status, refused.body]).toMatchObject([
      404,
      { details: { pointer: '/question_version_ids/0' } },
    ])
    const change_id = await apply()
    await house.test.runUntilQuiet()
    expect((await undo(house.test.as(other), change_id)).status).toBe(404)
    expect((await undo(house.teacher, change_id)).status).toBe(404)
    await undo(admin(), change_id)
    await house.test.runUntilQuiet()
  })

  test('a sixth time in a minute', async () => {
    const eager = admin()
    const seen = []
    for (let turn = 0; turn < 6; turn += 1) seen.push((await recompute(eager, {})).status)
    expect(seen).toEqual([200, 200, 200, 200, 200, 429])
  })

  test('an undoing a second time, or after 30 days', async () => {
    const twice = await apply()
    await house.test.runUntilQuiet()
    expect((await undo(admin(), twice)).status).toBe(202)
    await house.test.runUntilQuiet()
    const again = await undo(admin(), twice)
    expect([again.status, again.body]).toMatchObject([409, { details: { state: 'undone' } }])
    const old = await apply()
    await house.test.runUntilQuiet()
    const now = house.test.clock.now()
    house.test.clock.freeze(new Date(now.getTime() + 30 * 86_400_000))
    expect((await undo(admin(), old)).status).toBe(409)
    house.test.clock.freeze(new Date(now.getTime() + 30 * 86_400_000 - 1))
    expect((await undo(admin(), old)).status).toBe(202)
    await house.test.runUntilQuiet()
    house.test.clock.freeze(now)
  })
})
