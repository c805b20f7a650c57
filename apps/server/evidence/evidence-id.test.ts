import { describe, expect, it } from 'vitest'
import { evidenceId, nameUuid } from './evidence-id.ts'

describe('ids made from names', () => {
  it('follow the example of RFC 9562', () => {
    expect(nameUuid('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })

  it('differ by event, competency and rule, and are the same for the same', () => {
    const ids = [
      evidenceId('e', 'c', 'answer/1'),
      evidenceId('e', 'd', 'answer/1'),
      evidenceId('f', 'c', 'answer/1'),
      evidenceId('e', 'c', 'answer/2'),
      evidenceId('e', null, 'answer/1'),
    ]
    expect(new Set(ids).size).toBe(5)
    expect(evidenceId('e', 'c', 'answer/1')).toBe(ids[0])
  })
})
