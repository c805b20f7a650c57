import type { Tx } from '../../platform/db/database.ts'
import type { Device } from '../store/devices.ts'
import { listEventTexts } from '../store/saving.ts'
import { nextHead } from './chain.ts'
import type { SortedBatch } from './sort-batch.ts'

/**
 * A device's line after a batch. Where a gap was filled the chain is computed over what had arrived beyond
 * it. A head that differs from the device's own (`claimed`) is noted and refuses nothing.
 */
export async function lengthenChain(
  tx: Tx,
  attemptId: string,
  device: Device,
  { arrived, texts }: SortedBatch,
  claimed: string,
): Promise<Device> {
  const first = device.arrived.through + 1
  const seqs = Array.from({ length: arrived.through - device.arrived.through }, (_, index) => first + index)
  const earlier = seqs.filter((seq) => !texts.has(seq))
  const stored = await listEventTexts(tx, attemptId, device.device_id, earlier)
  const head = seqs.reduce(
    (before, seq) => nextHead(before, texts.get(seq) ?? stored.get(seq) ?? ''),
    device.chain_head,
  )
  const ends = Math.max(...texts.keys(), 0) === arrived.through
  return {
    ...device,
    arrived,
    chain_head: head,
    chain_broken_from: device.chain_broken_from ?? (ends && head !== claimed ? first : null),
  }
}
