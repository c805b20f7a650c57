import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'

interface Link {
  id: string
  school_id: string
  student_id: string
}

export async function insertGuardianLink(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  link: Link & { guardian_id: string; relation: string },
): Promise<void> {
  await tx
    .insertInto('guardian_links')
    .values({ ...link, created_at: ctx.now })
    .execute()
}

export async function insertAdvisorLink(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  link: Link & { advisor_id: string },
): Promise<void> {
  await tx
    .insertInto('advisor_links')
    .values({ ...link, created_at: ctx.now })
    .execute()
}
