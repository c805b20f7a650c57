import type { Content } from '@waymark/questions/numeric/content.ts'
import type { ReactElement } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../words/words.ts'
import { ShareEdit, TextEdit } from '../editing/fields.tsx'
import { freshPartId } from '../editing/part-id.ts'
import { Rows } from '../editing/Rows.tsx'
import type { EditorProps } from '../editor.ts'

type Part = Pick<EditorProps<Content>, 'content' | 'onChange'>

const longestNumber = 30

/** A number with its tolerance, its units and the slips that are worth something. */
export function Editor({ content, onChange }: EditorProps<Content>): ReactElement {
  const change = (part: Partial<Content>) => onChange({ ...content, ...part })
  return (
    <div className="stack wide">
      <TextEdit
        at="/value"
        label={t('author.right_number')}
        value={content.value}
        most={longestNumber}
        onChange={(value) => change({ value })}
      />
      <TextEdit
        at="/tolerance_abs"
        label={t('author.tolerance_abs')}
        help={t('author.tolerance_abs_help')}
        value={content.tolerance_abs}
        most={longestNumber}
        onChange={(tolerance_abs) => change({ tolerance_abs })}
      />
      <TextEdit
        at="/tolerance_rel"
        label={t('author.tolerance_rel')}
        help={t('author.tolerance_rel_help')}
        value={content.tolerance_rel}
        most={longestNumber}
        onChange={(tolerance_rel) => change({ tolerance_rel })}
      />
      <Disclosure
        summary={t('author.units_and_slips')}
        open={content.units.length + content.slips.length > 0}
      >
        <div className="stack wide">
          <Units content={content} onChange={onChange} />
          <Slips content={content} onChange={onChange} />
        </div>
      </Disclosure>
    </div>
  )
}

function Units({ content, onChange }: Part) {
  return (
    <>
      <Rows
        at="/units"
        legend={t('author.units')}
        items={content.units}
        nameOf={(place) => t('author.unit_n', { n: place })}
        make={() => ({ unit: '', factor: content.units.length === 0 ? '1' : '' })}
        add={t('author.add_unit')}
        most={10}
        onChange={(units) => onChange({ ...content, units })}
      >
        {(one, index, change) => (
          <>
            <TextEdit
              at={`/units/${index}/unit`}
              label={t('author.unit_sign')}
              value={one.unit}
              most={20}
              onChange={(unit) => change({ ...one, unit })}
            />
            <TextEdit
              at={`/units/${index}/factor`}
              label={t('author.factor')}
              help={t('author.factor_help')}
              value={one.factor}
              most={longestNumber}
              onChange={(factor) => change({ ...one, factor })}
            />
          </>
        )}
      </Rows>
      {content.units.length > 0 && (
        <ShareEdit
          at="/unit_fraction"
          label={t('author.unit_fraction')}
          value={content.unit_fraction}
          onChange={(unit_fraction) => onChange({ ...content, unit_fraction })}
        />
      )}
    </>
  )
}

function Slips({ content, onChange }: Part) {
  return (
    <Rows
      at="/slips"
      legend={t('author.slips')}
      items={content.slips}
      nameOf={(place) => t('author.slip_n', { n: place })}
      make={() => ({ id: freshPartId(), value: '', fraction: 0, feedback: '' })}
      add={t('author.add_slip')}
      most={10}
      onChange={(slips) => onChange({ ...content, slips })}
    >
      {(slip, index, change) => (
        <>
          <TextEdit
            at={`/slips/${index}/value`}
            label={t('author.slip_value')}
            value={slip.value}
            most={longestNumber}
            onChange={(value) => change({ ...slip, value })}
          />
          <ShareEdit
            at={`/slips/${index}/fraction`}
            label={t('author.share_of_points')}
            value={slip.fraction}
            onChange={(fraction) => change({ ...slip, fraction })}
          />
          <TextEdit
            at={`/slips/${index}/feedback`}
            label={t('author.feedback_when_given')}
            value={slip.feedback}
            most={280}
            onChange={(feedback) => change({ ...slip, feedback })}
          />
        </>
      )}
    </Rows>
  )
}
