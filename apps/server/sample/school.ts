import type { SampleSchool } from '../people/index.ts'

/** A student of the sample school: how able (log-odds) and of what habits, for the simulation. */
export interface SampleStudent {
  username: string
  first_name: string
  last_name: string
  ability: number
  habit: 'steady' | 'hasty' | 'hints' | 'absent'
}

const student = (
  username: string,
  first_name: string,
  last_name: string,
  ability: number,
  habit: SampleStudent['habit'] = 'steady',
): SampleStudent => ({ username, first_name, last_name, ability, habit })

export const class8A: readonly SampleStudent[] = [
  student('chen.m', 'Marcus', 'Chen', 0.4, 'hints'),
  student('adeyemi.t', 'Tolu', 'Adeyemi', 1.8),
  student('ahmed.s', 'Samira', 'Ahmed', 1.1),
  student('bennett.o', 'Oscar', 'Bennett', -1.4),
  student('brown.k', 'Keira', 'Brown', 0.2),
  student('costa.l', 'Lucas', 'Costa', -0.3, 'hasty'),
  student('davies.r', 'Rhys', 'Davies', 0.7),
  student('evans.n', 'Nia', 'Evans', 2.2),
  student('garcia.e', 'Elena', 'García', 0.9),
  student('hughes.j', 'Jamie', 'Hughes', -0.8, 'hints'),
  student('iqbal.z', 'Zayn', 'Iqbal', 1.4),
  student('kaur.p', 'Priya', 'Kaur', 1.9),
  student('kowalski.a', 'Adam', 'Kowalski', -0.5),
  student('lewis.f', 'Freya', 'Lewis', 0, 'absent'),
]

export const class8B: readonly SampleStudent[] = [
  student('martin.c', 'Chloé', 'Martin', 1.2),
  student('mensah.k', 'Kwame', 'Mensah', 0.5),
  student('mitchell.b', 'Ben', 'Mitchell', -1.9, 'hasty'),
  student('murphy.a', 'Aoife', 'Murphy', 1.6),
  student('nguyen.l', 'Linh', 'Nguyen', 2.4),
  student('nowak.l', 'Łukasz', 'Nowak', 0.1),
  student('okafor.d', 'Daniel', 'Okafor', -0.2, 'hints'),
  student('oneill.z', 'Zoë', "O'Neill", 0.8),
  student('patel.r', 'Rohan', 'Patel', 1.3),
  student('roberts.s', 'Sophie', 'Roberts', -0.9),
  student('shaw.t', 'Toby', 'Shaw', -1.2, 'hasty'),
  student('silva.m', 'Maria', 'Silva', 0.3),
  student('taylor.i', 'Isla', 'Taylor', 1),
  student('wright.h', 'Harry', 'Wright', 0.6),
]

export const academicYear = '2026-27'

/** The people and classes of the sample school. Nobody here has a password. */
export const sampleSchool: SampleSchool = {
  name: 'Riverside Sample School',
  slug: 'sample',
  time_zone: 'Europe/London',
  locale: 'en-GB',
  people: [
    { role: 'teacher', first_name: 'Jane', last_name: 'Okoro' },
    { role: 'teacher', first_name: 'Peter', last_name: 'Lindqvist' },
    { role: 'admin', first_name: 'Ruth', last_name: 'Abara' },
    { role: 'advisor', first_name: 'Sam', last_name: 'Whitlock', of: ['chen.m', 'hughes.j'] },
    { role: 'guardian', first_name: 'Mei', last_name: 'Chen', of: ['chen.m'] },
    ...[...class8A, ...class8B].map(({ username, first_name, last_name }) => ({
      role: 'student' as const,
      username,
      first_name,
      last_name,
      year_group: 8,
    })),
  ],
  classrooms: [
    {
      name: '8A Computing',
      subject: 'Computing',
      year_group: 8,
      academic_year: academicYear,
      teachers: ['Okoro'],
      students: class8A.map(({ username }) => username),
    },
    {
      name: '8B Computing',
      subject: 'Computing',
      year_group: 8,
      academic_year: academicYear,
      teachers: ['Okoro', 'Lindqvist'],
      students: class8B.map(({ username }) => username),
    },
  ],
}
