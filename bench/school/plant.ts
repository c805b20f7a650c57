import type { House } from '../../apps/server/house.ts'
import { type PlantedSchool, plantSampleSchool } from '../../apps/server/people/index.ts'
import { makeContext } from '../../apps/server/platform/context.ts'

/** A school of one teacher, `teacher`, and one class, `8B`, of so many students: `student-0`, `student-1`, … */
export function plantBenchSchool(house: House, students: number): Promise<PlantedSchool> {
  const names = Array.from({ length: students }, (_, at) => `student-${at}`)
  return plantSampleSchool(makeContext(house.machines), {
    name: 'Bench School',
    slug: 'bench',
    time_zone: 'Europe/London',
    locale: 'en-GB',
    people: [
      { role: 'teacher', first_name: 'Jane', last_name: 'teacher' },
      ...names.map((username) => ({
        role: 'student' as const,
        first_name: 'Student',
        last_name: username,
        username,
        year_group: 8,
      })),
    ],
    classrooms: [
      {
        name: '8B',
        subject: 'Computing',
        year_group: 8,
        academic_year: '2026-27',
        teachers: ['teacher'],
        students: names,
      },
    ],
  })
}
