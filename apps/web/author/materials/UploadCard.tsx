import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, type ReactElement, useRef, useState } from 'react'
import { call, Problem, type Reply } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { useAnnounce } from '../../ui/Live.tsx'
import { t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import { Refusal } from '../Refusal.tsx'
import { useAct } from '../use-act.ts'
import { sizeText } from './size-text.ts'

type Entry = Reply<'uploadDocuments'>['documents'][number]

const accepted = '.docx,.pptx,.pdf'

/** Sends lesson files. Choosing them by the button or dropping them here is the same. */
export function UploadCard({
  unitId,
  onRefused,
}: {
  unitId: string
  onRefused: (refused: readonly Entry[]) => void
}): ReactElement {
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly File[]>([])
  const [over, setOver] = useState(false)
  const announce = useAnnounce()
  const uploading = useAct(async (files: readonly File[]) => {
    setSending(files)
    onRefused([])
    try {
      const { documents } = await sendFiles(unitId, files)
      onRefused(documents.filter(({ id, status }) => id === null && status === 'refused'))
      announce(t('author.files_sent', { n: files.length }))
    } catch (error) {
      const entries = refusedEntries(error)
      if (!entries) throw error
      onRefused(entries)
    } finally {
      setSending([])
      await client.invalidateQueries({ queryKey: keys.unit(unitId) })
    }
  })
  const take = (files: FileList | null) => {
    if (files && files.length > 0) void uploading.run([...files])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
    <section
      className="card drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t('author.upload')}</h2>
      <p>{t('author.upload_about')}</p>
      <input
        ref={input}
        hidden
        type="file"
        multiple
        accept={accepted}
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <Button busy={uploading.busy} onClick={() => input.current?.click()}>
        {t('author.choose_files')}
      </Button>
      {sending.length > 0 && (
        <p role="status">{t('author.sending', { n: sending.length, size: sizeText(sending) })}</p>
      )}
      {uploading.error !== null && <Refusal error={uploading.error} />}
    </section>
  )
}

function sendFiles(unitId: string, files: readonly File[]) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return call('uploadDocuments', { params: { unit_id: unitId } }, { form })
}

/** When every file is refused the request is; each file still has its own sentence. */
function refusedEntries(error: unknown): Entry[] | null {
  const documents = error instanceof Problem ? error.details.documents : null
  return Array.isArray(documents) ? (documents as Entry[]) : null
}
