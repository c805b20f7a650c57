import type { Call } from '@waymark/contract/endpoint.ts'
import type { Endpoints } from '@waymark/contract/endpoints.ts'
import type { ApiCaller } from '../api.ts'

/** A computer of a student that speaks to the API without a browser, event by event. */
export interface Device {
  attemptId: string
  /** Sends one event. `seq` numbers it where the next number will not do. */
  send: (event: DeviceEvent, seq?: number) => Promise<Call<Endpoints['saveEvents']>['reply']>
  answer: (position: number, answer: unknown, seq?: number) => ReturnType<Device['send']>
  /** Goes with hints, checks and the finish. */
  proof: { device_id: string; writer_epoch: number }
  finish: () => Promise<void>
}

interface DeviceEvent {
  type: string
  position: number | null
  payload: unknown
}

/** Starts an attempt, or goes on with the one that runs, on a device of this name. */
export async function startOn(student: ApiCaller, assignmentId: string, name: string): Promise<Device> {
  const { attempt_id, writer } = await student.call('startAttempt', {
    params: { assignment_id: assignmentId },
    body: named(name),
  })
  return device(student, attempt_id, { device_id: idOf(name), writer_epoch: writer.epoch })
}

/** Moves writing to another device. */
export async function claimOn(student: ApiCaller, attemptId: string, name: string): Promise<Device> {
  const { writer } = await student.call('claimAttempt', {
    params: { attempt_id: attemptId },
    body: named(name),
  })
  return device(student, attemptId, { device_id: idOf(name), writer_epoch: writer.epoch })
}

const idOf = (name: string) => name.replaceAll(/[^A-Za-z0-9]/g, '-')
const named = (name: string) => ({ device_id: idOf(name), device_label: name })

function device(student: ApiCaller, attemptId: string, proof: Device['proof']): Device {
  const { device_id, writer_epoch } = proof
  let next = 1
  const send: Device['send'] = async (event, seq = next) => {
    next = Math.max(next, seq + 1)
    const full = {
      ...event,
      event_id: `${device_id}-${seq}`,
      device_seq: seq,
      writer_epoch,
      device_time: new Date().toISOString(),
      mono_ms: seq * 1000,
      boot_id: 'one',
    }
    return student.call('saveEvents', {
      params: { attempt_id: attemptId },
      body: { device_id, events: [full], chain_head: '' },
    })
  }
  return {
    attemptId,
    proof,
    send,
    answer: (position, payload, seq) => send({ type: 'answer_changed', position, payload }, seq),
    finish: async () => {
      await student.call('finishAttempt', { params: { attempt_id: attemptId }, body: proof })
    },
  }
}
