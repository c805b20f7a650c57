import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import { Invite } from '../accounts/Invitations.tsx'
import { ImportSteps } from '../rosters/ImportSteps.tsx'
import { type SetUpState, useSetUpState } from './set-up-state.ts'
import { TeachMyself } from './TeachMyself.tsx'

type Step = 'students' | 'teachers'
const steps = ['school', 'students', 'teachers'] as const

/** The rest of setting up a school: the first class, its sign-in cards, its teacher. */
export default function FirstRun(): ReactElement {
  const state = useSetUpState()
  return (
    <Page title={t('admin.first_run')}>
      <Stated shown={stateOf(state)} onRetry={() => state.refetch()}>
        {(data) => <FirstRunSteps state={data} />}
      </Stated>
    </Page>
  )
}

const nextStep = ({ hasStudents }: SetUpState): Step => (hasStudents ? 'teachers' : 'students')

function FirstRunSteps({ state }: { state: SetUpState }) {
  // A step just done stays on screen until the person goes on: its cards are printed from it.
  const [shown, setShown] = useState(nextStep(state))
  const done = { school: true, students: state.hasStudents, teachers: state.hasTeacher }
  return (
    <>
      <ol className="first-steps no-print">
        {steps.map((one) => (
          <li key={one} aria-current={one === shown ? 'step' : undefined}>
            {t('admin.step', { step: t(`admin.step_${one}`), done: done[one] ? 'yes' : 'no' })}
          </li>
        ))}
      </ol>
      {shown === 'students' ? (
        <section className="stack">
          <h2 className="no-print">{t('admin.step_students')}</h2>
          <p className="no-print">{t('admin.step_students_about')}</p>
          <ImportSteps
            after={
              <Button look="main" onClick={() => setShown('teachers')}>
                {t('admin.to_teachers')}
              </Button>
            }
          />
        </section>
      ) : (
        <section className="stack">
          <h2>{t('admin.step_teachers')}</h2>
          <TeachMyself />
          <Invite />
          <div className="row">
            <Button onClick={() => setShown('students')}>{t('admin.another_list')}</Button>
            <Link className="button" href="/people">
              {t('admin.to_accounts')}
            </Link>
          </div>
        </section>
      )}
    </>
  )
}
