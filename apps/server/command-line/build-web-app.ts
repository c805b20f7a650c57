import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandFault, sayProgress } from './speech.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const web = path.join(root, 'apps/web')
const built = path.join(web, 'dist/index.html')
const sources = [web, path.join(root, 'packages/questions'), path.join(root, 'packages/contract')]
const passedOver = new Set(['dist', 'node_modules'])

/** Builds the web app when it was never built, or when a source file is newer than the build. */
export function buildWebApp(): void {
  const since = existsSync(built) ? statSync(built).mtimeMs : 0
  if (since > 0 && !sources.some((folder) => hasNewer(folder, since))) return
  sayProgress('Building the web app …')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', web, '--logLevel', 'error'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new CommandFault(`The web app could not be built:\n${stderr}`)
}

function hasNewer(folder: string, since: number): boolean {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (passedOver.has(entry.name)) return false
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? hasNewer(place, since) : statSync(place).mtimeMs > since
  })
}
