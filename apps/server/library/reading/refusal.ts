import type { DocumentRefusal, DocumentRefusalCode } from './reading.ts'

interface Cause {
  code: DocumentRefusalCode
  /** What follows the file's name. */
  says: string
}

/** Every reason a file is not read: one closed table, one sentence each. */
export const causes = {
  extension: {
    code: 'unsupported_type',
    says: 'is not a kind of file that can be read. Upload a .docx, .pptx or .pdf file.',
  },
  macro_extension: {
    code: 'unsupported_type',
    says: 'can carry macros. Save a copy as .docx or .pptx and upload that.',
  },
  macros: {
    code: 'unsupported_type',
    says: 'contains macros. Save a copy without macros as .docx or .pptx and upload that.',
  },
  empty: { code: 'type_mismatch', says: 'is empty. Upload it again.' },
  other_content: {
    code: 'type_mismatch',
    says: 'holds something other than its name says. Save it again from the program that made it.',
  },
  program: {
    code: 'type_mismatch',
    says: 'is a program, not a lesson file. It was not opened.',
  },
  old_office: {
    code: 'type_mismatch',
    says: 'is in an older Office format. Open it in Office, save it as .docx or .pptx and upload that.',
  },
  other_office: {
    code: 'type_mismatch',
    says: 'is another kind of Office file than its name says. Save it again with the ending that fits.',
  },
  two_kinds: {
    code: 'type_mismatch',
    says: 'is two kinds of file in one. Save it again from the program that made it.',
  },
  too_large: { code: 'too_large', says: 'is larger than {megabytes} MB. Split it or shrink its pictures.' },
  too_much_work: {
    code: 'too_large',
    says: 'needs more time or memory than a lesson file may use. Split it into smaller files.',
  },
  archive_broken: {
    code: 'malformed',
    says: 'is damaged and cannot be opened. Save it again and upload the new copy.',
  },
  archive_entries: {
    code: 'archive_unsafe',
    says: 'has too many parts inside. Save it again as a new file.',
  },
  archive_size: {
    code: 'archive_unsafe',
    says: 'unpacks to far more than a lesson file needs. It was not opened.',
  },
  archive_ratio: {
    code: 'archive_unsafe',
    says: 'is packed far more tightly than a lesson file is. It was not opened.',
  },
  archive_names: {
    code: 'archive_unsafe',
    says: 'has parts with unsafe names inside. It was not opened.',
  },
  archive_doubled: {
    code: 'archive_unsafe',
    says: 'has two parts with the same name inside. It was not opened.',
  },
  archive_overlap: {
    code: 'archive_unsafe',
    says: 'has parts that overlap inside. It was not opened.',
  },
  archive_lies: {
    code: 'archive_unsafe',
    says: 'has parts that are not the size they claim. It was not opened.',
  },
  xml_broken: {
    code: 'malformed',
    says: 'has damaged text inside. Save it again and upload the new copy.',
  },
  xml_entities: {
    code: 'malformed',
    says: 'defines its own text entities, which lesson files never do. It was not read.',
  },
  xml_depth: {
    code: 'malformed',
    says: 'is nested deeper than a lesson file ever is. It was not read.',
  },
  pdf_broken: {
    code: 'malformed',
    says: 'is a damaged PDF. Save it as PDF again and upload the new copy.',
  },
  pdf_pages: { code: 'malformed', says: 'has more than {pages} pages. Split it into smaller files.' },
  pdf_unpacked: {
    code: 'malformed',
    says: 'unpacks to far more than a lesson file needs. It was not read.',
  },
  unreadable: {
    code: 'malformed',
    says: 'could not be read. Save it again from the program that made it.',
  },
  password: { code: 'encrypted', says: 'has a password. Save a copy without a password.' },
  pictures_only: {
    code: 'no_text',
    says: 'has no text: these pages are pictures. Upload the slides or a text copy.',
  },
} as const satisfies Record<string, Cause>

export type RefusalCause = keyof typeof causes

/** Thrown anywhere inside the reader; becomes a `DocumentRefusal` at its door. */
export class FileUnfit extends Error {
  readonly reason: RefusalCause

  constructor(reason: RefusalCause) {
    super(reason)
    this.reason = reason
  }
}

/** The sentence for the teacher: the file's name, then the cause. */
export function refuse(
  reason: RefusalCause,
  filename: string,
  limits: { file_bytes: number; pdf_pages: number },
): DocumentRefusal {
  const { code, says } = causes[reason]
  const sentence = says
    .replace('{megabytes}', String(Math.floor(limits.file_bytes / (1024 * 1024))))
    .replace('{pages}', String(limits.pdf_pages))
  return { status: 'refused', code, message: `“${shownName(filename)}” ${sentence}` }
}

/** A file name fit for a sentence: no folders, no control or direction-changing characters, at most 80 long. */
export function shownName(filename: string): string {
  const base = filename.split(/[\\/]/).at(-1) ?? ''
  const clean = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean || 'This file'
}
