import type { TextKey } from '@waymark/questions/text-key.ts'
import type { ReactElement } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../words/words.ts'
import { FlagEdit, NumberEdit, OptionalTextEdit, PickEdit, ShareEdit, TextEdit } from './fields.tsx'
import { Rows } from './Rows.tsx'

interface Props {
  /** JSON pointer of the thing that holds the key, below the content. */
  at: string
  textKey: TextKey
  onChange: (key: TextKey) => void
}

/** What a typed text is compared with. */
export function TextKeyEdit({ at, textKey, onChange }: Props): ReactElement {
  const change = (part: Partial<TextKey>) => onChange({ ...textKey, ...part })
  return (
    <div className="stack wide">
      <Accepted at={at} textKey={textKey} onChange={onChange} />
      <PickEdit
        at={`${at}/max_typos`}
        label={t('author.typos')}
        value={String(textKey.max_typos)}
        options={[0, 1, 2].map((n) => ({ value: String(n), text: t('author.typos_n', { n }) }))}
        onChange={(typos) => change({ max_typos: Number(typos) })}
      />
      <FlagEdit
        at={`${at}/case_sensitive`}
        label={t('author.case_sensitive')}
        checked={textKey.case_sensitive}
        onChange={(case_sensitive) => change({ case_sensitive })}
      />
      <NumberEdit
        at={`${at}/max_length`}
        label={t('author.max_length')}
        value={textKey.max_length}
        min={1}
        max={200}
        onChange={(max_length) => change({ max_length })}
      />
      <Disclosure summary={t('author.more_marking')}>
        <div className="stack wide">
          <Rejected at={at} textKey={textKey} onChange={onChange} />
          <Keywords at={at} textKey={textKey} field="required_keywords" onChange={onChange} />
          <Keywords at={at} textKey={textKey} field="forbidden_keywords" onChange={onChange} />
        </div>
      </Disclosure>
    </div>
  )
}

function Accepted({ at, textKey, onChange }: Props) {
  const list = `${at}/accepted_answers`
  return (
    <Rows
      at={list}
      legend={t('author.accepted_answers')}
      items={textKey.accepted_answers}
      nameOf={(place) => t('author.answer_n', { n: place })}
      make={() => ({ text: '', fraction: 1 })}
      add={t('author.add_answer')}
      least={1}
      most={20}
      onChange={(accepted_answers) => onChange({ ...textKey, accepted_answers })}
    >
      {(answer, index, change) => (
        <>
          <TextEdit
            at={`${list}/${index}/text`}
            label={t('author.answer_text')}
            value={answer.text}
            most={200}
            onChange={(text) => change({ ...answer, text })}
          />
          <ShareEdit
            at={`${list}/${index}/fraction`}
            label={t('author.share_of_points')}
            value={answer.fraction}
            onChange={(fraction) => change({ ...answer, fraction })}
          />
          <OptionalTextEdit
            at={`${list}/${index}/feedback`}
            label={t('author.feedback_when_given')}
            value={answer.feedback}
            most={280}
            onChange={(feedback) => change({ ...answer, feedback })}
          />
        </>
      )}
    </Rows>
  )
}

function Rejected({ at, textKey, onChange }: Props) {
  const list = `${at}/rejected_answers`
  return (
    <Rows
      at={list}
      legend={t('author.rejected_answers')}
      items={textKey.rejected_answers}
      nameOf={(place) => t('author.answer_n', { n: place })}
      make={() => ({ text: '', feedback: '' })}
      add={t('author.add_rejected')}
      most={20}
      onChange={(rejected_answers) => onChange({ ...textKey, rejected_answers })}
    >
      {(answer, index, change) => (
        <>
          <TextEdit
            at={`${list}/${index}/text`}
            label={t('author.answer_text')}
            value={answer.text}
            most={200}
            onChange={(text) => change({ ...answer, text })}
          />
          <TextEdit
            at={`${list}/${index}/feedback`}
            label={t('author.feedback_when_given')}
            value={answer.feedback}
            most={280}
            onChange={(feedback) => change({ ...answer, feedback })}
          />
        </>
      )}
    </Rows>
  )
}

function Keywords({
  at,
  textKey,
  field,
  onChange,
}: Props & { field: 'required_keywords' | 'forbidden_keywords' }) {
  const list = `${at}/${field}`
  const isRequired = field === 'required_keywords'
  return (
    <Rows
      at={list}
      legend={isRequired ? t('author.required_keywords') : t('author.forbidden_keywords')}
      items={textKey[field]}
      nameOf={(place) => t('author.keyword_n', { n: place })}
      make={() => ''}
      add={t('author.add_keyword')}
      most={10}
      compact
      onChange={(words) => onChange({ ...textKey, [field]: words })}
    >
      {(word, index, change) => (
        <TextEdit
          at={`${list}/${index}`}
          label={t('author.keyword_n', { n: index + 1 })}
          value={word}
          most={200}
          onChange={change}
        />
      )}
    </Rows>
  )
}
