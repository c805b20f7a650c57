import type { Content } from '@waymark/questions/multiple-select/content.ts'
import type { ReactElement } from 'react'
import { t } from '../../words/words.ts'
import { FlagEdit, NumberEdit, PickEdit } from '../editing/fields.tsx'
import { OptionRows } from '../editing/OptionRows.tsx'
import type { EditorProps } from '../editor.ts'

/** Several right options, how many may be chosen, and how part of them counts. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  const change = (part: Partial<Content>) => onChange({ ...content, ...part })
  const { max_selections } = content
  return (
    <div className="stack wide">
      <OptionRows
        at="/options"
        legend={t('author.options')}
        options={content.options}
        single={false}
        most={6}
        longest={500}
        onChange={(options) => change({ options })}
      />
      <NumberEdit
        at="/min_selections"
        label={t('author.min_selections')}
        value={content.min_selections}
        min={0}
        max={8}
        onChange={(min_selections) => change({ min_selections })}
      />
      <FlagEdit
        at="/max_selections"
        label={t('author.limit_selections')}
        checked={max_selections !== null}
        onChange={(limited) => change({ max_selections: limited ? content.options.length : null })}
      />
      {max_selections !== null && (
        <NumberEdit
          at="/max_selections"
          label={t('author.max_selections')}
          value={max_selections}
          min={1}
          max={8}
          onChange={(most) => change({ max_selections: most })}
        />
      )}
      <PickEdit
        at="/scheme"
        label={t('author.scheme')}
        value={content.scheme}
        options={[
          { value: 'net_correct', text: t('author.scheme_net_correct') },
          { value: 'coverage', text: t('author.scheme_coverage') },
          { value: 'each_answer', text: t('author.scheme_each_answer') },
          { value: 'all_or_nothing', text: t('author.scheme_all_or_nothing') },
        ]}
        onChange={(scheme) => change({ scheme })}
      />
    </div>
  )
}
