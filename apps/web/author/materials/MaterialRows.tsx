import type { ReactElement } from 'react'
import { Rows as EditRows } from '../../questions/editing/Rows.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { blankRow, type FieldShape, fieldsOf, type ListName, type Row } from './lists.ts'
import { fieldName } from './row-names.ts'

const most = 300

/** The items of one list of material, each with its fields. */
export function MaterialRows({
  list,
  rows,
  onChange,
}: {
  list: ListName
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
}): ReactElement {
  return (
    <div className="stack wide">
      {rows.length === 0 && <p className="muted">{t('author.list_is_empty')}</p>}
      <EditRows
        at={`/${list}`}
        legend={t(`author.list_${list}`)}
        items={rows}
        nameOf={(place) => t('author.found_n', { list: t(`author.list_${list}`), n: place })}
        make={() => blankRow(list)}
        add={t(`author.add_to_${list}`)}
        most={most}
        onChange={onChange}
      >
        {(row, _index, change) =>
          fieldsOf[list].map((field) => (
            <Field
              key={field.name}
              field={field}
              label={fieldName(list, field.name)}
              value={row.fields[field.name] ?? ''}
              onChange={(value) => change({ ...row, fields: { ...row.fields, [field.name]: value } })}
            />
          ))
        }
      </EditRows>
    </div>
  )
}

function Field({
  field,
  label,
  value,
  onChange,
}: {
  field: FieldShape
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const own = { label, value, maxLength: field.most }
  if (field.form === 'line')
    return <TextField {...own} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
  return (
    <TextArea
      {...own}
      rows={field.form === 'area' ? 2 : 4}
      help={field.form === 'lines' ? t('author.one_to_a_line') : undefined}
      spellCheck={field.form !== 'code'}
      {...(field.form === 'code' && { dir: 'ltr', className: 'input mono' })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
