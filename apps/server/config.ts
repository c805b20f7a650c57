import { z } from 'zod'

/**
 * Every setting Waymark reads, with its default and the sentence docs/generated/settings.md prints.
 * This file is the only reader of the environment.
 */
const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .transform((text) => text === 'true' || text === '1')
    .default(fallback)
const count = (fallback: number, min = 0, max = 1_000_000) =>
  z.coerce.number().int().min(min).max(max).default(fallback)

export const settings = {
  PORT: count(8080, 0, 65_535).describe('Port to listen on.'),
  WAYMARK_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port to listen on; comes before PORT.'),
  HOST: z.string().optional().describe('Address to listen on: 127.0.0.1 when embedded, else 0.0.0.0.'),
  WAYMARK_DATA: z
    .string()
    .default('./data')
    .describe('Folder for the embedded database, files and development secrets.'),
  WAYMARK_PUBLIC_URL: z.url().optional().describe('Address people use, when it is not http://localhost.'),
  WAYMARK_ENVIRONMENT: z
    .enum(['development', 'production'])
    .default('development')
    .describe('In production every secret must be given.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('PostgreSQL 15 or newer; absent: the embedded database.'),
  SESSION_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters')
    .optional()
    .describe('Secret for sessions and signing keys; generated into the data folder in development.'),
  SESSION_TTL_MINUTES: count(480, 5, 1440).describe('A browser sign-in ends after this time.'),
  SESSION_IDLE_MINUTES: count(60, 5, 1440).describe('A staff sign-in ends after this time without use.'),
  MAX_UPLOAD_SIZE_MB: count(50, 1, 500).describe('Largest lesson file.'),
  ALLOWED_EXTENSIONS: z
    .string()
    .default('.docx,.pptx,.pdf')
    .describe('Kinds of lesson file, separated by commas.'),
  RATE_LIMIT_GENERATION: count(10, 1).describe('Quiz generations per hour per teacher.'),
  RATE_LIMIT_ATTEMPTS: count(100, 1).describe('Attempts started per hour per student.'),
  ENABLE_IMMEDIATE_FEEDBACK: flag(true).describe('Lets a teacher choose feedback after each question.'),
  WAYMARK_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much is logged.'),
  WAYMARK_METRICS_KEY: z
    .string()
    .min(16)
    .optional()
    .describe('Lets GET /metrics answer beyond loopback, as a bearer token.'),
  WAYMARK_TRUST_PROXY: flag(false).describe('Believe X-Forwarded-For and -Proto of the proxy in front.'),
} as const

const schema = z.object(settings)
export type Settings = z.output<typeof schema>

export interface Config extends Settings {
  /** True when no DATABASE_URL is set: everything runs in this process and one folder. */
  embedded: boolean
  port: number
  host: string
}

/** A setting is missing or malformed; `problems` holds one sentence for each. */
export class ConfigFault extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const weakSecret = /^(secret|change|generate|password|example|default|xxx)|^(.)\2+$/i

/** Reads the settings; unknown names that begin with WAYMARK_ stop the start, since they are typing slips. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('WAYMARK_') && !(name in settings) && !name.startsWith('WAYMARK_TEST_'))
    .map((name) => `${name} is not a setting. See docs/generated/settings.md for the names.`)
  const given = Object.fromEntries(
    Object.keys(settings).map((name) => [name, environment[name] || undefined]),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
    throw new ConfigFault(problems)
  }
  const values = parsed.data
  if (values.SESSION_SECRET && weakSecret.test(values.SESSION_SECRET))
    problems.push('SESSION_SECRET is a placeholder. Give 32 or more random characters.')
  if (values.WAYMARK_ENVIRONMENT === 'production' && !values.SESSION_SECRET)
    problems.push('SESSION_SECRET is missing. In production give 32 or more random characters.')
  if (problems.length > 0) throw new ConfigFault(problems)
  const embedded = !values.DATABASE_URL
  return {
    ...values,
    embedded,
    port: values.WAYMARK_PORT ?? values.PORT,
    host: values.HOST ?? (embedded ? '127.0.0.1' : '0.0.0.0'),
  }
}
