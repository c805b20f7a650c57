import { posix } from 'node:path'

const workspaces: Readonly<Record<string, string>> = {
  science: 'packages/science',
  questions: 'packages/questions',
  contract: 'packages/contract',
  interop: 'packages/interop',
  client: 'packages/client',
  server: 'apps/server',
  web: 'apps/web',
}

/** The path of the file an import leads to; null for npm packages, Node's modules and missing files. */
export function resolve(from: string, specifier: string, exists: (path: string) => boolean): string | null {
  const base = baseOf(from, specifier)
  if (base === null) return null
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`]
  return candidates.find(exists) ?? null
}

function baseOf(from: string, specifier: string): string | null {
  if (/^\.\.?(\/|$)/.test(specifier)) return posix.join(posix.dirname(from), specifier)
  const [, name, rest] = /^@waymark\/([^/]+)\/(.+)$/.exec(specifier) ?? []
  const folder = name && workspaces[name]
  return folder && rest ? `${folder}/${rest}` : null
}

/** The npm package or Node module an import names; null for files of the house. */
export function packageOf(specifier: string): string | null {
  if (/^[./]|^$/.test(specifier) || specifier.startsWith('@waymark/')) return null
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
