import { type ReactElement, useState } from 'react'
import { call } from '../api.ts'
import { usePaged } from '../staff/use-paged.ts'
import { More } from '../ui/More.tsx'
import { Stated } from '../ui/Stated.tsx'
import { stateOf } from '../ui/shown.ts'
import { t } from '../words/words.ts'
import { type EqualAnswers, equalTogether } from './equal-answers.ts'
import { MarkAnswer } from './MarkAnswer.tsx'
import { useDecisions } from './use-decisions.ts'

/** The answers to one question, one after the other. What was marked in this sitting can be gone back to. */
export function MarkQuestion({
  questionId,
  assignmentId,
}: {
  questionId: string
  /** Null: the answers of every class. */
  assignmentId: string | null
}): ReactElement {
  const answers = usePaged(
    ['marking answers', questionId, assignmentId],
    (cursor) =>
      call('listMarkingQueue', {
        query: {
          question_version_id: questionId,
          ...(assignmentId !== null && { assignment_id: assignmentId }),
          ...cursor,
        },
      }),
    // The list stays as it was opened, so that "previous" leads back to what was just marked.
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false },
  )
  const data = answers.data && equalTogether(answers.data)
  return (
    <Stated
      shown={stateOf({ ...answers, data }, { empty: (groups) => groups.length === 0 })}
      empty={<p>{t('mark.question_done')}</p>}
      onRetry={() => answers.refetch()}
    >
      {(groups) => (
        <div className="stack">
          <Sitting groups={groups} />
          <More of={answers} text={t('mark.more')} />
        </div>
      )}
    </Stated>
  )
}

function Sitting({ groups }: { groups: EqualAnswers[] }) {
  const [at, setAt] = useState(0)
  const [stepped, setStepped] = useState(false)
  const decisions = useDecisions()
  const group = groups[Math.min(at, groups.length - 1)]
  if (!group) return null
  const step = (by: number) => {
    setStepped(true)
    setAt(Math.min(Math.max(at + by, 0), groups.length - 1))
  }
  const left = groups.filter(({ key }) => !decisions.decided.has(key))
  return (
    <>
      <p className="muted" role="status">
        {t('mark.place', { place: at + 1, all: groups.length, left: left.length })}
      </p>
      {left.length === 0 && <p className="note note-good">{t('mark.question_done')}</p>}
      <MarkAnswer
        key={group.key}
        group={group}
        decided={decisions.decided.get(group.key) ?? null}
        takesFocus={stepped}
        onDecide={async (draft) => {
          await decisions.decide(group, draft)
          step(1)
        }}
        onNext={() => step(1)}
        onPrevious={() => step(-1)}
      />
    </>
  )
}
