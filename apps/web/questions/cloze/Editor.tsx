import type { Content, Gap } from '@waymark/questions/cloze/content.ts'
import type { ReactElement } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { ErrorAt, usePlace } from '../editing/editing.tsx'
import { PickEdit, TextEdit } from '../editing/fields.tsx'
import { OptionRows } from '../editing/OptionRows.tsx'
import { freshPartId } from '../editing/part-id.ts'
import { Rows } from '../editing/Rows.tsx'
import { TextKeyEdit } from '../editing/TextKeyEdit.tsx'
import type { EditorProps } from '../editor.ts'
import { GapText } from './GapText.tsx'
import { changeBank, changeInput, removeGap, setRightWord, withGap, wordsOf } from './gap-edits.ts'

type Part = Pick<EditorProps<Content>, 'content' | 'onChange'>

/** Running text, its gaps, and the words to choose from. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  const usesBank = content.gaps.some(({ input }) => input === 'bank')
  return (
    <div className="stack wide">
      <GapText content={content} onChange={onChange} />
      <ErrorAt at="/gaps" />
      {content.gaps.map((gap, index) => (
        <GapEdit key={gap.id} gap={gap} index={index} content={content} onChange={onChange} />
      ))}
      {usesBank && <Bank content={content} onChange={onChange} />}
    </div>
  )
}

function GapEdit({ gap, index, content, onChange }: Part & { gap: Gap; index: number }) {
  const at = `/gaps/${index}`
  const { pointer } = usePlace(at)
  const name = t('author.gap_n', { n: index + 1 })
  return (
    <fieldset className="edit-row card" data-pointer={pointer}>
      <legend className="label">{name}</legend>
      <ErrorAt at={at} />
      <ErrorAt at={`${at}/id`} />
      <PickEdit
        at={`${at}/input`}
        label={t('author.gap_input')}
        value={gap.input}
        options={[
          { value: 'typed', text: t('author.gap_typed') },
          { value: 'select', text: t('author.gap_select') },
          { value: 'bank', text: t('author.gap_bank') },
        ]}
        onChange={(input) => onChange(changeInput(content, gap, input))}
      />
      <GapKey gap={gap} at={at} content={content} onChange={onChange} />
      {content.gaps.length > 1 && (
        <Button look="quiet" onClick={() => onChange(removeGap(content, gap))}>
          {t('author.close_gap', { words: wordsOf(gap, content.bank) })}
        </Button>
      )}
    </fieldset>
  )
}

function GapKey({ gap, at, content, onChange }: Part & { gap: Gap; at: string }) {
  if (gap.input === 'typed')
    return (
      <TextKeyEdit at={at} textKey={gap} onChange={(key) => onChange(withGap(content, { ...gap, ...key }))} />
    )
  if (gap.input === 'select')
    return (
      <OptionRows
        at={`${at}/options`}
        legend={t('author.options')}
        options={gap.options}
        single
        most={8}
        longest={100}
        onChange={(options) => onChange(withGap(content, { ...gap, options }))}
      />
    )
  return (
    <PickEdit
      at={`${at}/words`}
      label={t('author.right_word')}
      value={gap.words.find(({ fraction }) => fraction === 1)?.word ?? null}
      options={content.bank.map(({ id, text }, index) => ({
        value: id,
        text: text.trim() || t('author.word_n', { n: index + 1 }),
      }))}
      onChange={(word) => onChange(setRightWord(content, gap, word))}
    />
  )
}

function Bank({ content, onChange }: Part) {
  return (
    <Rows
      at="/bank"
      legend={t('author.word_bank')}
      items={content.bank}
      nameOf={(place) => t('author.word_n', { n: place })}
      make={() => ({ id: freshPartId(), text: '' })}
      add={t('author.add_word')}
      least={2}
      most={20}
      compact
      onChange={(bank) => onChange(changeBank(content, bank))}
    >
      {(word, index, change) => (
        <TextEdit
          at={`/bank/${index}/text`}
          label={t('author.word_n', { n: index + 1 })}
          value={word.text}
          most={100}
          onChange={(text) => change({ ...word, text })}
        />
      )}
    </Rows>
  )
}
