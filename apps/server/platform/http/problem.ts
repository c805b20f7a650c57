import { type Problem, type RefusalCode, refusals } from '@waymark/contract/refusals.ts'
import { ZodError } from 'zod'
import { Refused } from '../refused.ts'

/** The reply to an error: problem details, and whether it is a fault that must be logged. */
export interface ProblemReply {
  problem: Problem
  retryAfter: number | null
  fault: boolean
}

/** Codes of Fastify and its plugins that are the caller's doing. */
const transportRefusals: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed',
  FST_REQ_FILE_TOO_LARGE: 'too_large',
  FST_FILES_LIMIT: 'too_large',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_type',
}

export function problemOf(error: unknown, requestId: string): ProblemReply {
  if (error instanceof Refused) return refusal(error.code, error.details, requestId)
  if (error instanceof ZodError) return refusal('invalid', invalidDetails(error), requestId)
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code && code in transportRefusals) return refusal(transportRefusals[code] ?? 'malformed', {}, requestId)
  if (code === 'ENOSPC' || code === '53100') return refusal('storage_full', {}, requestId)
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return refusal('malformed', {}, requestId)
  return { problem: faultProblem(requestId), retryAfter: null, fault: true }
}

function refusal(code: RefusalCode, details: Record<string, unknown>, requestId: string): ProblemReply {
  const { status, message } = refusals[code]
  const retryAfter =
    typeof details.retry_after_seconds === 'number' ? Math.ceil(details.retry_after_seconds) : null
  return {
    problem: {
      type: `/api/docs#${code}`,
      title: message,
      status,
      detail: typeof details.message === 'string' ? details.message : message,
      error_code: code,
      message: typeof details.message === 'string' ? details.message : message,
      details,
      request_id: requestId,
    },
    retryAfter: retryAfter ?? (status === 503 ? 5 : null),
    fault: false,
  }
}

/** The first issue by JSON pointer, and all of them; values that were sent are not repeated. */
function invalidDetails(error: ZodError): Record<string, unknown> {
  const issues = error.issues.slice(0, 50).map((issue) => ({
    pointer: `/${[...issue.path, ...('keys' in issue && issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].map(String).join('/')}`,
    message: issue.message.slice(0, 300),
  }))
  return { pointer: issues[0]?.pointer ?? '/', issues }
}

const faultProblem = (requestId: string): Problem => ({
  type: '/api/docs#fault',
  title: 'This did not work, and the fault is on our side.',
  status: 500,
  detail:
    'This did not work. The fault is on our side. Nothing you saved is lost. Try again; if it stays, give your administrator the number under details.',
  error_code: 'fault',
  message: 'This did not work. The fault is on our side. Nothing you saved is lost. Try again.',
  details: {},
  request_id: requestId,
})
