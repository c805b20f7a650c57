import { readFile, stat } from 'node:fs/promises'
import type { BlockDocument } from './blocks.ts'
import { extract } from './extract/extract.ts'
import { readDocx } from './formats/docx/read-docx.ts'
import { openOfficePackage } from './formats/office-package.ts'
import { readPdf } from './formats/pdf/read-pdf.ts'
import { type StoredPictures, storePictures } from './formats/pictures.ts'
import { readPptx } from './formats/pptx/read-pptx.ts'
import { openArchive } from './guard/archive.ts'
import { checkFirstBytes, kindOfName } from './guard/first-bytes.ts'
import type { ReadingLimits } from './limits.ts'
import type { DocumentKind, DocumentReading, DocumentRefusal } from './reading.ts'
import { FileUnfit, refuse } from './refusal.ts'

export interface FileToRead {
  path: string
  /** The name the teacher gave it; decides the kind and stands in every sentence. */
  filename: string
  /** An existing private folder that receives the pictures. */
  pictures_folder: string
}

/** Reads one file in this process: checks, blocks, extraction. The parent runs it in a closed child. */
export async function readFileHere(
  file: FileToRead,
  limits: ReadingLimits,
): Promise<DocumentReading | DocumentRefusal> {
  try {
    const kind = kindOfName(file.filename)
    if ((await stat(file.path)).size > limits.file_bytes) throw new FileUnfit('too_large')
    await checkFirstBytes(file.path, kind)
    const { document, pictures } =
      kind === 'pdf' ? await readAsPdf(file, limits) : await readAsOffice(file, kind, limits)
    return {
      status: 'ready',
      kind,
      ...extract(document.blocks, file.filename, pictures.bySource),
      notices: [...document.notices, ...pictures.notices],
    }
  } catch (fault) {
    if (fault instanceof FileUnfit) return refuse(fault.reason, file.filename, limits)
    throw fault
  }
}

interface ReadParts {
  document: BlockDocument
  pictures: StoredPictures
}

async function readAsPdf(file: FileToRead, limits: ReadingLimits): Promise<ReadParts> {
  return await readPdf(await readFile(file.path), file.pictures_folder, limits)
}

async function readAsOffice(
  file: FileToRead,
  kind: Exclude<DocumentKind, 'pdf'>,
  limits: ReadingLimits,
): Promise<ReadParts> {
  const archive = await openArchive(file.path, limits)
  try {
    const office = await openOfficePackage(archive, kind, limits.xml_depth)
    const document = kind === 'docx' ? await readDocx(office) : await readPptx(office)
    const pictures = await storePictures(document.blocks, archive.read, file.pictures_folder, limits)
    return { document, pictures }
  } finally {
    archive.close()
  }
}
