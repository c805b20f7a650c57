import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints } from '@waymark/contract/endpoints.ts'
import { permissions, type Role } from '@waymark/contract/permissions.ts'
import { z } from 'zod'
import { settings } from '../config.ts'
import { listEvents } from '../platform/events/event.ts'
import { openapiOf } from '../platform/http/openapi.ts'
import { listJobs } from '../platform/jobs/job.ts'
import '../rooms.ts'
import type { GeneratedFile } from './file.ts'

const madeBy = 'Made by `npm run gen`.'
const all = Object.entries(endpoints as Record<string, Endpoint>).sort(([, a], [, b]) =>
  a.path === b.path ? a.method.localeCompare(b.method) : a.path < b.path ? -1 : 1,
)

export function generateReferences(): GeneratedFile[] {
  return [
    { path: 'docs/generated/openapi.json', text: `${JSON.stringify(openapiOf(endpoints), null, 2)}\n` },
    { path: 'docs/generated/settings.md', text: settingsPage() },
    { path: 'docs/generated/events.md', text: eventsPage() },
    { path: 'docs/generated/access.md', text: accessPage() },
  ]
}

function settingsPage(): string {
  const rows = Object.entries(settings).map(([name, type]) => {
    const value = (type as z.ZodType).safeParse(undefined)
    const fallback = value.success && value.data !== undefined ? `\`${String(value.data)}\`` : ''
    return `| \`${name}\` | ${fallback} | ${(type as z.ZodType).description ?? ''} |`
  })
  return `# Settings\n${madeBy} They are read from the environment.\n\n| name | default | meaning |\n|---|---|---|\n${rows.join('\n')}\n`
}

function eventsPage(): string {
  const fields = (type: z.ZodType) =>
    Object.keys((z.toJSONSchema(type, { unrepresentable: 'any' }).properties ?? {}) as object)
      .map((field) => `\`${field}\``)
      .join(', ')
  const events = listEvents().map(
    ({ name, version, payload }) => `| \`${name}\` | ${version} | ${fields(payload)} |`,
  )
  const jobs = listJobs()
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, retries, timeoutSeconds }) => `| \`${name}\` | ${retries} | ${timeoutSeconds} s |`)
  return `# Events and errands\n${madeBy}\n\n## Events\n| name | version | payload |\n|---|---|---|\n${events.join('\n')}\n\n## Errands\n| name | tries again | patience |\n|---|---|---|\n${jobs.join('\n')}\n`
}

const roles: readonly Role[] = ['student', 'teacher', 'advisor', 'guardian', 'admin', 'service']

/** The access matrix: the test walks it against the running server. */
function accessPage(): string {
  const rows = all.map(([operation, endpoint]) => {
    const permission = permissions[endpoint.permission]
    const cells = roles.map((role) => (mayCall(permission.roles, role) ? 'yes' : 'no'))
    const nobody = permission.roles === 'anyone' ? 'yes' : 'no'
    return `| \`${endpoint.method} ${endpoint.path}\` | ${operation} | ${nobody} | ${cells.join(' | ')} | ${permission.reach} |`
  })
  return `# Who may call what\n${madeBy} A role without "yes" gets 403; whatever lies beyond the reach answers 404.\n\n| endpoint | operation | nobody | ${roles.join(' | ')} | reach |\n|---|---|---|${roles.map(() => '---|').join('')}---|\n${rows.join('\n')}\n`
}

const mayCall = (allowed: 'anyone' | 'signed_in' | readonly Role[], role: Role): boolean =>
  allowed === 'anyone' || allowed === 'signed_in' || allowed.includes(role)
