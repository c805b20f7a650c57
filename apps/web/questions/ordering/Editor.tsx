import type { Content } from '@waymark/questions/ordering/content.ts'
import type { ReactElement } from 'react'
import { t } from '../../words/words.ts'
import { FlagEdit, NumberEdit, PickEdit, TextEdit } from '../editing/fields.tsx'
import { freshPartId } from '../editing/part-id.ts'
import { Rows } from '../editing/Rows.tsx'
import type { EditorProps } from '../editor.ts'

type Items = Content['items']

/** Items in their right order. With ties, each has its own place and equal places may be swapped. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  const change = (part: Partial<Content>) => onChange({ ...content, ...part })
  const setItems = (items: Items) => change({ items: content.allow_ties ? items : numbered(items) })
  const allowTies = (allow_ties: boolean) =>
    change({ allow_ties, items: allow_ties ? content.items : numbered(inOrder(content.items)) })
  return (
    <div className="stack wide">
      <Rows
        at="/items"
        legend={content.allow_ties ? t('author.items_with_places') : t('author.items_in_order')}
        items={content.allow_ties ? content.items : inOrder(content.items)}
        nameOf={(place) => t('author.item_n', { n: place })}
        make={() => ({ id: freshPartId(), text: '', correct_position: content.items.length + 1 })}
        add={t('author.add_item')}
        least={2}
        most={8}
        movable={!content.allow_ties}
        onChange={setItems}
      >
        {(item, _index, changeItem) => (
          <ItemFields
            // The place in the stored list, which need not be the one on the screen.
            at={`/items/${content.items.indexOf(item)}`}
            item={item}
            hasPlace={content.allow_ties}
            onChange={changeItem}
          />
        )}
      </Rows>
      <FlagEdit
        at="/allow_ties"
        label={t('author.allow_ties')}
        checked={content.allow_ties}
        onChange={allowTies}
      />
      <PickEdit
        at="/scheme"
        label={t('author.scheme')}
        value={content.scheme}
        options={[
          { value: 'longest_sequence', text: t('author.scheme_longest_sequence') },
          { value: 'exact_position', text: t('author.scheme_exact_position') },
          { value: 'pairs', text: t('author.scheme_pairs') },
        ]}
        onChange={(scheme) => change({ scheme })}
      />
    </div>
  )
}

function ItemFields({
  at,
  item,
  hasPlace,
  onChange,
}: {
  at: string
  item: Items[number]
  hasPlace: boolean
  onChange: (item: Items[number]) => void
}) {
  return (
    <>
      <TextEdit
        at={`${at}/text`}
        label={t('author.item_text')}
        value={item.text}
        most={300}
        onChange={(text) => onChange({ ...item, text })}
      />
      {hasPlace && (
        <NumberEdit
          at={`${at}/correct_position`}
          label={t('author.right_place')}
          value={item.correct_position}
          min={1}
          max={8}
          onChange={(correct_position) => onChange({ ...item, correct_position })}
        />
      )}
    </>
  )
}

const inOrder = (items: Items): Items => items.toSorted((a, b) => a.correct_position - b.correct_position)
const numbered = (items: Items): Items =>
  items.map((item, index) => ({ ...item, correct_position: index + 1 }))
