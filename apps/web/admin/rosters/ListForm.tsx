import { type ReactElement, useState } from 'react'
import { yearGroups } from '../../classes/ClassForm.tsx'
import { useSending } from '../../sending.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { ErrorLine } from '../../ui/ErrorLine.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { t } from '../../words/words.ts'
import { type PastedList, readPastedList } from './pasted-list.ts'

type Way = 'paste' | 'file'

/** What the first step hands on. */
export interface ListToRead {
  body: FormData
  createClasses: boolean
  /** Null for a file. */
  pasted: PastedList | null
}

/** The first step: a pasted list or a file. Nothing is made until the list has been looked at. */
export function ListForm({
  text,
  onText,
  onRead,
}: {
  text: string
  onText: (text: string) => void
  onRead: (list: ListToRead) => Promise<void>
}): ReactElement {
  const [way, setWay] = useState<Way>('paste')
  const { busy, error, submit } = useSending((form) => {
    const pasted = way === 'paste' ? readPastedList(text, usualOf(form)) : null
    return onRead({ body: bodyOf(form, pasted), createClasses: form.has('create_classes'), pasted })
  })
  return (
    <form className="stack" onSubmit={submit}>
      <RadioGroup
        legend={t('admin.way')}
        chosen={way}
        onChoose={(id) => setWay(id === 'file' ? 'file' : 'paste')}
        choices={[
          { id: 'paste', text: t('admin.way_paste') },
          { id: 'file', text: t('admin.way_file') },
        ]}
      />
      {way === 'paste' ? (
        <>
          <TextArea
            label={t('admin.list')}
            help={t('admin.list_help')}
            name="list"
            rows={10}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            spellCheck={false}
            required
          />
          <TextField label={t('admin.list_class')} help={t('admin.list_class_help')} name="class" />
          <SelectField label={t('admin.list_year')} name="year" options={yearGroups()} />
        </>
      ) : (
        <TextField
          label={t('admin.file')}
          help={t('admin.file_help')}
          name="file"
          type="file"
          accept=".csv,.txt,text/csv"
          required
        />
      )}
      <label className="choice">
        <input type="checkbox" name="create_classes" defaultChecked />
        <span>{t('admin.create_classes')}</span>
      </label>
      <ErrorLine text={error} />
      <Button type="submit" look="main" busy={busy}>
        {t('admin.read_list')}
      </Button>
    </form>
  )
}

const usualOf = (form: FormData) => ({
  year: String(form.get('year') ?? ''),
  className: String(form.get('class') ?? '').trim(),
})

function bodyOf(form: FormData, pasted: PastedList | null): FormData {
  const body = new FormData()
  const file = form.get('file')
  if (pasted) body.set('file', new Blob([pasted.csv], { type: 'text/csv' }), 'list.csv')
  else if (file instanceof File) body.set('file', file, file.name)
  return body
}
