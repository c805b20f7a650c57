import type { Context } from '../../platform/context.ts'
import { listAuditedSchools, listSealed, type SealedRow } from '../store/audit.ts'
import { type BrokenLink, firstBroken } from './chain.ts'
import { sealAudit } from './seal-audit.ts'

export interface AuditVerdict {
  /** Rows that hold. */
  rows: number
  schools: number
  /** The first broken link of the first school that has one. */
  broken: (BrokenLink & { school_id: string }) | null
}

const AT_ONCE = 2000

/** Seals what waits, then follows every school's chain from its first row. */
export async function verifyAudit(ctx: Context): Promise<AuditVerdict> {
  await sealAudit(ctx)
  const schools = await ctx.systemTransaction(listAuditedSchools)
  let rows = 0
  for (const schoolId of schools) {
    const chain = await followChain(ctx, schoolId)
    rows += chain.rows
    if (chain.broken)
      return { rows, schools: schools.length, broken: { ...chain.broken, school_id: schoolId } }
  }
  return { rows, schools: schools.length, broken: null }
}

async function followChain(
  ctx: Context,
  schoolId: string,
): Promise<{ rows: number; broken: BrokenLink | null }> {
  let last: { position: number; hash: string } | null = null
  for (;;) {
    const after: { position: number; hash: string } | null = last
    const rows: SealedRow[] = await ctx.systemTransaction((tx) =>
      listSealed(tx, schoolId, after?.position ?? 0, AT_ONCE),
    )
    const broken = firstBroken(rows, after)
    if (broken) return { rows: broken.position - 1, broken }
    const end = rows.at(-1)
    if (!end) return { rows: after?.position ?? 0, broken: null }
    last = { position: end.position, hash: end.hash }
  }
}
