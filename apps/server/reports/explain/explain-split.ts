import { classSplits } from '@waymark/contract/reports.ts'
import { z } from 'zod'
import { listCompetencies } from '../../library/index.ts'
import { FORMULA_VERSION, readEstimates, showEstimate, showFacts } from '../../mastery/index.ts'
import { auditClassLook, displayName, getClassroomFor, listStudentsOf } from '../../people/index.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { Refused } from '../../platform/refused.ts'
import { splitOf } from '../get-class-mastery.ts'
import { standingText } from './explain-mastery.ts'
import { type EvidenceItem, type Explained, nothingMore, plainItem } from './explanation.ts'

const SubjectId = z.tuple([z.uuid(), z.uuid(), z.enum(classSplits)])

/** How many of a class stand so on an objective, down to each one's own estimate. */
export async function splitExplanation(ctx: Context, tx: Tx, id: string): Promise<Explained> {
  const subject = SubjectId.safeParse(id.split('~'))
  if (!subject.success) throw new Refused('not_found')
  const [classroomId, competencyId, split] = subject.data
  const classroom = await getClassroomFor(tx, ctx, classroomId)
  const [competency] = await listCompetencies(tx, [competencyId])
  if (!competency) throw new Refused('not_found')
  await auditClassLook(ctx, tx, classroomId, 'mastery')
  const students = await listStudentsOf(tx, ctx, classroomId)
  const ids = students.map((student) => student.id)
  const read = await readEstimates(ctx, tx, ids, [competencyId])
  const evidence = students.flatMap((student) => {
    const estimate = read.students.get(student.id)?.estimates.get(competencyId)
    const shown = estimate && showEstimate(competency, estimate)
    return shown && splitOf(shown) === split ? [itemOf(student, shown, ctx.now)] : []
  })
  const notYetFolded = [...read.students.values()].some((student) => student.notYetFolded)
  return {
    ...nothingMore,
    subject: {
      subject_type: 'class_figure',
      subject_id: id,
      title: `${competency.title}, ${classroom.name}: ${WORDS[split]}`,
    },
    value: evidence.length,
    display: `${evidence.length} of ${students.length}`,
    state: 'known',
    state_reasons: [],
    rule: { sentence: SENTENCE, formula_version: FORMULA_VERSION },
    evidence,
    actions: [
      {
        action: 'show_on_map',
        href: `/classes/${classroomId}/mastery?objective=${competencyId}&standing=${split}`,
      },
    ],
    ...showFacts({ version: 0, notYetFolded }, read.modelVersion, ctx.now),
  }
}

const WORDS = {
  secure: 'secure',
  learning: 'learning',
  gap: 'gap',
  contested: 'contested',
  not_enough_evidence: 'not enough evidence yet',
}

const SENTENCE =
  'How many of the class stand so on this objective. Everyone is counted once. Those whose sources disagree are counted as contested; those with too little evidence are counted apart, never as a gap.'

function itemOf(
  student: { id: string; first_name: string; last_name: string },
  shown: ReturnType<typeof showEstimate>,
  now: Date,
): EvidenceItem {
  return {
    ...plainItem,
    id: student.id,
    kind: 'estimate',
    source: displayName(student),
    excerpt: standingText(shown),
    occurred_at: now.toISOString(),
    href: `/students/${student.id}?explain=mastery:${student.id}~${shown.competency_id}`,
  }
}
