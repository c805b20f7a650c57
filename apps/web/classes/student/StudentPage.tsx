import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call, isRefusal } from '../../api.ts'
import { useOpeningOf } from '../../staff/AccessReasons.tsx'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { t } from '../../words/words.ts'
import '../classes.css'
import { StudentSheet } from './StudentSheet.tsx'
import { Subjects } from './Subjects.tsx'
import { Timeline } from './Timeline.tsx'

/** One student: what happened over time, and how they stand in each subject. */
export default function StudentPage({ studentId }: { studentId: string }): ReactElement {
  const { headers, form } = useOpeningOf()(studentId)
  const progress = useQuery({
    queryKey: ['progress', studentId, headers],
    queryFn: () => call('getProgress', { params: { student_id: studentId } }, { headers }),
    refetchOnWindowFocus: false,
  })
  if (isRefusal(progress.error, 'reason_needed')) return <Page title={t('classes.student')}>{form}</Page>
  return (
    <Page title={progress.data?.student.name ?? t('classes.student')}>
      <Stated shown={stateOf(progress)} onRetry={() => progress.refetch()}>
        {(data) => (
          <>
            <div className="row no-print">
              <Button look="main" onClick={() => print()}>
                {t('classes.print_student')}
              </Button>
            </div>
            <StudentSheet progress={data} />
            <Tabs
              label={data.student.name}
              tabs={[
                {
                  id: 'timeline',
                  title: t('classes.timeline'),
                  show: () => <Timeline studentId={studentId} headers={headers} />,
                },
                {
                  id: 'subjects',
                  title: t('classes.subjects'),
                  show: () => <Subjects progress={data} />,
                },
              ]}
            />
          </>
        )}
      </Stated>
    </Page>
  )
}
