import { XMLParser } from 'fast-xml-parser'
import { FileUnfit } from '../refusal.ts'

/** One element. Names keep their prefix ("w:p"); text nodes are plain strings among the children. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
}

const depthForTheParser = 1_000_000
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: depthForTheParser,
})

/** The part as elements, after it was seen to define nothing and to be well nested. */
export function parseXml(bytes: Buffer, maximumDepth: number): XmlElement {
  const text = decodeXml(bytes)
  checkXml(text, maximumDepth)
  let parsed: RawNode[]
  try {
    parsed = parser.parse(text) as RawNode[]
  } catch {
    throw new FileUnfit('xml_broken')
  }
  const root = parsed.map(toElement).find((node) => typeof node !== 'string')
  if (root === undefined || typeof root === 'string') throw new FileUnfit('xml_broken')
  return root
}

/** Office writes UTF-8 or UTF-16; any other encoding could hide what the check looks for. */
function decodeXml(bytes: Buffer): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : null
  const encoding = wide ?? (bytes[0] === 0 ? 'utf-16be' : bytes[1] === 0 ? 'utf-16le' : 'utf-8')
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text.slice(0, 200))?.[1]
    if (named !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(named)) {
      throw new FileUnfit('xml_broken')
    }
    return text
  } catch {
    throw new FileUnfit('xml_broken')
  }
}

/** One pass over the text before any parser sees it: no DTD, no entity of its own, bounded depth, all closed. */
function checkXml(text: string, maximumDepth: number): void {
  let depth = 0
  let at = text.indexOf('<')
  let reference = text.indexOf('&')
  while (at >= 0) {
    let end: number
    let literal = true
    if (text.startsWith('<!--', at)) end = endOf(text, '-->', at + 4)
    else if (text.startsWith('<![CDATA[', at)) end = endOf(text, ']]>', at + 9)
    else if (text.startsWith('<?', at)) end = endOf(text, '?>', at + 2)
    else if (text.startsWith('<!', at)) throw new FileUnfit('xml_entities')
    else {
      literal = false
      end = endOfTag(text, at + 1)
      if (text[at + 1] === '/') depth -= 1
      else {
        if (depth + 1 > maximumDepth) throw new FileUnfit('xml_depth')
        if (text[end - 2] !== '/') depth += 1
      }
      if (depth < 0) throw new FileUnfit('xml_broken')
    }
    // In a comment or CDATA an ampersand stands for itself; before it and in a tag it must be a known reference.
    while (reference >= 0 && reference < end) {
      if (!literal || reference < at) checkReference(text, reference)
      reference = text.indexOf('&', reference + 1)
    }
    at = text.indexOf('<', end)
  }
  if (depth !== 0) throw new FileUnfit('xml_broken')
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new FileUnfit('xml_broken')
  return at + mark.length
}

/** Past the tag's ">", which may also stand inside a quoted attribute. */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at + 1
    else if (code === 60) break
  }
  throw new FileUnfit('xml_broken')
}

const knownReference = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/iy

function checkReference(text: string, at: number): void {
  knownReference.lastIndex = at
  if (!knownReference.test(text)) throw new FileUnfit('xml_entities')
}

type RawNode = { '#text'?: string; ':@'?: Record<string, string> } & Record<string, unknown>

function toElement(raw: RawNode): XmlElement | string {
  if (raw['#text'] !== undefined) return decodeReferences(String(raw['#text']))
  const name = Object.keys(raw).find((key) => key !== ':@') ?? ''
  const attributes: Record<string, string> = {}
  for (const [key, value] of Object.entries(raw[':@'] ?? {}))
    attributes[key] = decodeReferences(String(value))
  return { name, attributes, children: (raw[name] as RawNode[]).map(toElement) }
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return references[body.toLowerCase()] ?? whole
    const code = body[1]?.toLowerCase() === 'x' ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The children that are elements, of one name when it is given. */
export function elements(parent: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const child of parent?.children ?? []) {
    if (typeof child !== 'string' && (name === undefined || child.name === name)) found.push(child)
  }
  return found
}

/** The element at the end of a path of names below `parent`, the first of each name. */
export function descend(parent: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let here = parent
  for (const name of names) here = elements(here, name)[0]
  return here
}

/** Every element of that name below `parent`, in order, not looking inside those found. */
export function findAll(parent: XmlElement | undefined, name: string): XmlElement[] {
  return elements(parent).flatMap((child) => (child.name === name ? [child] : findAll(child, name)))
}

/** All text below the element. */
export function innerText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : innerText(child)))
    .join('')
}

/** An attribute as a number, or `undefined` when it is absent or no number. */
export function numberOf(element: XmlElement | undefined, attribute: string): number | undefined {
  const value = element?.attributes[attribute]
  const number = value === undefined || value === '' ? Number.NaN : Number(value)
  return Number.isFinite(number) ? number : undefined
}
