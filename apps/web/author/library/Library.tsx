import type { ReactElement } from 'react'
import { Link } from 'wouter'
import { Page } from '../../ui/Page.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { t } from '../../words/words.ts'
import { QuizList } from './QuizList.tsx'
import { UnitList } from './UnitList.tsx'

/** Everything that was made: quizzes, and the units they come from. */
export function Library(): ReactElement {
  return (
    <Page title={t('author.library')}>
      <div>
        <Link className="button button-main" data-main-action href="/create">
          {t('author.create')}
        </Link>
      </div>
      <Tabs
        label={t('author.library')}
        tabs={[
          { id: 'quizzes', title: t('author.quizzes'), show: () => <QuizList /> },
          { id: 'units', title: t('author.units_tab'), show: () => <UnitList /> },
        ]}
      />
    </Page>
  )
}
