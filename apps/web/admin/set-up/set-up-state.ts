import { useQuery } from '@tanstack/react-query'
import { call } from '../../api.ts'

/** What a new school still lacks. */
export interface SetUpState {
  hasStudents: boolean
  hasTeacher: boolean
}

/** Reads from the school itself how far setting up has come, so that it can be gone on with at any time. */
export function useSetUpState() {
  return useQuery({ queryKey: ['set-up state'], queryFn: readState })
}

async function readState(): Promise<SetUpState> {
  const [students, teachers] = await Promise.all([
    call('listUsers', { query: { role: 'student', limit: 1 } }),
    call('listMemberships', { query: { role: 'teacher', limit: 1 } }),
  ])
  return { hasStudents: students.items.length > 0, hasTeacher: teachers.items.length > 0 }
}
