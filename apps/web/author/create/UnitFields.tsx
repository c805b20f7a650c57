import type { ReactElement } from 'react'
import type { Input } from '../../api.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'

const yearGroups = Array.from({ length: 13 }, (_, index) => String(index + 1))
const halfTerms = Array.from({ length: 6 }, (_, index) => String(index + 1))

/** The fields of a unit inside a form. */
export function UnitFields(): ReactElement {
  return (
    <>
      <TextField label={t('author.unit_title')} name="title" maxLength={200} required autoComplete="off" />
      <TextField label={t('author.subject')} name="subject" maxLength={100} required autoComplete="off" />
      <SelectField
        label={t('author.year_group')}
        name="year_group"
        defaultValue="7"
        options={yearGroups.map((value) => ({ value, text: value }))}
      />
      <Disclosure summary={t('author.more_about_unit')}>
        <div className="stack wide">
          <SelectField
            label={t('author.half_term')}
            name="half_term"
            options={[
              { value: '', text: t('author.not_said') },
              ...halfTerms.map((value) => ({ value, text: value })),
            ]}
          />
          <TextField
            label={t('author.academic_year')}
            help={t('author.academic_year_help')}
            name="academic_year"
            pattern="[0-9]{4}-[0-9]{2}"
            autoComplete="off"
          />
          <TextField
            label={t('author.unit_minutes')}
            name="duration_minutes"
            type="number"
            min={1}
            max={1000}
          />
        </div>
      </Disclosure>
    </>
  )
}

/** What stands in the fields of a unit; blank ones are not said. */
export function unitIn(form: FormData): Input<'createUnit'>['body'] {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const count = (name: string) => (text(name) === '' ? null : Number(text(name)))
  return {
    title: text('title'),
    subject: text('subject'),
    year_group: Number(text('year_group')),
    half_term: count('half_term'),
    academic_year: text('academic_year') || null,
    duration_minutes: count('duration_minutes'),
  }
}
