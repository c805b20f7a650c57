import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GeneratedFile } from './gen/file.ts'
import { generateKinds } from './gen/kinds.ts'
import { generatePaths } from './gen/paths.ts'
import { generateTables } from './gen/tables.ts'

/**
 * `npm run gen`: writes every generated file; with `--check` writes nothing and names the stale ones.
 * References import the rooms, which import generated lists: they come last, from a fresh import.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const check = process.argv.includes('--check')
const say = (line: string) => process.stdout.write(`${line}\n`)

function settle(files: readonly GeneratedFile[]): string[] {
  const stale: string[] = []
  for (const file of files) {
    const target = path.join(root, file.path)
    if (existsSync(target) && readFileSync(target, 'utf8') === file.text) continue
    stale.push(file.path)
    if (check) continue
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.text)
  }
  return stale
}

const lists = [...generateKinds(root), ...(await generateTables()), ...generatePaths()]
const stale = settle(lists)
const { generateReferences } = await import('./gen/references.ts')
const references = generateReferences()
stale.push(...settle(references))

const count = lists.length + references.length
if (stale.length === 0) say(`${count} generated files are fresh.`)
else if (!check) say(`Wrote ${stale.join(', ')}.`)
else {
  say(`Stale: ${stale.join(', ')}. Run "npm run gen".`)
  process.exitCode = 1
}
