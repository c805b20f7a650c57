import type { Archive } from '../guard/archive.ts'
import { elements, parseXml, type XmlElement } from '../guard/xml.ts'
import { FileUnfit } from '../refusal.ts'

/** A .docx or .pptx as its parts and the relationships between them. */
export interface OfficePackage {
  /** Name of the main part, "word/document.xml" or "ppt/presentation.xml". */
  mainPart: string
  /** `null` when the part is absent. */
  readXml(part: string): Promise<XmlElement | null>
  readBytes(part: string): Promise<Buffer | null>
  /** What a part points to by relationship id; targets outside the file are left out. */
  relationsOf(part: string): Promise<Map<string, Relation>>
  notices: string[]
}

export interface Relation {
  /** The last word of the relationship's type: "image", "slide", "notesSlide". */
  type: string
  part: string
}

type OfficeKind = 'docx' | 'pptx'

const mainTypes: Readonly<Record<string, OfficeKind | 'macros' | undefined>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml': 'pptx',
  'application/vnd.ms-word.document.macroEnabled.main+xml': 'macros',
  'application/vnd.ms-word.template.macroEnabledTemplate.main+xml': 'macros',
  'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml': 'macros',
  'application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml': 'macros',
  'application/vnd.ms-powerpoint.template.macroEnabled.main+xml': 'macros',
}

/** Opens the package after its main part was seen to be what the file's name claims, without macros. */
export async function openOfficePackage(
  archive: Archive,
  kind: OfficeKind,
  maximumDepth: number,
): Promise<OfficePackage> {
  const readXml = async (part: string) => {
    const bytes = await archive.read(part)
    return bytes === null ? null : parseXml(bytes, maximumDepth)
  }
  const relationsOf = async (part: string) => relations(part, await readXml(relationsPart(part)))

  const types = await readXml('[Content_Types].xml')
  const mainPart = [...(await relationsOf('')).values()].find(({ type }) => type === 'officeDocument')?.part
  if (types === null || mainPart === undefined || !archive.has(mainPart)) throw new FileUnfit('other_content')
  const found = mainTypes[contentType(types, mainPart) ?? '']
  if (found === 'macros' || hasMacros(types, archive.names)) throw new FileUnfit('macros')
  if (found !== kind) throw new FileUnfit('other_office')

  return {
    mainPart,
    readXml,
    readBytes: archive.read,
    relationsOf,
    notices: embeddedNotices(archive.names),
  }
}

function contentType(types: XmlElement, part: string): string | undefined {
  const override = elements(types, 'Override').find(({ attributes }) => attributes.PartName === `/${part}`)
  if (override !== undefined) return override.attributes.ContentType
  const ending = part.split('.').at(-1)?.toLowerCase()
  return elements(types, 'Default').find(({ attributes }) => attributes.Extension?.toLowerCase() === ending)
    ?.attributes.ContentType
}

function hasMacros(types: XmlElement, names: string[]): boolean {
  const isMacro = (text: string) => /vbaProject|vbaData|macroEnabled/i.test(text)
  return (
    names.some((name) => /(^|\/)(vbaProject\.bin|vbaData\.xml)$/i.test(name)) ||
    elements(types).some(({ attributes }) => isMacro(attributes.ContentType ?? ''))
  )
}

function embeddedNotices(names: string[]): string[] {
  const embedded = names.filter(
    (name) => /(^|\/)embeddings\//.test(name) || /\.(zip|rar|7z|gz|exe)$/i.test(name),
  )
  if (embedded.length === 0) return []
  return [
    embedded.length === 1
      ? '1 file inside the document was not opened.'
      : `${embedded.length} files inside the document were not opened.`,
  ]
}

/** "word/document.xml" keeps its relationships in "word/_rels/document.xml.rels"; the package in "_rels/.rels". */
function relationsPart(part: string): string {
  const cut = part.lastIndexOf('/') + 1
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`
}

function relations(part: string, xml: XmlElement | null): Map<string, Relation> {
  const found = new Map<string, Relation>()
  for (const { attributes } of elements(xml ?? undefined, 'Relationship')) {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes
    if (id === undefined || type === undefined || target === undefined || mode === 'External') continue
    const resolved = resolvePart(part, target)
    if (resolved !== null) found.set(id, { type: type.split('/').at(-1) ?? '', part: resolved })
  }
  return found
}

/** A target is relative to the folder of its part; `null` when it points out of the package. */
function resolvePart(part: string, target: string): string | null {
  const start = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  const path = [...start]
  for (const step of target.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') path.push(step)
    else if (path.pop() === undefined) return null
  }
  return path.join('/')
}
