import { call } from '../api.ts'
import type { SittingServer } from './sitting-ports.ts'

/** Browsers send at most 64 KB after a page is left. */
const mostLeavingBytes = 60_000

/** The real server of a sitting. */
export const server: SittingServer = {
  getAttempt: (attempt_id) => call('getAttempt', { params: { attempt_id } }),
  getBundle: (attempt_id) => call('getBundle', { params: { attempt_id } }),
  save: (attempt_id, { device_id, events, chain_head }, leaving) => {
    const body = { device_id, chain_head, events: events.map((event) => ({ ...event })) }
    const keepalive = leaving && JSON.stringify(body).length < mostLeavingBytes
    return call('saveEvents', { params: { attempt_id }, body }, { carriesIds: true, keepalive })
  },
  claim: (attempt_id, device_id) =>
    call('claimAttempt', { params: { attempt_id }, body: { device_id, device_label: deviceLabel() } }),
  finish: (attempt_id, proof) =>
    call('finishAttempt', { params: { attempt_id }, body: { ...proof, confirm: true } }),
}

/** What a teacher reads in the timeline: kind of computer and browser, nothing more. */
export function deviceLabel(agent = navigator.userAgent): string {
  const system = /CrOS|Windows|Macintosh|Android|iPhone|iPad|Linux/.exec(agent)?.[0] ?? ''
  const browser = /Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? ''
  const names: Record<string, string> = { CrOS: 'Chromebook', Macintosh: 'Mac', Edg: 'Edge' }
  return [system, browser]
    .map((word) => names[word] ?? word)
    .join(' ')
    .trim()
}
