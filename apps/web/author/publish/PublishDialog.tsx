import { type FormEvent, type ReactElement, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Stated } from '../../ui/Stated.tsx'
import { stateOf } from '../../ui/shown.ts'
import { t } from '../../words/words.ts'
import type { Finding, Quiz } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { AssignmentFields } from './AssignmentFields.tsx'
import { Published } from './Published.tsx'
import type { WhyNot } from './publication.ts'
import { ReleaseNote } from './ReleaseNote.tsx'
import { type Assignments, type Publishing, usePublishing } from './use-publishing.ts'

/** Gives the quiz to classes: which, when, and how it is taken. */
export function PublishDialog({
  quiz,
  onClose,
  onBlocked,
}: {
  quiz: Quiz
  onClose: () => void
  onBlocked: (findings: readonly Finding[]) => void
}): ReactElement {
  const [published, setPublished] = useState<Assignments | null>(null)
  return (
    <Dialog title={t('author.publish_title', { title: quiz.title })} onClose={onClose}>
      {published ? (
        <Published assignments={published} onClose={onClose} />
      ) : (
        <Ask quiz={quiz} onClose={onClose} onBlocked={onBlocked} onPublished={setPublished} />
      )}
    </Dialog>
  )
}

function Ask({
  quiz,
  onClose,
  ...heard
}: Publishing & {
  quiz: Quiz
  onClose: () => void
}) {
  const { zone, form, classes, chosen, change, mend, publishing } = usePublishing(quiz, heard)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void publishing.run()
  }
  const why = (...reasons: WhyNot[]) => (mend && reasons.includes(mend) ? t(`author.mend_${mend}`) : null)
  return (
    <form className="stack wide" onSubmit={submit} noValidate>
      <Classes classes={classes} chosen={chosen} onChange={(classrooms) => change({ classrooms })} />
      <ErrorLine text={why('no_class')} />
      <TextField
        label={t('author.open_from')}
        help={t('author.school_time', { zone })}
        type="datetime-local"
        value={form.from}
        error={why('no_start')}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextField
        label={t('author.open_until')}
        help={t('author.open_until_help')}
        type="datetime-local"
        value={form.until}
        error={why('end_before_start', 'end_unreadable')}
        onChange={(event) => change({ until: event.currentTarget.value })}
      />
      <Disclosure summary={t('author.how_taken')}>
        <AssignmentFields
          settings={form.settings}
          onChange={(part) => change({ settings: { ...form.settings, ...part } })}
        />
      </Disclosure>
      <ReleaseNote form={form} zone={zone} />
      {publishing.error !== null && <Refusal error={publishing.error} />}
      <div className="row">
        <Button type="submit" look="main" busy={publishing.busy}>
          {t('author.publish')}
        </Button>
        <Button onClick={onClose}>{t('author.back_to_review')}</Button>
      </div>
    </form>
  )
}

function Classes({
  classes,
  chosen,
  onChange,
}: {
  classes: ReturnType<typeof usePublishing>['classes']
  chosen: readonly string[]
  onChange: (ids: string[]) => void
}) {
  return (
    <Stated
      shown={stateOf(classes, { empty: (list) => list.length === 0 })}
      empty={
        <>
          <p>{t('author.no_classes')}</p>
          <Link className="button" href="/classes">
            {t('author.to_classes')}
          </Link>
        </>
      }
      onRetry={() => classes.refetch()}
    >
      {(list) => (
        <CheckboxGroup
          legend={t('author.for_classes')}
          choices={list.map(({ id, name }) => ({ id, text: name }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </Stated>
  )
}
