import { describe, expect, test } from 'vitest'
import { SaveLine } from './save-line.ts'

/** A line whose groups are let through by hand. */
function openLine(whyFail: (ask: string) => Error | null = () => null) {
  const groups: string[][] = []
  const gates: (() => void)[] = []
  const line = new SaveLine<string, string>(async (asks) => {
    groups.push(asks)
    await new Promise<void>((open) => gates.push(open))
    for (const ask of asks) {
      const fault = whyFail(ask)
      if (fault) throw fault
    }
    return asks.map((ask) => `kept ${ask}`)
  })
  const letAll = async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      gates.shift()?.()
      await Promise.resolve()
    }
  }
  return { line, groups, letAll }
}

describe('the line of saves', () => {
  test('a save alone goes at once; those that arrive meanwhile go together', async () => {
    const { line, groups, letAll } = openLine()
    const all = ['a', 'b', 'c'].map((name) => line.save(name, name))
    await letAll()
    expect(await Promise.all(all)).toEqual(['kept a', 'kept b', 'kept c'])
    expect(groups).toEqual([['a'], ['b', 'c']])
  })

  test('two saves of one attempt never share a group, and keep their order', async () => {
    const { line, groups, letAll } = openLine()
    const all = [line.save('x', 'x1'), line.save('y', 'y1'), line.save('y', 'y2'), line.save('z', 'z1')]
    await letAll()
    await Promise.all(all)
    expect(groups).toEqual([['x1'], ['y1', 'z1'], ['y2']])
  })

  test('a fault of one is never another’s', async () => {
    const { line, letAll } = openLine((ask) => (ask === 'bad' ? new Error('a fault') : null))
    const all = ['first', 'good', 'bad', 'better'].map((name) => line.save(name, name))
    const settled = Promise.allSettled(all)
    await letAll()
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  test('a group is never larger than 64, and none is forgotten', async () => {
    const { line, groups, letAll } = openLine()
    const all = Array.from({ length: 150 }, (_, index) => line.save(`${index}`, `${index}`))
    await letAll()
    expect(await Promise.all(all)).toHaveLength(150)
    expect(groups.map((group) => group.length)).toEqual([1, 64, 64, 21])
  })
})
