import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Import, importsIn } from './source/imports.ts'
import { resolve } from './source/resolve.ts'
import type { Token } from './source/token.ts'
import { tokenise } from './source/tokens.ts'

/** An import together with the file of the house it leads to, or null when it leads out of the house. */
export type Link = Import & { to: string | null }

/** One file of the repository. */
export interface HouseFile {
  path: string
  text: string
  /** Tokens of a .ts or .tsx file; of any other file none. */
  tokens: readonly Token[]
  links: readonly Link[]
}

/** The repository as the walls see it. */
export interface House {
  files: readonly HouseFile[]
  find: (path: string) => HouseFile | undefined
  /** Files whose path matches, tests and generated files included. */
  matching: (pattern: RegExp) => HouseFile[]
}

/** Builds a house from texts by path; tests build small ones with a planted fault. */
export function houseOf(texts: Readonly<Record<string, string>>): House {
  const files = Object.entries(texts).map(([path, text]) => fileOf(path, text, (to) => to in texts))
  const byPath = new Map(files.map((file) => [file.path, file]))
  return {
    files,
    find: (path) => byPath.get(path),
    matching: (pattern) => files.filter((file) => pattern.test(file.path)),
  }
}

/** Reads the files of a working tree that Git tracks or would track. */
export function readHouse(root: string): House {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const paths = listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
  return houseOf(Object.fromEntries(paths.sort().map((path) => [path, readText(join(root, path))])))
}

/** A file with a zero byte is a picture or an archive: it counts, but has no text. */
function readText(path: string): string {
  const bytes = readFileSync(path)
  return bytes.includes(0) ? '' : bytes.toString('utf8')
}

function fileOf(path: string, text: string, exists: (path: string) => boolean): HouseFile {
  const isCode = /\.[cm]?tsx?$/.test(path)
  let tokens: Token[] | undefined
  let links: Link[] | undefined
  return {
    path,
    text,
    get tokens() {
      tokens ??= isCode ? tokenise(text, path) : []
      return tokens
    },
    get links() {
      links ??= importsIn(this.tokens).map((one) => ({ ...one, to: resolve(path, one.specifier, exists) }))
      return links
    },
  }
}
