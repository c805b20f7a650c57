import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, Problem, type Reply } from '../../api.ts'
import { useAnnounce } from '../../ui/Live.tsx'
import { t } from '../../words/words.ts'
import { keys } from '../asking.ts'
import { useAct } from '../use-act.ts'

export type UploadedFile = Reply<'uploadDocuments'>['documents'][number]

/** Sends files to a unit; `sending` are those on their way. Files refused at once are told by `onRefused`. */
export function useUpload(unitId: string, onRefused: (refused: readonly UploadedFile[]) => void) {
  const client = useQueryClient()
  const announce = useAnnounce()
  const [sending, setSending] = useState<readonly File[]>([])
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
  return { uploading, sending }
}

function sendFiles(unitId: string, files: readonly File[]) {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  return call('uploadDocuments', { params: { unit_id: unitId } }, { form })
}

/** When every file is refused the request is; each file still has its own sentence. */
function refusedEntries(error: unknown): UploadedFile[] | null {
  const documents = error instanceof Problem ? error.details.documents : null
  return Array.isArray(documents) ? (documents as UploadedFile[]) : null
}
