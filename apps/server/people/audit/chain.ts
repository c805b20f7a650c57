import { createHash } from 'node:crypto'
import { canonicalJson } from '../../platform/canonical-json.ts'
import type { AuditRow, Seal, SealedRow } from '../store/audit.ts'

/** What the first row of a chain follows. */
export const CHAIN_START = '0'.repeat(64)

/** SHA-256 over the previous hash and the row as canonical JSON (RFC 8785), its place in the chain included. */
export function hashOfRow(row: AuditRow, position: number, previousHash: string): string {
  const facts = {
    id: row.id,
    school_id: row.school_id,
    happened_at: row.happened_at.toISOString(),
    actor_id: row.actor_id,
    actor_role: row.actor_role,
    action: row.action,
    subject_type: row.subject_type,
    subject_id: row.subject_id,
    student_id: row.student_id,
    reason: row.reason,
    details: row.details,
    request_id: row.request_id,
    position,
  }
  return createHash('sha256').update(previousHash).update(canonicalJson(facts)).digest('hex')
}

/** The seals of rows that follow the last one, in the order given. */
export function sealRows(
  rows: readonly AuditRow[],
  last: { position: number; hash: string } | null,
): ({ id: string } & Seal)[] {
  let position = last?.position ?? 0
  let previous_hash = last?.hash ?? CHAIN_START
  return rows.map((row) => {
    position += 1
    const seal = { id: row.id, position, previous_hash, hash: hashOfRow(row, position, previous_hash) }
    previous_hash = seal.hash
    return seal
  })
}

export type BrokenBecause = 'row_missing' | 'row_changed' | 'link_changed'

export interface BrokenLink {
  /** The row at which the chain stops holding. */
  id: string
  position: number
  because: BrokenBecause
}

/** The first row that does not follow `last`, or null when all of them hold. */
export function firstBroken(
  rows: readonly SealedRow[],
  last: { position: number; hash: string } | null,
): BrokenLink | null {
  let position = last?.position ?? 0
  let previous = last?.hash ?? CHAIN_START
  for (const row of rows) {
    const broken = (because: BrokenBecause) => ({ id: row.id, position: row.position, because })
    if (row.position !== position + 1) return broken('row_missing')
    if (row.previous_hash !== previous) return broken('link_changed')
    if (row.hash !== hashOfRow(row, row.position, previous)) return broken('row_changed')
    position = row.position
    previous = row.hash
  }
  return null
}
