import type { Selectable } from 'kysely'
import type { Tables, Tx } from '../../platform/db/database.ts'
import { json } from '../../platform/db/json.ts'
import { firstHead } from '../saving/chain.ts'
import type { Arrived } from '../saving/device-line.ts'

/** What is known of one device in one attempt. */
export interface Device {
  device_id: string
  label: string
  /** The epochs in which it was the writer. */
  epochs: number[]
  arrived: Arrived
  /** The chain's head at `arrived.through`. */
  chain_head: string
  /** The number after which the device's own chain said something else. */
  chain_broken_from: number | null
}

export function deviceOf(row: Selectable<Tables['attempt_devices']>): Device {
  return {
    device_id: row.device_id,
    label: row.label,
    epochs: row.epochs as number[],
    arrived: { through: row.accepted_through, beyond: row.beyond as [number, number][] },
    chain_head: row.chain_head,
    chain_broken_from: row.chain_broken_from,
  }
}

export async function listDevices(tx: Tx, attemptId: string): Promise<Device[]> {
  const rows = await tx
    .selectFrom('attempt_devices')
    .selectAll()
    .where('attempt_id', '=', attemptId)
    .orderBy('first_seen_at')
    .execute()
  return rows.map(deviceOf)
}

/** Makes a device the writer of an epoch. */
export async function insertWriter(
  tx: Tx,
  attempt: { id: string; school_id: string },
  writer: { device_id: string; label: string; epoch: number },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('attempt_devices')
    .values({
      attempt_id: attempt.id,
      device_id: writer.device_id,
      school_id: attempt.school_id,
      label: writer.label,
      epochs: json([writer.epoch]),
      chain_head: firstHead(attempt.id, writer.device_id),
      first_seen_at: now,
      last_seen_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['attempt_id', 'device_id']).doUpdateSet((row) => ({
        epochs: row('attempt_devices.epochs', '||', json([writer.epoch])),
        label: writer.label,
        last_seen_at: now,
      })),
    )
    .execute()
}
