import type { House } from '../house.ts'

/** A table as the migrations make it. */
export interface Table {
  name: string
  path: string
  line: number
  /** Column definitions and constraints, as written. */
  parts: string[]
}

export interface Schema {
  /** Migrations read. */
  files: number
  tables: Table[]
  /** All statements in one text, without comments and without the bodies of functions. */
  sql: string
}

const createTable = /create table (?:if not exists )?"?(\w+)"?\s*\(/gi

/** Reads the tables from the text of the migrations. Partitions follow their parent and are left aside. */
export function schemaOf(house: House): Schema {
  const files = house.matching(/^apps\/server\/migrations\/.*\.sql$/)
  const plain = files.map(({ path, text }) => ({ path, text: withoutCommentsAndBodies(text) }))
  const tables = plain.flatMap(({ path, text }) =>
    [...text.matchAll(createTable)].map((found) => ({
      name: (found[1] as string).toLowerCase(),
      path,
      line: text.slice(0, found.index).split('\n').length,
      parts: partsFrom(text, found.index + found[0].length),
    })),
  )
  return {
    files: files.length,
    tables,
    sql: plain
      .map(({ text }) => text)
      .join('\n')
      .toLowerCase(),
  }
}

/** Line breaks stay, so that lines keep their numbers. */
function withoutCommentsAndBodies(text: string): string {
  const blank = (part: string) => part.replaceAll(/[^\n]/g, ' ')
  return text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1/g, blank)
}

/** The comma-separated parts up to the parenthesis that closes the table. */
function partsFrom(text: string, from: number): string[] {
  const parts: string[] = []
  let depth = 0
  let start = from
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if ((character === ',' && depth === 0) || depth < 0) {
      parts.push(text.slice(start, at).trim().replaceAll(/\s+/g, ' '))
      start = at + 1
    }
    if (depth < 0) break
  }
  return parts
}
