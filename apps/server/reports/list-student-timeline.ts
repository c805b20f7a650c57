import { Instant } from '@waymark/contract/endpoint.ts'
import type { StudentTimelineEntry } from '@waymark/contract/reports.ts'
import { z } from 'zod'
import { pageOf, readCursor } from '../attempts/index.ts'
import { getStudentFor } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { listTimelineRows, type TimelineRow } from './store/timeline.ts'

type Entry = z.output<typeof StudentTimelineEntry>

const Place = z.tuple([Instant, z.uuid()])
const PAGE = 50

/** Marks and judgements of a student over time, the newest first. */
export function listStudentTimeline(
  ctx: Context,
  studentId: string,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: Entry[]; next_cursor: string | null }> {
  const place = readCursor(cursor, Place)
  return ctx.transaction(async (tx) => {
    await getStudentFor(tx, ctx, studentId, 'timeline')
    const before = place && { at: new Date(place[0]), id: place[1] }
    const rows = await listTimelineRows(tx, studentId, { before, limit: limit + 1 })
    return pageOf(rows, limit, placeOf, entryOf)
  })
}

const placeOf = ({ at, id }: TimelineRow): [string, string] => [at.toISOString(), id]

const judgements: Record<string, Entry['judgement']> = { '1': 'secure', '1/2': 'learning', '0': 'gap' }

function entryOf({ judged, score, max_score, at, marked_at, ...row }: TimelineRow): Entry {
  return {
    ...row,
    at: at.toISOString(),
    as_of: marked_at?.toISOString() ?? null,
    score: score === null ? null : Number(score),
    max_score: max_score === null ? null : Number(max_score),
    judgement: judged === null ? null : (judgements[judged] ?? null),
  }
}
