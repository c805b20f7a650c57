import type { ApiCaller } from '../api.ts'
import { must } from '../expect.ts'

/** The teacher gives every essay of the written script this share of each criterion's points. */
export async function decideEssays(teacher: ApiCaller, share: 0 | 0.5 | 1): Promise<void> {
  const { items } = await teacher.call('listMarkingQueue', {})
  const ours = items.filter(({ quiz_title }) => quiz_title === 'All kinds in all states')
  must(ours.length > 0, 'No essay waits for the teacher.')
  for (const { mark_id, scheme } of ours) {
    const awarded = Object.fromEntries(
      scheme.parts.map((part) => [part.id, 'points' in part ? part.points * share : 0]),
    )
    await teacher.call('decideMark', { params: { mark_id }, body: { awarded } })
  }
}
