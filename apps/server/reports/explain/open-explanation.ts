import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { figureExplanation } from './explain-figure.ts'
import { markExplanation, resultExplanation } from './explain-marks.ts'
import { masteryExplanation } from './explain-mastery.ts'
import { splitExplanation } from './explain-split.ts'
import type { Explained } from './explanation.ts'

interface Wish {
  subject_type: string
  subject_id: string
}
interface Page {
  cursor?: string | undefined
  limit?: number | undefined
}

/** What stands under a number. A subject that is unknown, foreign or of no known type is simply not there. */
export function openExplanation(
  ctx: Context,
  { subject_type, subject_id }: Wish,
  page: Page,
): Promise<Explained> {
  return ctx.transaction(async (tx) => {
    switch (subject_type) {
      case 'mark':
        return markExplanation(ctx, tx, idFrom(subject_id))
      case 'quiz_result':
        return resultExplanation(ctx, tx, idFrom(subject_id))
      case 'class_figure':
        return classFigure(ctx, tx, subject_id)
      case 'mastery':
        return masteryExplanation(ctx, tx, subject_id, page)
      default:
        throw new Refused('not_found')
    }
  })
}

/** Of a class's results, or of how the class stands on an objective. */
function classFigure(ctx: Context, tx: Tx, id: string): Promise<Explained> {
  const parts = id.split('~')
  idFrom(parts[0] ?? '')
  return parts.length === 3 ? splitExplanation(ctx, tx, id) : figureExplanation(ctx, tx, id)
}

function idFrom(text: string): string {
  const id = z.uuid().safeParse(text)
  if (!id.success) throw new Refused('not_found')
  return id.data
}
