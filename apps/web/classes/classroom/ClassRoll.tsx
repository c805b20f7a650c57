import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { call, type Reply } from '../../api.ts'
import { useActing } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Table } from '../../ui/Table.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { t } from '../../words/words.ts'
import { ClassForm } from '../ClassForm.tsx'
import { nameOf } from '../names.ts'
import { AddStudents } from './AddStudents.tsx'
import { NewStartPassword } from './NewStartPassword.tsx'
import { RollActions } from './RollActions.tsx'

type Student = Reply<'listClassroomStudents'>['items'][number]

/** Who is in the class, how each signs in, and how to change both. */
export default function ClassRoll({ classroomId }: { classroomId: string }): ReactElement {
  const params = { classroom_id: classroomId }
  const classroom = useQuery({
    queryKey: ['classroom', classroomId],
    queryFn: () => call('showClassroom', { params }),
  })
  const students = useQuery({
    queryKey: ['class roll', classroomId],
    queryFn: () => call('listClassroomStudents', { params }),
  })
  const [open, setOpen] = useState<'add' | 'change' | null>(null)
  const [reset, setReset] = useState<Student | null>(null)
  const close = () => setOpen(null)
  return (
    <Page title={classroom.data ? t('classes.roll_of', { class: classroom.data.name }) : t('classes.roll')}>
      <div className="row">
        <Button look="main" onClick={() => setOpen('add')}>
          {t('classes.add_students')}
        </Button>
        {classroom.data && <RollActions classroom={classroom.data} onChange={() => setOpen('change')} />}
      </div>
      <Stated
        shown={stateOf(students, { empty: ({ items }) => items.length === 0 })}
        empty={<p>{t('classes.no_students')}</p>}
        onRetry={() => students.refetch()}
      >
        {({ items }) => <Roll classroomId={classroomId} students={items} onReset={setReset} />}
      </Stated>
      {open === 'add' && <AddStudents classroomId={classroomId} onClose={close} />}
      {open === 'change' && classroom.data && <ClassForm classroom={classroom.data} onClose={close} />}
      {reset && <NewStartPassword student={reset} onClose={() => setReset(null)} />}
    </Page>
  )
}

function Roll({
  classroomId,
  students,
  onReset,
}: {
  classroomId: string
  students: Student[]
  onReset: (student: Student) => void
}) {
  const takeOut = useTakeOut(classroomId)
  return (
    <Table
      caption={t('classes.students_of_class')}
      captionHidden
      rows={students}
      rowId={({ id }) => id}
      columns={[
        { id: 'name', head: t('classes.name'), cell: (student) => <bdi>{nameOf(student)}</bdi> },
        { id: 'username', head: t('classes.username'), cell: ({ username }) => <code>{username}</code> },
        {
          id: 'sign_in',
          head: t('classes.sign_in'),
          cell: ({ can_sign_in }) => t(can_sign_in ? 'classes.can_sign_in' : 'classes.cannot_sign_in'),
        },
        {
          id: 'acts',
          head: t('classes.acts'),
          cell: (student) => (
            <div className="row">
              <Button
                aria-label={t('classes.new_password_for', { name: nameOf(student) })}
                onClick={() => onReset(student)}
              >
                {t('classes.new_password')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('classes.take_out_name', { name: nameOf(student) })}
                onClick={() => takeOut(student)}
              >
                {t('classes.take_out')}
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}

/** Ends an enrolment today; the note that says so can put the student back. */
function useTakeOut(classroomId: string) {
  const client = useQueryClient()
  const toast = useToast()
  const { act } = useActing()
  const params = { classroom_id: classroomId }
  const refresh = () => client.invalidateQueries({ queryKey: ['class roll', classroomId] })
  const putBack = (student_id: string) =>
    act(async () => {
      await call('enrolStudents', { params, body: { student_ids: [student_id] } })
      await refresh()
    })
  return (student: Student) =>
    act(async () => {
      await call('endEnrolment', { params: { ...params, student_id: student.id } })
      await refresh()
      toast(t('classes.taken_out', { name: nameOf(student) }), () => putBack(student.id))
    })
}
