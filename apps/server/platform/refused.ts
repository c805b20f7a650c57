import { type RefusalCode, refusals } from '@waymark/contract/refusals.ts'

/** An expected no. Verbs throw it; the HTTP door turns it into problem details, the job door gives up. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly details: Record<string, unknown>
  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(refusals[code].message)
    this.code = code
    this.details = details
  }
}
