import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../platform/canonical-json.ts'
import { firstHead, nextHead } from './chain.ts'

const event = {
  event_id: 'e1',
  device_seq: 1,
  writer_epoch: 1,
  type: 'answer_changed',
  position: 1,
  payload: { selected_option: 'b' },
  device_time: '2026-03-02T10:42:06.120Z',
  mono_ms: 65120,
  boot_id: 'b1',
}

describe('the chain of a device', () => {
  test('gives h1 of spec 03 §8', () => {
    expect(nextHead(firstHead('a1', 'd1'), canonicalJson(event))).toBe(
      '2249625639e1f757614d30d2cd63f7df37d3f7f1fa5037c494189a01c4703545',
    )
  })

  test('changes when a letter of an event changes', () => {
    const start = firstHead('a1', 'd1')
    const edited = { ...event, payload: { selected_option: 'c' } }
    expect(nextHead(start, canonicalJson(edited))).not.toBe(nextHead(start, canonicalJson(event)))
  })
})
