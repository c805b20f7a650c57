import type { Content } from '@waymark/questions/matching/content.ts'
import type { ReactElement } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../words/words.ts'
import { ErrorAt } from '../editing/editing.tsx'
import { FlagEdit, OptionalTextEdit, PickEdit, TextEdit } from '../editing/fields.tsx'
import { freshPartId } from '../editing/part-id.ts'
import { Rows } from '../editing/Rows.tsx'
import type { EditorProps } from '../editor.ts'
import { changeLeft, changeRight, setPartner } from './key-edits.ts'

type Part = Pick<EditorProps<Content>, 'content' | 'onChange'>

/** Items on the left, each with its right partner among the items on the right. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  return (
    <div className="stack wide">
      <RightItems content={content} onChange={onChange} />
      <ErrorAt at="/correct_pairs" />
      <LeftItems content={content} onChange={onChange} />
      <FlagEdit
        at="/reuse_right"
        label={t('author.reuse_right')}
        checked={content.reuse_right}
        onChange={(reuse_right) => onChange({ ...content, reuse_right })}
      />
      <Disclosure summary={t('author.other_pairs')} open={content.other_pairs.length > 0}>
        <OtherPairs content={content} onChange={onChange} />
      </Disclosure>
    </div>
  )
}

function RightItems({ content, onChange }: Part) {
  return (
    <Rows
      at="/right_items"
      legend={t('author.right_items')}
      items={content.right_items}
      nameOf={(place) => t('author.right_item_n', { n: place })}
      make={() => ({ id: freshPartId(), text: '' })}
      add={t('author.add_right_item')}
      least={2}
      most={10}
      compact
      onChange={(items) => onChange(changeRight(content, items))}
    >
      {(item, index, change) => (
        <TextEdit
          at={`/right_items/${index}/text`}
          label={t('author.right_item_n', { n: index + 1 })}
          value={item.text}
          most={300}
          onChange={(text) => change({ ...item, text })}
        />
      )}
    </Rows>
  )
}

function LeftItems({ content, onChange }: Part) {
  const partners = namesOf(content.right_items)
  return (
    <Rows
      at="/left_items"
      legend={t('author.left_items')}
      items={content.left_items}
      nameOf={(place) => t('author.left_item_n', { n: place })}
      make={() => ({ id: freshPartId(), text: '' })}
      add={t('author.add_left_item')}
      least={2}
      most={8}
      onChange={(items) => onChange(changeLeft(content, items))}
    >
      {(item, index, change) => (
        <>
          <TextEdit
            at={`/left_items/${index}/text`}
            label={t('author.item_text')}
            value={item.text}
            most={300}
            onChange={(text) => change({ ...item, text })}
          />
          <PickEdit
            at={`/left_items/${index}/partner`}
            label={t('author.right_partner')}
            value={content.correct_pairs.find(({ left }) => left === item.id)?.right ?? null}
            options={partners}
            onChange={(right) => onChange(setPartner(content, item.id, right))}
          />
        </>
      )}
    </Rows>
  )
}

/** Pairs that show a known way of thinking, with what is said about them. */
function OtherPairs({ content, onChange }: Part) {
  const lefts = namesOf(content.left_items)
  const rights = namesOf(content.right_items)
  return (
    <Rows
      at="/other_pairs"
      legend={t('author.other_pairs_about')}
      items={content.other_pairs}
      nameOf={(place) => t('author.pair_n', { n: place })}
      make={() => ({ left: '', right: '' })}
      add={t('author.add_pair')}
      most={40}
      onChange={(other_pairs) => onChange({ ...content, other_pairs })}
    >
      {(pair, index, change) => (
        <>
          <PickEdit
            at={`/other_pairs/${index}/left`}
            label={t('author.left_item')}
            value={pair.left}
            options={lefts}
            onChange={(left) => change({ ...pair, left })}
          />
          <PickEdit
            at={`/other_pairs/${index}/right`}
            label={t('author.right_item')}
            value={pair.right}
            options={rights}
            onChange={(right) => change({ ...pair, right })}
          />
          <OptionalTextEdit
            at={`/other_pairs/${index}/feedback`}
            label={t('author.feedback_when_given')}
            value={pair.feedback}
            most={280}
            onChange={(feedback) => change({ ...pair, feedback })}
          />
        </>
      )}
    </Rows>
  )
}

/** A pick-list of items; one without text yet is named by its place. */
function namesOf(items: readonly { id: string; text: string }[]) {
  return items.map(({ id, text }, index) => ({
    value: id,
    text: text.trim() || t('author.item_n', { n: index + 1 }),
  }))
}
