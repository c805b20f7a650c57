import type { ReactElement } from 'react'
import type { Reply } from '../../api.ts'
import { TopicPart } from '../../learn/Progress.tsx'
import { dateTime, t } from '../../words/words.ts'
import { GiveJudgement } from './GiveJudgement.tsx'

/** Each topic with its objectives, exactly as the student sees them, and the teacher's own judgement. */
export function Subjects({ progress }: { progress: Reply<'getProgress'> }): ReactElement {
  const { topics, student, degraded_reasons, as_of } = progress
  if (topics.every(({ objectives }) => objectives.length === 0))
    return <p className="note">{t('classes.subjects_empty')}</p>
  return (
    <div className="stack tab-page">
      {degraded_reasons.length > 0 && <p className="note note-not-yet">{t('progress.not_yet_folded')}</p>}
      <GiveJudgement progress={progress} />
      {topics.map((topic) => (
        <TopicPart key={topic.topic?.id ?? 'none'} topic={topic} studentId={student.id} />
      ))}
      <p className="muted">{t('progress.as_of', { time: dateTime(as_of) })}</p>
    </div>
  )
}
