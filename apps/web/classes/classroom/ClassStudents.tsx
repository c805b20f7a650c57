import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Reply } from '../../api.ts'
import { Table } from '../../ui/Table.tsx'
import { date, t } from '../../words/words.ts'

type Student = Reply<'getClassOverview'>['students'][number]

/** The students of a class with how many quizzes each has finished, by name. */
export function ClassStudents({
  classroomId,
  students,
}: {
  classroomId: string
  students: Student[]
}): ReactElement {
  if (students.length === 0) {
    return (
      <div className="note stack">
        <p>{t('classes.no_students')}</p>
        <Link className="button" href={`/classes/${classroomId}/list`}>
          {t('classes.add_students')}
        </Link>
      </div>
    )
  }
  return (
    <Table
      caption={t('classes.students_of_class')}
      captionHidden
      rows={students}
      rowId={({ student_id }) => student_id}
      columns={[
        {
          id: 'name',
          head: t('classes.name'),
          cell: ({ student_id, name }) => (
            <Link className="list-link" href={`/students/${student_id}`}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        {
          id: 'completed',
          head: t('classes.quizzes_finished'),
          figure: true,
          cell: ({ student_id, quizzes_completed }) => (
            <Link href={`/students/${student_id}?kind=quiz_completed`}>{quizzes_completed}</Link>
          ),
        },
        {
          id: 'running',
          head: t('classes.now'),
          cell: ({ quizzes_running }) => (quizzes_running > 0 ? t('classes.in_a_quiz') : '–'),
        },
        {
          id: 'activity',
          head: t('classes.last_active'),
          cell: ({ last_activity_at }) => (last_activity_at ? date(last_activity_at) : t('classes.never')),
        },
      ]}
    />
  )
}
