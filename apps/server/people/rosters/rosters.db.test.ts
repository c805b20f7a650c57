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
import { forgetOld } from '../forget-old.ts'

const header = 'username,first_name,last_name,year_group,class,password'
let house: TestHouse
let school: MadeSchool
let admin: MadePerson

beforeAll(async () => {
  house = await openTestHouse()
  school = await aSchool(house, { slug: 'hill', name: 'Hill School' })
  admin = await anAdmin(house, school)
  await aClass(house, school, { name: '8A' })
})
afterAll(() => house.close())

const boundary = 'the-boundary-of-a-test'
const formField = ([name, value]: [string, string]) =>
  Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
const multipart = (content: string | Buffer, field = 'file', before = {}, after = {}) =>
  Buffer.concat([
    ...Object.entries<string>(before).map(formField),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="pupils.csv"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
    ...Object.entries<string>(after).map(formField),
    Buffer.from(`--${boundary}--\r\n`),
  ])

const send = (payload: Buffer, who: MadePerson = admin, query: object = {}) =>
  house.as(who).call('startRosterImport', {
    query: query as never,
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
const upload = (content: string | Buffer, options = {}, who: MadePerson = admin, field = 'file') =>
  send(multipart(content, field, options), who)

/** Uploads and waits until the import can be looked at. */
async function read(lines: readonly string[], options: object = {}) {
  const { status, body } = await upload([header, ...lines].join('\n'), options)
  expect(status).toBe(202)
  await house.runUntilQuiet()
  const params = { import_id: body.import_id }
  return { params, shown: (await house.as(admin).call('showRosterImport', { params })).body }
}
const apply = (params: { import_id: string }, who: MadePerson = admin) =>
  house.as(who).call('applyRosterImport', { params })
const usernames = async () =>
  (await house.db.selectFrom('students').select('username').orderBy('username').execute()).map(
    ({ username }) => username,
  )

describe("importing a students' CSV", () => {
  test('makes the user names of the specification and a sheet of start passwords that work', async () => {
    const { params, shown } = await read([
      ',Marcus,Chen,8,8A,',
      ',Maria,Chen,Year 8,8A,',
      ",Zoë,O'Neill,Y8,8A,",
      ',Jürgen,Müller,8,8A,',
      ',Łukasz,Nowak,8,8A,a quiet orchard',
    ])
    expect(shown).toMatchObject({
      state: 'ready',
      format: 'students_csv',
      problems: [],
      counts: { rows: 5, added: 5 },
    })
    expect(await usernames()).toEqual([])
    const items = await house.as(admin).call('listRosterItems', { params })
    expect(items.body.items.map(({ username, state }) => [username, state])).toEqual([
      ['chen.m', 'added'],
      ['chen.m2', 'added'],
      ['oneill.z', 'added'],
      ['muller.j', 'added'],
      ['nowak.l', 'added'],
    ])
    const { status, body } = await apply(params)
    expect([status, body.created, body.updated]).toEqual([200, 5, 0])
    expect(body.sheet.map(({ username }) => username)).toEqual(['chen.m', 'chen.m2', 'oneill.z', 'muller.j'])
    for (const { username, start_password } of body.sheet.slice(0, 2)) {
      const signedIn = await house.anyone().call('signIn', { body: { username, password: start_password } })
      expect(signedIn.status).toBe(200)
    }
    const chosen = await house
      .anyone()
      .call('signIn', { body: { username: 'nowak.l', password: 'a quiet orchard' } })
    expect(chosen.status).toBe(200)
    const rows = await house.db
      .selectFrom('students')
      .select(['username', 'year_group', 'grade_level'])
      .execute()
    expect(rows.find(({ username }) => username === 'chen.m')).toMatchObject({
      year_group: 8,
      grade_level: 7,
    })
    const { items: classes } = (await house.as(admin).call('listClassrooms')).body
    expect(classes[0]).toMatchObject({ name: '8A', student_count: 5 })
  })

  test('shows the sheet once: a second apply is refused and no password is left anywhere', async () => {
    const { params } = await read([',Ines,Marlow,8,8A,', ',Otis,Marlow,8,8A,another orchard'])
    const before = JSON.stringify(await house.db.selectFrom('roster_items').selectAll().execute())
    expect(before).not.toContain('another orchard')
    const { body } = await apply(params)
    const again = await apply(params)
    expect([again.status, again.text]).toEqual([409, expect.stringContaining('already_applied')])
    const rows = await house.db
      .selectFrom('roster_items')
      .select(['password_sealed', 'password_hash'])
      .where('import_id', '=', params.import_id)
      .execute()
    expect(rows).toEqual([
      { password_sealed: null, password_hash: null },
      { password_sealed: null, password_hash: null },
    ])
    for (const word of [body.sheet[0]?.start_password ?? '', 'another orchard', 'Marlow'])
      expect(house.logLines.join('\n')).not.toContain(word)
  })

  test('with any faulty row creates nothing and names every fault by line and column', async () => {
    const before = await usernames()
    const { params, shown } = await read([
      ',Good,Person,8,8A,',
      ',,Nobody,8,8A,',
      'chen.m,Someone,Else,8,8A,',
      ',Ada,Lane,99,8Z,sunshine1',
      ',=cmd(),Formula,8,8A,',
    ])
    const faults = [
      [3, 'first_name', 'missing'],
      [4, 'username', 'username_taken'],
      [5, 'year_group', 'year_group'],
      [5, 'class', 'unknown_class'],
      [5, 'password', 'password_weak'],
      [6, 'first_name', 'formula'],
    ]
    expect(shown.problems.map(({ line, column, code }) => [line, column, code])).toEqual(faults)
    const { status, body } = await apply(params)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      error_code: 'rows_invalid',
      details: {
        rows: faults.map(([line, column, code]) => ({ line, column, code, message: expect.any(String) })),
      },
    })
    expect(await usernames()).toEqual(before)
    expect(JSON.stringify(shown.problems)).not.toContain('sunshine1')
    const faulty = await house.as(admin).call('listRosterItems', { params, query: { state: 'problem' } })
    expect(faulty.body.items.map(({ line }) => line)).toEqual([3, 4, 5, 6])
  })

  test('of a known user name with the same names is an update; the password is passed over', async () => {
    const { params, shown } = await read(['chen.m,Marcus,Chen,9,8A;9B,weak'], { create_classes: 'true' })
    expect(shown.counts).toMatchObject({ changed: 1, added: 0, new_classes: ['9B'] })
    const { body } = await apply(params)
    expect(body).toMatchObject({ created: 0, updated: 1, sheet: [] })
    const row = await house.db
      .selectFrom('students')
      .selectAll()
      .where('username', '=', 'chen.m')
      .executeTakeFirst()
    expect(row?.year_group).toBe(9)
    const { items } = (await house.as(admin).call('listClassrooms')).body
    expect(items.map(({ name, student_count }) => [name, student_count])).toContainEqual(['9B', 1])
    const again = await read(['chen.m,Marcus,Chen,9,8A;9B,'])
    expect(again.shown.counts).toMatchObject({ unchanged: 1, changed: 0 })
  })

  test('is refused when the school changed since the preview, and nothing is created', async () => {
    const { params } = await read(['fresh.f,Fay,Fresh,8,8A,', ',Gus,Fresh,8,8A,'])
    await aStudent(house, school, { username: 'fresh.f' })
    const before = await usernames()
    const stale = await apply(params)
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('preview_stale')])
    expect(await usernames()).toEqual(before)
  })

  test('cannot be applied before it is read, nor after seven days', async () => {
    const { body } = await upload(`${header}\n,Hugo,Early,8,8A,`)
    expect((await apply(body)).status).toBe(409)
    await house.runUntilQuiet()
    const now = house.clock.now()
    house.clock.freeze(new Date(now.getTime() + 7 * 86_400_000))
    expect((await apply(body)).status).toBe(409)
    await forgetOld(house.context())
    const shown = await house.as(admin).call('showRosterImport', { params: body })
    expect(shown.body.state).toBe('expired')
    expect((await house.as(admin).call('listRosterItems', { params: body })).body.items).toEqual([])
    house.clock.freeze(now)
  })

  test.each([
    ['a header that lacks columns', 'name,year\nA,8', 'not_recognised'],
    ['an open quotation mark', `${header}\nab.c,"A,B,8,8A,`, 'malformed'],
    ['a zip archive', Buffer.from('PK\x03\x04\0\0\0', 'latin1'), 'type_mismatch'],
  ])('refuses %s whole', async (_, content, code) => {
    const { body } = await upload(content)
    const { body: shown } = await house.as(admin).call('showRosterImport', { params: body })
    expect([shown.state, shown.problems.map((problem) => problem.code)]).toEqual(['refused', [code]])
    const applied = await apply(body)
    expect([applied.status, applied.text]).toEqual([422, expect.stringContaining(code)])
  })

  test('refuses a file beyond 2 MiB, and a form without a file', async () => {
    expect((await upload(Buffer.alloc(2 * 1024 * 1024 + 1, 'a'))).status).toBe(413)
    expect((await upload('x', {}, admin, 'other')).status).toBe(422)
  })

  test('takes its options as fields of the form, before or after the file, or else from the address', async () => {
    const content = `${header}\n,Ida,Option,8,New Class,`
    const makesClass = async ({ status, text, body }: Awaited<ReturnType<typeof send>>) => {
      expect(status, text).toBe(202)
      await house.runUntilQuiet()
      const { body: shown } = await house.as(admin).call('showRosterImport', { params: body })
      return shown.problems.length === 0
    }
    const yes = { create_classes: 'true', format: 'students_csv' }
    const no = { create_classes: 'false' }
    expect(await makesClass(await send(multipart(content)))).toBe(false)
    expect(await makesClass(await send(multipart(content, 'file', yes)))).toBe(true)
    expect(await makesClass(await send(multipart(content, 'file', {}, yes)))).toBe(true)
    expect(await makesClass(await send(multipart(content), admin, yes))).toBe(true)
    expect(await makesClass(await send(multipart(content, 'file', no), admin, yes))).toBe(false)
  })

  test.each([
    [{ create_classes: 'perhaps' }, '/create_classes'],
    [{ format: 'oneroster' }, '/format'],
    [{ colour: 'blue' }, '/colour'],
  ])('refuses the option %j and names it', async (options, pointer) => {
    const { status, body } = await upload(`${header}\n,Ida,Option,8,8A,`, options)
    expect([status, body]).toMatchObject([422, { error_code: 'invalid', details: { pointer } }])
  })

  test('reads Windows-1252 and semicolons as Excel writes them', async () => {
    const line = `${header.replaceAll(',', ';')}\r\n;Zo\u00EB;Mu\u00F1oz;8;8A;\r\n`
    const { body } = await upload(Buffer.from(line, 'latin1'))
    await house.runUntilQuiet()
    const { body: items } = await house.as(admin).call('listRosterItems', { params: body })
    expect(items.items).toMatchObject([{ first_name: 'Zoë', last_name: 'Muñoz', username: 'munoz.z' }])
  })

  test('keeps hostile names as the text they are', async () => {
    const { params } = await read([',<img onerror=alert(1)>,\u202Enad,8,8A,'])
    const { body } = await apply(params)
    expect(body.sheet[0]).toMatchObject({ first_name: '<img onerror=alert(1)>', last_name: '\u202Enad' })
  })

  test('belongs to the admins of its school', async () => {
    const { params } = await read([',Ada,Foreign,8,8A,'])
    const elsewhere = await anAdmin(house, await aSchool(house))
    expect((await apply(params, elsewhere)).status).toBe(404)
    expect((await house.as(elsewhere).call('showRosterImport', { params })).status).toBe(404)
    expect((await upload('x', {}, await aTeacher(house, school))).status).toBe(403)
  })
})
