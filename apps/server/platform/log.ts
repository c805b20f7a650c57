import { pino } from 'pino'

export type Logger = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>

/** Names of fields that may hold a secret, an answer or a name; their values never reach a log line. */
const secretFields = [
  'password',
  'token',
  'access_token',
  'refresh_token',
  'csrf_token',
  'setup_token',
  'secret',
  'api_key',
  'authorization',
  'cookie',
  'answer',
  'payload',
  'text',
  'email',
  'username',
  'first_name',
  'last_name',
  'name',
  'parameters',
  'body',
  'query',
]

/** JSON lines on standard output (or `write`). Faults log their class, message and stack, nothing they carry. */
export function openLog(level: string, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: { service: 'waymark' },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
      censor: '[hidden]',
    },
    serializers: { err: faultFacts },
  }
  return write ? pino(options, { write }) : pino(options)
}

/** What a log may say of a fault. Database faults carry rows in `detail` and `where`: those stay out. */
function faultFacts(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { message: 'a value that is no error was thrown' }
  const code = 'code' in fault ? String(fault.code) : undefined
  return {
    type: fault.constructor.name,
    code,
    message: withoutValues(fault.message),
    stack: framesOf(fault.stack ?? ''),
  }
}

/** Messages quote the offending value, of several lines and with quotes in it, too: from the first to the last. */
const withoutValues = (text: string) =>
  text.replace(/"[\s\S]*"/, '"…"').replace(/\([^()\n]*@[^()\n]*\)/g, '(…)')

/** Where a fault came from. The message stands above in the stack: it is left out. */
const framesOf = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
