import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, newKey, type Reply } from '../../api.ts'
import { useMe } from '../../session.tsx'
import { type Finding, type Quiz, useQuizChanged } from '../asking.ts'
import { useAct } from '../use-act.ts'
import { blockingIn } from './blocking.ts'
import { classesAtFirst, type PublishForm, publicationOf, publishFormAt, type WhyNot } from './publication.ts'

export type Assignments = Reply<'publishQuiz'>['assignments']

export interface Publishing {
  onPublished: (assignments: Assignments) => void
  /** The gate stands against it: nothing was published. */
  onBlocked: (findings: readonly Finding[]) => void
}

/** The publish form and the act of publishing; `mend` says what has to be filled in first. */
export function usePublishing(quiz: Quiz, { onPublished, onBlocked }: Publishing) {
  const zone = useMe().school.time_zone
  const changed = useQuizChanged(quiz.id)
  // One key for one opening of the form: pressed twice, it publishes once.
  const [key] = useState(newKey)
  const [form, setForm] = useState(() => publishFormAt(new Date(), zone))
  const [mend, setMend] = useState<WhyNot | null>(null)
  const classes = useQuery({
    queryKey: ['author', 'classes'],
    queryFn: async () => (await call('listClassrooms', {})).items,
  })
  const ids = classes.data?.map(({ id }) => id) ?? []
  const chosen = form.classrooms ?? classesAtFirst(ids, quiz.status === 'published')
  const publishing = useAct(async () => {
    const body = publicationOf({ ...form, classrooms: chosen }, zone)
    if ('mend' in body) return setMend(body.mend)
    setMend(null)
    try {
      const published = await call(
        'publishQuiz',
        { params: { quiz_id: quiz.id }, body },
        { idempotencyKey: key },
      )
      onPublished(published.assignments)
    } catch (error) {
      const blocking = blockingIn(error)
      if (!blocking) throw error
      onBlocked(blocking)
    }
    await changed()
  })
  const change = (part: Partial<PublishForm>) => setForm({ ...form, ...part })
  return { zone, form, classes, chosen, change, mend, publishing }
}
