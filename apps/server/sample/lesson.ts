import { readFileSync } from 'node:fs'
import type { House } from '../house.ts'
import { settle } from '../platform/settle.ts'
import { academicYear } from './school.ts'
import type { Visitor } from './visitor.ts'

const files = [
  'lesson-1-computer-systems.pptx',
  'lesson-3-binary-numbers.docx',
  'glossary-computer-systems.docx',
]

/** The computing unit from its genuine files, read as a teacher's upload is read. */
export async function makeUnit(house: House, teacher: Visitor): Promise<string> {
  const unit = await teacher.call('createUnit', {
    body: {
      title: 'Computer systems and binary',
      subject: 'Computing',
      year_group: 8,
      half_term: 1,
      academic_year: academicYear,
      duration_minutes: 180,
    },
  })
  const form = new FormData()
  for (const name of files)
    form.append('file', new Blob([readFileSync(new URL(`files/${name}`, import.meta.url))]), name)
  const encoded = new Response(form)
  await teacher.call('uploadDocuments', {
    params: { unit_id: unit.id },
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  await settle(house)
  const { documents } = await teacher.call('getUnit', { params: { unit_id: unit.id } })
  const unread = documents.filter(({ status }) => status !== 'ready')
  if (unread.length > 0 || documents.length !== files.length)
    throw new Error(
      `The sample lesson could not be read: ${unread.map(({ error }) => error?.message).join(' ')}`,
    )
  return unit.id
}
