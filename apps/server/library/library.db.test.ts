import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, openTestHouse, type TestHouse } from '../testing/harness.ts'
import { anAdmin, aSchool, aTeacher, type MadePerson, type MadeSchool } from '../testing/makers.ts'
import { multipart } from './testing/multipart.ts'

const samples = new URL('../sample/files/', import.meta.url)
const sample = (filename: string) => ({ filename, bytes: readFileSync(new URL(filename, samples)) })
const sampleFiles = readdirSync(samples)
  .filter((name) => /\.(docx|pptx|pdf)$/.test(name))
  .sort()
  .map(sample)

let house: TestHouse
let school: MadeSchool
let teacher: MadePerson & { client: Client }
let colleague: MadePerson & { client: Client }

const signedIn = (person: MadePerson) => ({ ...person, client: house.as(person) })

beforeAll(async () => {
  house = await openTestHouse({ settings: { RATE_LIMIT_GENERATION: '100' } })
  school = await aSchool(house)
  teacher = signedIn(await aTeacher(house, school))
  colleague = signedIn(await aTeacher(house, school))
})
afterAll(() => house.close())

const newUnit = { title: 'Inside a computer', subject: 'Computing', year_group: 8 }
const aUnit = async (more: object = {}) =>
  (await teacher.client.call('createUnit', { body: { ...newUnit, ...more } })).body
const upload = (unit_id: string, files: { filename: string; bytes: Buffer }[]) =>
  teacher.client.call('uploadDocuments', { params: { unit_id }, ...multipart(files) })
const match = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })

describe('lesson files', () => {
  it('become objectives, vocabulary and steps with their places, and the originals are gone', async () => {
    const unit = await aUnit()
    const sent = await upload(unit.id, sampleFiles)
    expect(sent.status).toBe(202)
    expect(sent.body.documents.map(({ status }) => status)).toEqual(sampleFiles.map(() => 'received'))
    await house.runUntilQuiet()

    const read = (await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body
    expect(read.documents.map(({ status, error }) => ({ status, error }))).toEqual(
      sampleFiles.map(() => ({ status: 'ready', error: null })),
    )
    expect(read.materials.objectives.length).toBeGreaterThanOrEqual(3)
    expect(read.materials.vocabulary.length).toBeGreaterThanOrEqual(12)
    expect(read.materials.step_lists.length).toBeGreaterThanOrEqual(1)
    const { items } = (
      await teacher.client.call('listPassages', { params: { document_id: read.documents[0]?.id ?? '' } })
    ).body
    expect(items.length).toBeGreaterThan(5)

    const originals = await house.db
      .selectFrom('files')
      .selectAll()
      .where('purpose', '=', 'lesson_original')
      .execute()
    expect(originals).toEqual([])
    const onDisk = await house.house.machines.files.listOlderThan(new Date(Date.now() + 60_000))
    const known = await house.db.selectFrom('files').select('id').execute()
    expect(onDisk.sort()).toEqual(known.map(({ id }) => id).sort())
  })

  it('answers the same bytes with the first document', async () => {
    const unit = await aUnit()
    const [file] = sampleFiles
    if (!file) throw new Error('There is no sample file.')
    const first = await upload(unit.id, [file])
    const again = await upload(unit.id, [{ ...file, filename: 'copy.docx' }])
    expect(again.body.documents[0]?.id).toBe(first.body.documents[0]?.id)
  })

  it('reads the good file beside the unfit ones, each with its own sentence', async () => {
    const unit = await aUnit()
    const unfit = [
      { filename: 'notes.exe', bytes: Buffer.from('MZ and more') },
      { filename: 'renamed.docx', bytes: Buffer.from('MZ\u0090 this is no document') },
    ]
    const sent = await upload(unit.id, [...unfit, sample('glossary-computer-systems.docx')])
    expect(sent.status).toBe(202)
    expect(sent.body.documents[0]?.error?.code).toBe('unsupported_type')
    await house.runUntilQuiet()
    const read = (await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body
    const byName = new Map(read.documents.map((document) => [document.filename, document]))
    expect(byName.get('renamed.docx')?.error?.code).toBe('type_mismatch')
    expect(byName.get('renamed.docx')?.error?.message).toContain('renamed.docx')
    expect(byName.get('glossary-computer-systems.docx')?.status).toBe('ready')
  })

  it('refuses the request when every file is refused, by the cause they share', async () => {
    const unit = await aUnit()
    const one = await upload(unit.id, [{ filename: 'notes.exe', bytes: Buffer.from('MZ') }])
    expect(one.status).toBe(415)
    expect(one.text).toContain('notes.exe')
    const none = await teacher.client.call('uploadDocuments', {
      params: { unit_id: unit.id },
      ...multipart([]),
    })
    expect(none.status).toBe(422)
  })

  it('sweeps originals that a killed process left behind', async () => {
    const unit = await aUnit()
    await upload(unit.id, [sample('glossary-computer-systems.docx')])
    const at = house.clock.now()
    house.clock.freeze(new Date(at.getTime() + 61 * 60_000))
    await house.house.timetable.runAll()
    const read = (await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body
    expect(read.documents[0]?.status).toBe('refused')
    expect(
      await house.db.selectFrom('files').selectAll().where('purpose', '=', 'lesson_original').execute(),
    ).toEqual([])
    house.clock.freeze(at)
    await house.runUntilQuiet()
  })
})

describe('corrections', () => {
  it('replace what was found, keep the competency of an objective and add a passage for new words', async () => {
    const unit = await aUnit()
    await upload(unit.id, [sample('lesson-3-binary-numbers.docx')])
    await house.runUntilQuiet()
    const before = (await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body
    const document = before.documents[0]
    const [first, ...others] = before.materials.objectives
    if (!document || !first) throw new Error('Nothing was read.')
    const body = {
      objectives: [{ id: first.id, text: 'Explain why computers use binary numbers' }],
      vocabulary: [{ term: 'Nibble', definition: 'a group of four bits' }],
    }
    const at = { params: { document_id: document.id }, body }
    const changed = await teacher.client.call('changeDocument', { ...at, ...match(document.revision) })
    expect(changed.status).toBe(200)
    expect(changed.body.materials.objectives).toMatchObject([
      { id: first.id, competency_id: first.competency_id, text: 'Explain why computers use binary numbers' },
    ])
    expect(others.length).toBeGreaterThan(0)
    const passages = await house.db
      .selectFrom('passages')
      .select(['text', 'kind'])
      .where('document_id', '=', document.id)
      .where('kind', '=', 'typed')
      .orderBy('ord')
      .execute()
    expect(passages.map(({ text }) => text)).toEqual([
      'Explain why computers use binary numbers',
      'Nibble: a group of four bits',
    ])
    const stale = await teacher.client.call('changeDocument', { ...at, ...match(document.revision) })
    expect(stale.status).toBe(409)
  })
})

describe('a generated quiz', () => {
  let unitId = ''
  const generate = async (more: object = {}) => {
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: unitId, ...more } })
    expect(asked.status).toBe(202)
    await house.runUntilQuiet()
    const { generation_id } = asked.body
    return (await teacher.client.call('getGeneration', { params: { generation_id } })).body
  }
  const quizOf = async (quiz_id: string) =>
    (await teacher.client.call('getQuiz', { params: { quiz_id } })).body

  beforeAll(async () => {
    unitId = (await aUnit()).id
    await upload(unitId, sampleFiles)
    await house.runUntilQuiet()
  })

  it('has at least 12 of 15 questions and 5 kinds, levels as planned, every quote beside its source', async () => {
    const generation = await generate()
    expect(generation.state).toBe('ready')
    expect(generation.steps.every(({ state }) => state === 'done')).toBe(true)
    expect(generation.result?.question_count).toBeGreaterThanOrEqual(12)
    expect(Object.keys(generation.result?.kind_counts ?? {}).length).toBeGreaterThanOrEqual(5)
    expect(generation.result?.degraded_reasons).toEqual(['no_model'])
    const quiz = await quizOf(generation.quiz_id ?? '')
    expect(quiz.questions).toHaveLength(generation.result?.question_count ?? 0)
    expect(quiz.total_points).toBe(generation.result?.total_points)
    for (const { sources, review_state } of quiz.questions) {
      expect(review_state).toBe('generated')
      expect(sources.length).toBeGreaterThanOrEqual(1)
      for (const { passage_text } of sources) expect(passage_text).not.toBeNull()
    }
  })

  it('says that instructions in words were set aside', async () => {
    const { result } = await generate({ instructions: 'Ask about phones.', question_count: 3 })
    expect(result?.degraded_reasons).toEqual(['no_model', 'instructions_not_followed'])
  })

  it('is found again in the list of what one asked for, the newest first, by nobody else', async () => {
    const ready = await generate({ title: 'By the river', question_count: 3 })
    const empty = await aUnit()
    const failed = await teacher.client.call('generateQuiz', { body: { unit_id: empty.id, title: 'None' } })
    const list = (client: Client, query = {}) => client.call('listGenerations', { query })
    expect((await list(teacher.client)).body.items[0]).toMatchObject({ title: 'None', state: 'queued' })
    await house.runUntilQuiet()
    const first = (await list(teacher.client, { limit: 1 })).body
    const { generation_id } = failed.body
    expect(first.items).toMatchObject([{ generation_id, title: 'None', state: 'failed', quiz_status: null }])
    const second = (await list(teacher.client, { limit: 1, cursor: first.next_cursor })).body
    expect(second.items).toMatchObject([
      { title: 'By the river', state: 'ready', quiz_id: ready.quiz_id, quiz_status: 'draft' },
    ])
    expect((await list(colleague.client)).body.items).toEqual([])
  })

  it('is the same quiz twice for the same variation', async () => {
    const bodies = async (variation: number) => {
      const { quiz_id } = await generate({ variation })
      return JSON.stringify((await quizOf(quiz_id ?? '')).questions.map(({ question }) => question))
    }
    expect(await bodies(7)).toBe(await bodies(7))
    expect(await bodies(7)).not.toBe(await bodies(8))
  })

  it('can be cancelled before it is made, and takes its empty quiz along', async () => {
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: unitId } })
    const { generation_id, quiz_id } = asked.body
    const cancelled = await teacher.client.call('cancelGeneration', { params: { generation_id } })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', quiz_id: null })
    await house.runUntilQuiet()
    expect((await teacher.client.call('getQuiz', { params: { quiz_id } })).status).toBe(404)
    expect((await teacher.client.call('cancelGeneration', { params: { generation_id } })).status).toBe(409)
  })

  it('fails with what would help when the material makes no question', async () => {
    const { id } = await aUnit({ title: 'Nothing yet' })
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: id } })
    await house.runUntilQuiet()
    const { generation_id } = asked.body
    const { body } = await teacher.client.call('getGeneration', { params: { generation_id } })
    expect(body.state).toBe('failed')
    expect(body.failure).toContain('4 more glossary terms make a matching question.')
  })

  it('that never ends is failed after an hour, so that nobody waits for ever', async () => {
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: unitId } })
    const at = house.clock.now()
    house.clock.freeze(new Date(at.getTime() + 61 * 60_000))
    await house.house.timetable.runAll()
    const { generation_id, quiz_id } = asked.body
    const { body } = await teacher.client.call('getGeneration', { params: { generation_id } })
    expect(body).toMatchObject({ state: 'failed', quiz_id: null })
    house.clock.freeze(at)
    await house.runUntilQuiet()
    expect((await teacher.client.call('getQuiz', { params: { quiz_id } })).status).toBe(404)
  })

  it('refuses kinds and objectives it does not know', async () => {
    const call = (more: object) => teacher.client.call('generateQuiz', { body: { unit_id: unitId, ...more } })
    expect((await call({ include_kinds: ['riddle'] })).status).toBe(422)
    expect((await call({ objective_ids: [school.id] })).status).toBe(422)
    expect((await call({ document_ids: [school.id] })).status).toBe(422)
  })

  it('keeps its quotes when the document is deleted', async () => {
    const unit = await aUnit()
    await upload(unit.id, [sample('glossary-computer-systems.docx')])
    await house.runUntilQuiet()
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: unit.id, question_count: 5 } })
    await house.runUntilQuiet()
    const documents = (await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body.documents
    const document_id = documents[0]?.id ?? ''
    expect((await teacher.client.call('deleteDocument', { params: { document_id } })).status).toBe(204)
    const quiz = await quizOf(asked.body.quiz_id)
    for (const { sources, findings } of quiz.questions) {
      expect(sources.every(({ passage_text }) => passage_text !== null)).toBe(true)
      expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    }
    expect((await teacher.client.call('getUnit', { params: { unit_id: unit.id } })).body.documents).toEqual(
      [],
    )
  })
})

describe('out of reach', () => {
  it('units, documents, quizzes and questions are not found by others, and are by whom they are shared with', async () => {
    const unit = await aUnit()
    const other = signedIn(await anAdmin(house, await aSchool(house)))
    const admin = signedIn(await anAdmin(house, school))
    const params = { unit_id: unit.id }
    expect((await colleague.client.call('getUnit', { params })).status).toBe(404)
    expect((await other.client.call('getUnit', { params })).status).toBe(404)
    expect((await admin.client.call('getUnit', { params })).status).toBe(200)
    const quiz = (await teacher.client.call('createQuiz', { body: { unit_id: unit.id, title: 'Parts' } }))
      .body
    expect((await colleague.client.call('getQuiz', { params: { quiz_id: quiz.id } })).status).toBe(404)

    const stranger = { body: { co_teacher_ids: [other.userId] }, params, ...match(unit.revision) }
    expect((await teacher.client.call('changeUnit', stranger)).status).toBe(422)
    const shared = { body: { co_teacher_ids: [colleague.userId] }, params, ...match(unit.revision) }
    expect((await teacher.client.call('changeUnit', shared)).status).toBe(200)
    expect((await colleague.client.call('getUnit', { params })).status).toBe(200)
    expect((await colleague.client.call('getQuiz', { params: { quiz_id: quiz.id } })).status).toBe(200)
  })
})
