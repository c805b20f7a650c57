import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Client, openTestHouse, type TestHouse } from '../../testing/harness.ts'
import { aSchool, aTeacher, type MadePerson } from '../../testing/makers.ts'
import {
  findQuizOutline,
  freezeVersions,
  getPublishable,
  getQuestionVersions,
  markPublished,
} from '../index.ts'
import { multipart } from '../testing/multipart.ts'

let house: TestHouse
let schoolId: string
let teacher: MadePerson & { client: Client }
let unitId: string
let objectiveId: string

const glossary = new URL('../../sample/files/glossary-computer-systems.docx', import.meta.url)

beforeAll(async () => {
  house = await openTestHouse({ settings: { RATE_LIMIT_GENERATION: '100' } })
  const school = await aSchool(house)
  schoolId = school.id
  const person = await aTeacher(house, school)
  teacher = { ...person, client: house.as(person) }
  const unit = await teacher.client.call('createUnit', {
    body: {
      title: 'Inside a computer',
      subject: 'Computing',
      year_group: 8,
      objectives: [{ text: 'Name the parts of a computer' }],
    },
  })
  unitId = unit.body.id
  objectiveId = unit.body.materials.objectives[0]?.competency_id ?? ''
  const files = [{ filename: 'glossary.docx', bytes: readFileSync(glossary) }]
  await teacher.client.call('uploadDocuments', { params: { unit_id: unitId }, ...multipart(files) })
  await house.runUntilQuiet()
})
afterAll(() => house.close())

const match = (revision: number) => ({ headers: { 'if-match': `"${revision}"` } })
const content = (key: 'cpu' | 'ram') => ({
  options: [
    {
      id: 'kk7f2a',
      text: 'CPU',
      is_correct: key === 'cpu',
      ...(key === 'cpu' ? {} : { feedback: 'Not quite. A CPU works.' }),
    },
    {
      id: 'pp3x9d',
      text: 'RAM',
      is_correct: key === 'ram',
      ...(key === 'ram' ? {} : { feedback: 'Not quite. RAM holds data.' }),
    },
  ],
})
const aBody = (more: object = {}) => ({
  kind: 'multiple_choice',
  stem: 'Which part carries out instructions? Select ONE answer.',
  difficulty: 0.25,
  points: 1,
  time_estimate_seconds: 60,
  content: content('cpu'),
  hint: 'Think of the part that works.',
  feedback: { correct: 'Yes. The part works.', incorrect: 'Not quite. Look for the part that works.' },
  competency_ids: [objectiveId],
  strands: ['CS'],
  ...more,
})

let quizId: string
beforeEach(async () => {
  const quiz = await teacher.client.call('createQuiz', { body: { unit_id: unitId, title: 'Parts' } })
  quizId = quiz.body.id
})
const add = async (more: object = {}) => {
  const added = await teacher.client.call('addQuestion', {
    params: { quiz_id: quizId },
    body: { question: aBody(more) },
  })
  expect(added.status).toBe(201)
  return added.body
}
const quiz = async () => (await teacher.client.call('getQuiz', { params: { quiz_id: quizId } })).body
const at = (question: { id: string; revision: number }) => ({
  params: { question_id: question.id },
  ...match(question.revision),
})
const viewer = (): Viewer => ({
  userId: teacher.userId,
  schoolId,
  role: 'teacher',
  sessionId: null,
  isSample: false,
  locale: 'en-GB',
})
const publish = () =>
  house.context().schoolTransaction(schoolId, async (tx) => {
    const publishable = await getPublishable(tx, viewer(), quizId)
    await markPublished(house.context(), tx, publishable.quiz)
    return publishable
  })
const inSchool = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  house.context().schoolTransaction(schoolId, work)

describe('approving', () => {
  it.each([
    [
      'a broken key',
      { content: { options: content('cpu').options.map((one) => ({ ...one, is_correct: false })) } },
      '/content/options',
    ],
    [
      'a hint that tells the answer',
      {
        hint: 'Choose the CPU.',
        kind: 'text_input',
        stem: 'Which part works? Write ONE word.',
        content: { accepted_answers: [{ text: 'CPU', fraction: 1 }] },
      },
      '/hint',
    ],
    [
      '"wrong" in its feedback',
      { feedback: { correct: 'Yes. Good.', incorrect: 'Wrong! Look again.' } },
      '/feedback/incorrect',
    ],
  ])('%s is refused with the field named', async (_title, more, pointer) => {
    const question = await add(more)
    const { status, body } = await teacher.client.call('approveQuestion', at(question))
    expect(status).toBe(409)
    const problem = body as unknown as { error_code: string; details: { findings: { pointer: string }[] } }
    expect(problem.error_code).toBe('gate_failed')
    expect(problem.details.findings.map((finding) => finding.pointer)).toContain(pointer)
  })

  it('takes a question without errors; an edit asks for it again', async () => {
    const question = await add()
    const approved = await teacher.client.call('approveQuestion', at(question))
    expect(approved.body.review_state).toBe('approved')
    const body = { question: { ...approved.body.question, hint: 'Think of work.' } }
    const edited = await teacher.client.call('changeQuestion', { ...at(approved.body), body })
    expect(edited.body).toMatchObject({ review_state: 'edited', version: 1 })
  })

  it('all takes what was opened and has nothing open, and says what it left', async () => {
    const opened = await add()
    const unseen = await add({ stem: 'Which part keeps data? Select ONE answer.', content: content('ram') })
    const warned = await add({ stem: 'Which one is a processor? Select ONE answer.', hint: null })
    const broken = await add({ stem: 'Where are files? Select ONE answer.', feedback: {} })
    const sent = [opened.id, warned.id, broken.id]
    const params = { quiz_id: quizId }
    const { body } = await teacher.client.call('approveAllQuestions', {
      params,
      body: { question_ids: sent },
    })
    expect(body).toEqual({
      approved: [opened.id],
      left: [
        { question_id: unseen.id, reason: 'not_opened' },
        { question_id: warned.id, reason: 'has_warnings' },
        { question_id: broken.id, reason: 'has_errors' },
      ],
    })
    const dismissal = { code: 'hint_missing', pointer: '/hint', reason: 'The picture helps.' }
    const dismissed = await teacher.client.call('dismissQuestionWarning', {
      params: { question_id: warned.id },
      body: dismissal,
    })
    expect(dismissed.body.findings).toMatchObject([{ code: 'hint_missing', dismissed: 'The picture helps.' }])
    const again = await teacher.client.call('approveAllQuestions', { params, body: { question_ids: sent } })
    expect(again.body.approved).toEqual([warned.id])
    const error = { code: 'feedback_missing', pointer: '/feedback/correct', reason: 'No.' }
    const refused = await teacher.client.call('dismissQuestionWarning', {
      params: { question_id: broken.id },
      body: error,
    })
    expect(refused.status).toBe(422)
  })
})

describe('two people who edit one question', () => {
  it('lose nothing: the second is told and gets both texts', async () => {
    const question = await add()
    const first = { question: { ...question.question, stem: 'Which part works? Select ONE answer.' } }
    const second = { question: { ...question.question, stem: 'Which part computes? Select ONE answer.' } }
    expect((await teacher.client.call('changeQuestion', { ...at(question), body: first })).status).toBe(200)
    const { status, body } = await teacher.client.call('changeQuestion', { ...at(question), body: second })
    expect(status).toBe(409)
    const { details } = body as unknown as {
      details: { yours: { question: { stem: string } }; theirs: { question: { stem: string } } }
    }
    expect(details.yours.question.stem).toBe('Which part computes? Select ONE answer.')
    expect(details.theirs.question.stem).toBe('Which part works? Select ONE answer.')
  })

  it('must say which state they edited', async () => {
    const question = await add()
    const { status } = await teacher.client.call('changeQuestion', {
      params: { question_id: question.id },
      body: { question: question.question },
    })
    expect(status).toBe(422)
  })
})

describe('the order of a quiz', () => {
  it('takes a permutation and nothing else, and a rejected question returns to its place', async () => {
    const questions = [
      await add(),
      await add({ stem: 'Second? Select ONE answer.' }),
      await add({ stem: 'Third? Select ONE answer.' }),
    ]
    const ids = questions.map(({ id }) => id)
    const params = { quiz_id: quizId }
    const reorder = async (question_order: string[]) =>
      teacher.client.call('reorderQuestions', {
        params,
        body: { question_order },
        ...match((await quiz()).revision),
      })
    expect((await reorder(ids.slice(1))).status).toBe(422)
    expect((await reorder([...ids.slice(1), ids[1] ?? ''])).status).toBe(422)
    const reversed = await reorder(ids.toReversed())
    expect(reversed.body.questions.map(({ id }) => id)).toEqual(ids.toReversed())

    const middle = reversed.body.questions[1]
    if (!middle) throw new Error('The quiz lost a question.')
    const rejected = await teacher.client.call('rejectQuestion', {
      ...at(middle),
      body: { reason: 'too_hard' },
    })
    expect(rejected.body).toMatchObject({
      review_state: 'rejected',
      position: null,
      rejection_reason: 'too_hard',
    })
    expect((await quiz()).questions).toHaveLength(2)
    expect((await quiz()).rejected.map(({ id }) => id)).toEqual([middle.id])
    const restored = await teacher.client.call('restoreQuestion', { ...at(rejected.body), body: {} })
    expect(restored.body).toMatchObject({ review_state: 'edited', position: 2 })
    expect((await quiz()).questions.map(({ position }) => position)).toEqual([1, 2, 3])
  })
})

describe('versions', () => {
  it('a frozen one stays; an edit makes the next and part ids survive', async () => {
    const question = await add()
    await teacher.client.call('approveQuestion', at(question))
    const { versions } = await publish()
    await inSchool((tx) =>
      freezeVersions(
        house.context(),
        tx,
        versions.map(({ version_id }) => version_id),
      ),
    )
    const frozen = (await teacher.client.call('getQuestion', { params: { question_id: question.id } })).body
    expect(frozen.frozen).toBe(true)
    const body = { question: { ...frozen.question, content: content('ram') } }
    const edited = await teacher.client.call('changeQuestion', { ...at(frozen), body })
    expect(edited.body).toMatchObject({ version: 2, frozen: false, review_state: 'edited' })
    const ids = (edited.body.question.content as { options: { id: string }[] }).options.map(({ id }) => id)
    expect(ids).toEqual(['kk7f2a', 'pp3x9d'])
    const listed = await teacher.client.call('listQuestionVersions', { params: { question_id: question.id } })
    expect(listed.body.versions.map(({ version, frozen: isFrozen }) => [version, isFrozen])).toEqual([
      [2, false],
      [1, true],
    ])
    expect((await teacher.client.call('deleteQuestion', at(edited.body))).status).toBe(409)
  })

  it('students who start meet the approved words until the edit of a published question is approved', async () => {
    const question = await add()
    const approved = await teacher.client.call('approveQuestion', at(question))
    await publish()
    const body = { question: { ...approved.body.question, hint: 'Another hint.' } }
    const edited = await teacher.client.call('changeQuestion', { ...at(approved.body), body })
    const hints = async () => {
      const ids = (outline: Awaited<ReturnType<typeof findQuizOutline>>) =>
        outline?.versions.map(({ version_id }) => version_id) ?? []
      const versions = await inSchool(async (tx) =>
        getQuestionVersions(tx, ids(await findQuizOutline(tx, quizId))),
      )
      return versions.map((version) => version.question.hint)
    }
    expect(await hints()).toEqual(['Think of the part that works.'])
    await teacher.client.call('approveQuestion', at(edited.body))
    expect(await hints()).toEqual(['Another hint.'])
    expect((await quiz()).version).toBe(2)
  })

  it('another version stands beside the present one, and either can be kept', async () => {
    const asked = await teacher.client.call('generateQuiz', { body: { unit_id: unitId, question_count: 6 } })
    await house.runUntilQuiet()
    quizId = asked.body.quiz_id
    const present = (await quiz()).questions.find(
      ({ kind }) => kind === 'text_input' || kind === 'multiple_choice',
    )
    if (!present) throw new Error('No question about a term was made.')
    const other = await teacher.client.call('regenerateQuestion', { ...at(present), body: {} })
    expect(other.body).toMatchObject({ review_state: 'generated', version: 2, kind: present.kind })
    expect(other.body.question.stem).not.toBe(present.question.stem)
    expect(other.body.degraded_reasons).toEqual(['no_model'])
    const kept = await teacher.client.call('restoreQuestion', { ...at(other.body), body: { version: 1 } })
    expect(kept.body).toMatchObject({ version: 1, latest_version: 2, question: present.question })
    const body = { instructions: 'Ask about a phone.' }
    const asked_for = await teacher.client.call('regenerateQuestion', { ...at(kept.body), body })
    expect(asked_for.body.degraded_reasons).toEqual(['no_model', 'instructions_not_followed'])
  })
})

describe('publishing', () => {
  it('is held up by one question that is not approved, with a finding that names it', async () => {
    const question = await add()
    const open = await inSchool((tx) => getPublishable(tx, viewer(), quizId))
    expect(open.passes).toBe(false)
    const errors = open.findings.filter(({ level }) => level === 'error')
    expect(errors).toMatchObject([{ code: 'not_approved', question_id: question.id }])
    await teacher.client.call('approveQuestion', at(question))
    const { body } = await teacher.client.call('checkQuiz', { params: { quiz_id: quizId } })
    expect(body.passes).toBe(true)
  })

  it('a published quiz is archived and restored, never deleted; a draft is deleted', async () => {
    const draft = await teacher.client.call('createQuiz', { body: { unit_id: unitId, title: 'Draft' } })
    expect((await teacher.client.call('deleteQuiz', { params: { quiz_id: draft.body.id } })).status).toBe(204)
    const question = await add()
    await teacher.client.call('approveQuestion', at(question))
    await publish()
    const params = { quiz_id: quizId }
    expect((await teacher.client.call('deleteQuiz', { params })).status).toBe(409)
    expect(
      (
        await teacher.client.call('rejectQuestion', {
          ...at((await quiz()).questions[0] ?? question),
          body: { reason: 'other' },
        })
      ).status,
    ).toBe(409)
    expect((await teacher.client.call('archiveQuiz', { params })).body.status).toBe('archived')
    expect((await teacher.client.call('archiveQuiz', { params })).status).toBe(409)
    expect((await teacher.client.call('restoreQuiz', { params })).body.status).toBe('published')
  })

  it('a copy is a draft of its own and keeps what was approved', async () => {
    const question = await add()
    await teacher.client.call('approveQuestion', at(question))
    const copy = await teacher.client.call('duplicateQuiz', {
      params: { quiz_id: quizId },
      body: { title: 'Parts again' },
    })
    expect(copy.status).toBe(201)
    expect(copy.body).toMatchObject({ status: 'draft', title: 'Parts again' })
    expect(copy.body.questions).toMatchObject([
      { review_state: 'approved', question: { stem: question.question.stem } },
    ])
    expect(copy.body.questions[0]?.id).not.toBe(question.id)
  })
})

describe('what an author sends', () => {
  it.each([
    ['an unknown kind', { kind: 'riddle' }, 'unknown_kind'],
    ['a field that is not known', { secret: 1 }, 'content_invalid'],
    ['an objective of nobody', { competency_ids: ['01890000-0000-7000-8000-00000000ffff'] }, 'invalid'],
  ])('%s is refused', async (_title, more, code) => {
    const params = { quiz_id: quizId }
    const { status, body } = await teacher.client.call('addQuestion', {
      params,
      body: { question: aBody(more) },
    })
    expect(status).toBe(422)
    expect((body as unknown as { error_code: string }).error_code).toBe(code)
  })

  it('gets random part ids where none were given, so that the order of the key does not show', async () => {
    const { options } = content('cpu')
    const question = await add({ content: { options: options.map(({ id: _id, ...option }) => option) } })
    const ids = (question.question.content as { options: { id: string }[] }).options.map(({ id }) => id)
    expect(ids.every((id) => /^[a-z0-9]{6}$/.test(id))).toBe(true)
    expect(question.question.origin).toBe('human')
  })
})
