import { z } from 'zod'
import type { PermissionName } from './permissions.ts'
import type { RefusalCode } from './refusals.ts'

/** Rate-limit classes of spec 08 §3; the limits themselves stand in the server's configuration. */
export type RateClass =
  | 'general'
  | 'sign_in'
  | 'save'
  | 'start'
  | 'hint'
  | 'generation'
  | 'upload'
  | 'recompute'
  | 'none'

type Shape = z.ZodObject<z.ZodRawShape> | undefined

/** One promise between a caller and the server. Everything about an endpoint is here but what it does. */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`; parameters in braces: `/attempts/{attempt_id}/events`. */
  path: string
  summary: string
  params?: P
  query?: Q
  body?: B
  reply: R
  /** The usual success status; a verb may answer another by `replied(status, body)`. Default 200. */
  status?: 200 | 201 | 202 | 204
  permission: PermissionName
  refusals: readonly RefusalCode[]
  rate?: RateClass
  /** `multipart` bodies are streamed to the verb; `body` then describes the fields beside the files. */
  consumes?: 'json' | 'multipart'
  /** What is not JSON: a CSV file, a server-sent-event stream, a file. */
  produces?: 'json' | 'csv' | 'stream' | 'file'
  /** The reply shows a secret once (a start password, a link): it is never kept for repeats. */
  secretReply?: boolean
  /** Largest body in bytes; default 1 MiB. */
  bodyLimit?: number
}

/** Declares an endpoint; infers the types of its parts. */
export function endpoint<
  P extends Shape = undefined,
  Q extends Shape = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType = z.ZodType,
>(definition: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return definition
}

// A declared part reads as `Shape | undefined`, since it is optional in the endpoint; one that is not declared
// as undefined alone.
type Declared<T> = Exclude<T, undefined>
type Input<T> = [Declared<T>] extends [never] ? undefined : z.input<Declared<T>>
type Output<T> = [Declared<T>] extends [never] ? undefined : z.output<Declared<T>>

/** What a caller sends and gets. Only what the endpoint declares is there. */
export interface Call<E extends Endpoint> {
  params: Input<E['params']>
  query: Input<E['query']>
  body: Input<E['body']>
  reply: Output<E['reply']>
}

/** What a verb receives after parsing. */
export interface Received<E extends Endpoint> {
  params: Output<E['params']>
  query: Output<E['query']>
  body: Output<E['body']>
}

// ── words every room uses ────────────────────────────────────────────────
export const Id = z.uuid()
const year = (text: string): number => new Date(text).getUTCFullYear()
const isInOurEra = (text: string): boolean => year(text) >= 1 && year(text) <= 9999
const ourEra = { message: 'must lie in the years 1 to 9999' }
/** With an offset. Databases and calendars know no year 0, and four digits are all a year has. */
export const Instant = z.iso.datetime({ offset: true }).refine(isInOurEra, ourEra)
/** A day of the school's calendar, `2026-03-02`. */
export const Day = z.iso.date().refine(isInOurEra, ourEra)
/** A fraction from 0 to 1. */
export const Share = z.number().min(0).max(1)
/** How long something takes, as a person would say it: a multiple of 5 minutes; 0 is "a few minutes". */
export const AboutMinutes = z.number().int().min(0).multipleOf(5)
const controls = /[^\P{Cc}\n\r\t]/gu

/** NFC, no control characters but line breaks and tabs, no half of a surrogate pair: what any database takes. */
export const plainText = (text: string): string => text.toWellFormed().normalize('NFC').replace(controls, '')

/** Text typed by a person, made plain. */
export const typed = (max: number, min = 0) =>
  z.string().transform(plainText).pipe(z.string().min(min).max(max))
/** A page of a list by cursor; `next_cursor` is null on the last page. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })
export const PageQuery = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
}
export const Nothing = z.object({}).strict()
