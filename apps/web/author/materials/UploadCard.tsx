import { type DragEvent, type ReactElement, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words/words.ts'
import { Refusal } from '../Refusal.tsx'
import { sizeText } from './size-text.ts'
import { type UploadedFile, useUpload } from './use-upload.ts'

const accepted = '.docx,.pptx,.pdf'

/** Sends lesson files. Choosing them by the button or dropping them here is the same. */
export function UploadCard({
  unitId,
  onRefused,
}: {
  unitId: string
  onRefused: (refused: readonly UploadedFile[]) => void
}): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { uploading, sending } = useUpload(unitId, onRefused)
  const take = (files: FileList | null) => {
    if (files && files.length > 0) void uploading.run([...files])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
    <section
      className="card drop"
      data-over={over || undefined}
      onDragOver={hover}
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
