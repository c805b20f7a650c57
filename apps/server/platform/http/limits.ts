import type { RateClass } from '@waymark/contract/endpoint.ts'
import { BurstyRateLimiter, RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../../config.ts'
import type { Viewer } from '../context.ts'
import { Refused } from '../refused.ts'

interface Limiter {
  consume(key: string): Promise<RateLimiterRes>
  points: number
}

const plain = (points: number, seconds: number): Limiter =>
  new RateLimiterMemory({ points, duration: seconds })

/** So many a second, and as many again as a burst within three. */
function bursty(points: number, burst: number): Limiter {
  const limiter = new BurstyRateLimiter(
    new RateLimiterMemory({ points, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: burst, duration: 3 }),
  )
  return { points, consume: async (key) => (await limiter.consume(key)) as RateLimiterRes }
}

/** Counted per person, whatever they sign in with. */
const ofPerson: readonly RateClass[] = ['generation', 'start', 'recompute']

/** Requests per class (spec 08 §3), in memory: one machine. */
export class Limits {
  readonly #browser = plain(600, 60)
  readonly #token = plain(100, 60)
  readonly #anonymous = plain(240, 60)
  /** All saves of one caller together: as fast as one attempt may for a minute, and half as much again. */
  readonly #saving = plain(900, 60)
  readonly #classes: Partial<Record<RateClass, Limiter>>

  constructor(config: Config) {
    this.#classes = {
      sign_in: plain(120, 60),
      start: plain(config.RATE_LIMIT_ATTEMPTS, 3600),
      hint: plain(30, 60),
      generation: plain(config.RATE_LIMIT_GENERATION, 3600),
      upload: plain(60, 60),
      recompute: plain(5, 60),
      save: bursty(10, 20),
    }
  }

  /**
   * Counts a request; beyond the limit refuses with the seconds to wait. Saves are counted per attempt
   * (`subject`) of a caller, so that nobody uses up another's, and all together, so that naming ever new
   * attempts is no way round; the rest per account or token, anonymous calls per address.
   */
  async count(
    rate: RateClass,
    viewer: Viewer | null,
    address: string,
    subject: string,
  ): Promise<Record<string, string>> {
    if (rate === 'none') return {}
    const caller = viewer?.sessionId ?? viewer?.userId ?? address
    const key = rate === 'save' ? `${caller}:${subject}` : caller
    const special = this.#classes[rate]
    const limiter = special ?? this.#general(viewer)
    try {
      if (rate === 'save') await this.#saving.consume(caller)
      const left = await limiter.consume(`${rate}:${ofPerson.includes(rate) ? (viewer?.userId ?? key) : key}`)
      return {
        'ratelimit-limit': String(limiter.points),
        'ratelimit-remaining': String(Math.max(0, left?.remainingPoints ?? 0)),
        'ratelimit-reset': String(Math.ceil((left?.msBeforeNext ?? 0) / 1000)),
      }
    } catch (over) {
      if (over instanceof Error) throw over
      const wait = (over as RateLimiterRes).msBeforeNext / 1000
      throw new Refused('too_many_requests', { retry_after_seconds: Math.max(1, Math.ceil(wait)) })
    }
  }

  #general(viewer: Viewer | null): Limiter {
    if (!viewer) return this.#anonymous
    return viewer.sessionId ? this.#browser : this.#token
  }
}
