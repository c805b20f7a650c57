import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { t } from '../../words/words.ts'
import { pointerName } from '../pointer-name.ts'
import { type Autosave, draftOf, type EditorView } from './autosave.ts'
import { type Difference, differencesBetween, mergeDrafts } from './differences.ts'

/** Someone else saved this question meanwhile: both texts side by side, and for each part which one stays. */
export function ConflictPart({
  autosave,
  view,
}: {
  autosave: Autosave
  view: EditorView
}): ReactElement | null {
  const [theirFields, setTheirFields] = useState<ReadonlySet<string>>(new Set())
  const { draft, theirs } = view
  if (!theirs) return null
  const other = draftOf(theirs)
  const differences = differencesBetween(draft, other)
  const choose = (field: string, isTheirs: boolean) => {
    const next = new Set(theirFields)
    if (isTheirs) next.add(field)
    else next.delete(field)
    setTheirFields(next)
  }
  return (
    <section className="note note-not-yet stack" role="alert" aria-label={t('author.line_conflict')}>
      <h2>{t('author.line_conflict')}</h2>
      <p>{t('author.conflict_about')}</p>
      {differences.map((difference) => (
        <OneDifference
          key={difference.field}
          difference={difference}
          isTheirs={theirFields.has(difference.field)}
          onChoose={(isTheirs) => choose(difference.field, isTheirs)}
        />
      ))}
      <Button look="main" onClick={() => autosave.settle(mergeDrafts(draft, other, theirFields))}>
        {t('author.save_chosen')}
      </Button>
    </section>
  )
}

function OneDifference({
  difference,
  isTheirs,
  onChoose,
}: {
  difference: Difference
  isTheirs: boolean
  onChoose: (isTheirs: boolean) => void
}) {
  const { field, values } = difference
  const name = pointerName(`/${field}`)
  return (
    <section className="stack wide">
      <div className="versus">
        <Side title={t('author.your_text')} values={values.map((one) => [one.pointer, one.mine])} />
        <Side title={t('author.their_text')} values={values.map((one) => [one.pointer, one.theirs])} />
      </div>
      <RadioGroup
        legend={t('author.which_stays', { field: name })}
        choices={[
          { id: 'mine', text: t('author.your_text') },
          { id: 'theirs', text: t('author.their_text') },
        ]}
        chosen={isTheirs ? 'theirs' : 'mine'}
        onChoose={(id) => onChoose(id === 'theirs')}
      />
    </section>
  )
}

function Side({ title, values }: { title: string; values: [pointer: string, text: string][] }) {
  return (
    <div className="card">
      <p className="label">{title}</p>
      <dl>
        {values.map(([pointer, text]) => (
          <div key={pointer}>
            <dt className="muted">{pointerName(pointer)}</dt>
            <dd className="source-text">{text || t('author.nothing_here')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
