import { describe, expect, it } from 'vitest'
import { listKinds } from './kinds.ts'
import { readQuestion, upgradeContent } from './read-question.ts'
import { kindOf } from './registry.ts'

function example(code: string): Record<string, unknown> {
  const found = listKinds().find((kind) => kind.code === code)
  if (!found) throw new Error(`no example of ${code}`)
  return structuredClone(found.example)
}
const base = example('multiple_choice')
const options = (...ids: (string | undefined)[]) => ({
  options: ids.map((id, n) => ({ ...(id ? { id } : {}), text: `Text ${n}`, is_correct: n === 0 })),
})

function findingsOf(raw: unknown): string[] {
  const read = readQuestion(raw)
  return 'findings' in read ? read.findings.map(({ code, pointer }) => `${code} ${pointer}`) : []
}

describe('reading a question', () => {
  it.each([
    ['an unknown kind', { ...base, kind: 'crossword' }, ['unknown_kind /kind']],
    ['a name every object has as kind', { ...base, kind: 'constructor' }, ['unknown_kind /kind']],
    ['an unknown preset', { ...base, preset: 'hotspot' }, ['unknown_preset /preset']],
    ['a name every object has as preset', { ...base, preset: 'toString' }, ['unknown_preset /preset']],
    ['an unknown field', { ...base, colour: 'red' }, ['unknown_field /colour']],
    ['a blank stem', { ...base, stem: ' \n' }, ['shape /stem']],
    ['too many points', { ...base, points: 11 }, ['shape /points']],
    ['no competency', { ...base, competency_ids: [] }, ['shape /competency_ids']],
    [
      'feedback of more than 280 characters',
      { ...base, feedback: { correct: 'x'.repeat(281) } },
      ['shape /feedback/correct'],
    ],
    [
      'other braces',
      { ...base, feedback: { correct: 'Yes. {name}' } },
      ['unknown_placeholder /feedback/correct'],
    ],
    ['a picture without a description', { ...base, media: [{ asset_id: 'a' }] }, ['shape /media/0']],
    ['content of a newer version', { ...base, content_version: 99 }, ['shape /content_version']],
    [
      'an unknown field in the content',
      { ...base, content: { ...options('a', 'b'), secret: 1 } },
      ['unknown_field /content/secret'],
    ],
    ['one option', { ...base, content: options('a') }, ['shape /content/options']],
    ['a broken variant', { ...base, variants: [options('a')] }, ['shape /variants/0/options']],
    [
      'a broken guided version',
      { ...base, scaffold: { text: 'Start here.', practice: { kind: 'ordering', content: {} } } },
      ['shape /scaffold/practice/content/items'],
    ],
    ['no object at all', 'a question', ['shape ']],
  ])('names %s', (_, raw, findings) => {
    expect(findingsOf(raw)).toEqual(findings)
  })

  it('fills what a preset says', () => {
    const { content } = example('matching')
    const reuse = (preset: string | null) => {
      const read = readQuestion({ ...example('matching'), preset, content })
      return 'question' in read && (read.question.content as { reuse_right: boolean }).reuse_right
    }
    expect([reuse(null), reuse('categorise')]).toEqual([false, true])
  })

  it('keeps a decimal as it was written', () => {
    const read = readQuestion({ ...example('numeric'), content: { value: 0.1 } })
    expect('question' in read && read.question.content).toMatchObject({ value: '0.1', tolerance_abs: '0' })
  })

  it('reads what it gave', () => {
    for (const { code } of listKinds()) {
      const read = readQuestion(example(code))
      if ('findings' in read) throw new Error(JSON.stringify(read.findings))
      expect(readQuestion(JSON.parse(JSON.stringify(read.question)))).toEqual(read)
    }
  })
})

describe('the ids of parts on save', () => {
  const save = (content: unknown, kept: string[] = [], preset: string | null = null) => {
    let drawn = 0
    const newPartId = () => `aaaaa${'bcdefghjk'[drawn++]}`
    const read = readQuestion({ ...base, preset, content }, { kept: new Set(kept), newPartId })
    if ('findings' in read) throw new Error(JSON.stringify(read.findings))
    return (read.question.content as { options: { id: string }[] }).options.map(({ id }) => id)
  }

  it('are given where they lack', () => {
    expect(save(options(undefined, undefined))).toEqual(['aaaaab', 'aaaaac'])
  })

  it('replace temporary ones, and keep our own and those of the version before', () => {
    expect(save(options('a', 'k7f2aq', 'opt_1', 'b'), ['b'])).toEqual(['aaaaab', 'k7f2aq', 'aaaaac', 'b'])
  })

  it('keep true and false of a statement', () => {
    expect(save(options('true', 'false'), [], 'true_false')).toEqual(['true', 'false'])
    expect(save(options('true', 'false'))).toEqual(['aaaaab', 'aaaaac'])
  })

  it('are changed wherever they are referred to', () => {
    const content = {
      text: 'A {{1}} and a {{2}}.',
      gaps: [
        { id: '1', input: 'bank', words: [{ word: 'w', fraction: 1 }] },
        {
          id: '2',
          input: 'select',
          options: [
            { text: 'x', is_correct: true },
            { text: 'y', is_correct: false },
          ],
        },
      ],
      bank: [
        { id: 'w', text: 'cat' },
        { id: 'v', text: 'dog' },
      ],
    }
    let drawn = 0
    const newPartId = () => `aaaaa${'bcdefghjk'[drawn++]}`
    const read = readQuestion({ ...example('cloze'), content }, { kept: new Set(), newPartId })
    if ('findings' in read) throw new Error(JSON.stringify(read.findings))
    const saved = read.question.content as typeof content
    const [first, second] = saved.gaps
    expect(saved.text).toBe(`A {{${first?.id}}} and a {{${second?.id}}}.`)
    expect(first?.words?.[0]?.word).toBe(saved.bank[0]?.id)
    expect(kindOf(read.question).findings(read.question.content, null)).toEqual([])
    expect(JSON.stringify(saved)).not.toMatch(/"(1|2|w|v)"/)
  })
})

describe('old contents', () => {
  it('are lifted step by step to the present shape', () => {
    const upgrades = [(older: unknown) => `${older} to 2`, (older: unknown) => `${older} to 3`]
    const kind = { ...kindOf({ kind: 'ordering' }), contentVersion: 3, upgrades }
    expect([1, 2, 3].map((version) => upgradeContent(kind, version, 'from'))).toEqual([
      'from to 2 to 3',
      'from to 3',
      'from',
    ])
  })
})
