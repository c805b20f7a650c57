import { type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Page } from '../ui/Page.tsx'
import { t } from '../words/words.ts'
import { isGiven } from './attempt-state.ts'
import { SaveLine } from './SaveLine.tsx'
import { useSitting } from './use-sitting.tsx'

/** What is still empty, what happens next, and the way to hand the quiz in. */
export function FinishPage(): ReactElement {
  const { sitting, view } = useSitting()
  const [asking, setAsking] = useState(false)
  const base = `/attempts/${view.attempt.attempt_id}`
  const empty = [...view.questions.values()]
    .filter(({ answer }) => !isGiven(answer))
    .map(({ position }) => position)
  const marked = [...view.questions.values()].filter(({ flagged }) => flagged).map(({ position }) => position)
  const finish = () => {
    setAsking(false)
    void sitting.finish()
  }
  if (view.finishWanted) return <Waiting />
  return (
    <Page title={t('take.finish_title')}>
      <SaveLine line={view.save} />
      <Linked text={t('take.empty_questions', { n: empty.length })} positions={empty} base={base} />
      <Linked text={marked.length > 0 ? t('take.marked_questions') : ''} positions={marked} base={base} />
      <p>{t('take.finish_next')}</p>
      <div className="row">
        <Link className="button" href={`${base}/questions/${empty[0] ?? 1}`}>
          {t('take.back_to_questions')}
        </Link>
        <Button look="main" onClick={() => setAsking(true)}>
          {t('take.finish')}
        </Button>
      </div>
      {asking && (
        <Dialog title={t('take.finish_ask')} onClose={() => setAsking(false)}>
          <p>{t('take.finish_ask_about', { n: empty.length })}</p>
          <div className="row">
            <Button look="main" onClick={finish}>
              {t('take.finish')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('take.back_to_questions')}</Button>
          </div>
        </Dialog>
      )}
    </Page>
  )
}

function Linked({ text, positions, base }: { text: string; positions: number[]; base: string }) {
  return text === '' ? null : (
    <section className="stack">
      <p>{text}</p>
      <ul className="row list-plain">
        {positions.map((position) => (
          <li key={position}>
            <Link className="button" href={`${base}/questions/${position}`}>
              {t('take.question', { position })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Finish was pressed; the server does not know yet. */
function Waiting() {
  const { view } = useSitting()
  return (
    <Page title={t('take.not_sent')}>
      <p role="status">
        {view.save.says === 'cannot_save' ? t('take.cannot_save') : t('take.not_sent_about')}
      </p>
      <SaveLine line={view.save} />
    </Page>
  )
}
