import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useActing } from '../sending.ts'
import { useMe } from '../session.tsx'
import { Button } from '../ui/Button.tsx'
import { inThisTab } from '../ui/browser-storage.ts'
import { ErrorLine } from '../ui/ErrorLine.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Prose } from '../ui/Prose.tsx'
import { marks, t } from '../words/words.ts'
import { choicesFor, missingParts, pointsOf } from './award.ts'
import { type Draft, keepDraft, readDraft } from './drafts.ts'
import type { EqualAnswers } from './equal-answers.ts'
import { KeysHelp } from './KeysHelp.tsx'
import type { KeyAct } from './marking-keys.ts'
import { SchemeParts } from './SchemeParts.tsx'
import type { Decided } from './use-decisions.ts'
import { useMarkingKeys } from './use-marking-keys.ts'

/** One answer, or several equal ones: what was asked, what was written, and the decision. */
export function MarkAnswer({
  group,
  decided,
  takesFocus,
  onDecide,
  onNext,
  onPrevious,
}: {
  group: EqualAnswers
  decided: Decided | null
  /** After a step from another answer the focus comes along. */
  takesFocus: boolean
  onDecide: (draft: Draft) => Promise<void>
  onNext: () => void
  onPrevious: () => void
}): ReactElement {
  const { first, items } = group
  const { draft, change, forget } = useDraft(first.mark_id, decided)
  const { at, setAt, award, awardByKey } = useAwarding(first, draft, change)
  const { busy, error, act } = useActing()
  const [showsKeys, setShowsKeys] = useState(false)
  const points = pointsOf(first, draft.awarded)
  const save = () =>
    act(async () => {
      await onDecide(draft)
      forget()
    })
  const keys = useMarkingKeys((key: KeyAct) => {
    if (key.do === 'next') onNext()
    else if (key.do === 'previous') onPrevious()
    else if (key.do === 'show_keys') setShowsKeys(true)
    else awardByKey(key.value)
  })
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takesFocus) article.current?.focus()
  }, [takesFocus])
  return (
    <article ref={article} tabIndex={-1} className="stack" aria-label={t('mark.answer')}>
      <Asked group={group} />
      <SchemeParts scheme={first.scheme} awarded={draft.awarded} at={at} onAt={setAt} onAward={award} />
      <TextArea
        label={t('mark.feedback')}
        help={t('mark.feedback_help')}
        maxLength={1000}
        rows={3}
        value={draft.feedback}
        onChange={(event) => change({ ...draft, feedback: event.currentTarget.value })}
      />
      <p className="label" role="status">
        {points === null
          ? t('mark.missing', { n: missingParts(first.scheme, draft.awarded).length })
          : marks(points, first.points)}
      </p>
      {decided && (
        <p className="note note-good">
          {t('mark.was_saved', { marks: marks(decided.score, decided.max_score) })}
        </p>
      )}
      <ErrorLine text={error && `${error} ${t('mark.kept')}`} />
      <div className="row">
        <Button look="main" busy={busy} disabled={points === null} onClick={save}>
          {t('mark.save_next', { n: items.length })}
        </Button>
        <Button onClick={onPrevious}>{t('mark.previous')}</Button>
        <Button onClick={onNext}>{t('mark.next')}</Button>
      </div>
      <KeysChoice keys={keys} onShow={() => setShowsKeys(true)} />
      {showsKeys && <KeysHelp onClose={() => setShowsKeys(false)} />}
    </article>
  )
}

/** What was asked and what was written. No name: names are off while marking. */
function Asked({ group: { first, items } }: { group: EqualAnswers }) {
  const { quiz_title, stem, answer_text, words, min_words, max_words } = first
  const classes = [...new Set(items.map(({ classroom_name }) => classroom_name))].join(', ')
  const length = words < min_words ? 'short' : words > max_words ? 'long' : 'right'
  return (
    <>
      <p className="muted">{t('mark.of_quiz', { quiz: quiz_title, class: classes })}</p>
      <Prose source={stem} />
      <h2>{t('mark.answer')}</h2>
      {items.length > 1 && <p>{t('mark.equal', { n: items.length })}</p>}
      <blockquote className="answer isolated">{answer_text || t('classes.no_answer')}</blockquote>
      <p className="muted">
        {t('mark.words', { n: words })} {t(`mark.length_${length}`, { min: min_words, max: max_words })}
      </p>
    </>
  )
}

function KeysChoice({ keys, onShow }: { keys: ReturnType<typeof useMarkingKeys>; onShow: () => void }) {
  return (
    <div className="row">
      <label className="row">
        <input
          type="checkbox"
          checked={keys.on}
          onChange={(event) => keys.switchTo(event.currentTarget.checked)}
        />
        {t('mark.use_keys')}
      </label>
      <Button look="quiet" onClick={onShow}>
        {t('mark.show_keys')}
      </Button>
    </div>
  )
}

/** Gives the parts of the scheme their points; a key gives them to the part it stands at and goes to the next. */
function useAwarding({ scheme }: EqualAnswers['first'], draft: Draft, change: (next: Draft) => void) {
  const [at, setAt] = useState(0)
  const award = (partId: string, value: number) =>
    change({ ...draft, awarded: { ...draft.awarded, [partId]: value } })
  const awardByKey = (value: number) => {
    const part = scheme.parts[at]
    if (!part || !choicesFor(scheme, part.id).includes(value)) return
    award(part.id, value)
    setAt(Math.min(at + 1, scheme.parts.length - 1))
  }
  return { at, setAt, award, awardByKey }
}

/** The decision as it is typed; kept in the tab until it is saved. */
function useDraft(markId: string, decided: Decided | null) {
  const account = useMe().user.id
  const [draft, setDraft] = useState(() => decided?.draft ?? readDraft(inThisTab, account, markId))
  const change = (next: Draft) => {
    setDraft(next)
    keepDraft(inThisTab, account, markId, next)
  }
  const forget = () => keepDraft(inThisTab, account, markId, null)
  return { draft, change, forget }
}
