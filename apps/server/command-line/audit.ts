import { verifyAudit } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { inHouse } from './open.ts'
import type { Answer } from './speech.ts'

/** `waymark audit verify`: seals what waits, then checks every link of every school's chain. */
export const auditCommand = (): Promise<Answer> =>
  inHouse(async (house) => {
    const result = await verifyAudit(makeContext(house.machines))
    return result.broken
      ? {
          sentence: `The audit chain is broken at row ${result.broken.id} of school ${result.broken.school_id}. ${result.rows} rows were checked.`,
          facts: { ...result },
          failed: true,
        }
      : { sentence: `The audit chain is whole: ${result.rows} rows.`, facts: { ...result } }
  })
