import type { z } from 'zod'
import { error, type Finding, type FindingCode, pointerOf } from './finding.ts'
import type { AnyKind } from './kind.ts'
import { fillPartIds, isRecord, type PartIds, replaceTemporaryIds } from './part-ids.ts'
import { type Question, QuestionFields } from './question.ts'
import { findKind } from './registry.ts'

export type ReadQuestion = { question: Question } | { findings: Finding[] }
type ReadContent = { content: unknown } | { findings: Finding[] }

/** Where a content stands and what it claims to be. */
interface Place {
  kind: string
  preset: string | null
  version: number | undefined
  /** Pointers of the kind and preset fields, and of the content. */
  fields: string
  at: string
}

/**
 * Reads a question from outside or from storage: common fields, kind, preset, content, variants, scaffold.
 * Old contents are lifted to the present shape; unknown fields are refused. With `ids`, parts get their ids
 * as on save. Only shape is judged here: whether the question holds together is for `checkQuestion`.
 */
export function readQuestion(raw: unknown, ids?: PartIds): ReadQuestion {
  const fields = QuestionFields.safeParse(raw)
  if (!fields.success) return { findings: shapeFindings(fields.error, '') }
  const { content_version: version, content, variants, scaffold, ...common } = fields.data
  const place = { kind: common.kind, preset: common.preset, version, fields: '', at: '/content' }
  const main = readContent(place, content, ids)
  if ('findings' in main) return main

  const others = variants.map((one, index) => readContent({ ...place, at: `/variants/${index}` }, one, ids))
  const practice = scaffold?.practice ?? null
  const at = '/scaffold/practice'
  const guided = practice
    ? readContent({ ...practice, version: undefined, fields: at, at: `${at}/content` }, practice.content, ids)
    : { content: undefined }
  const findings = [...others, guided].flatMap((one) => ('findings' in one ? one.findings : []))
  if (findings.length > 0) return { findings }

  const contentOf = (one: ReadContent) => ('content' in one ? one.content : undefined)
  return {
    question: {
      ...common,
      content_version: findKind(common.kind)?.contentVersion ?? 1,
      content: main.content,
      variants: others.map(contentOf),
      scaffold: scaffold && {
        ...scaffold,
        practice: practice && { ...practice, content: contentOf(guided) },
      },
    },
  }
}

function readContent(place: Place, raw: unknown, ids: PartIds | undefined): ReadContent {
  const kind = findKind(place.kind)
  if (!kind)
    return refused('unknown_kind', `${place.fields}/kind`, `There is no kind of question "${place.kind}".`)
  const preset = place.preset === null ? null : presetOf(kind, place.preset)
  if (preset === undefined) {
    return refused(
      'unknown_preset',
      `${place.fields}/preset`,
      `${kind.label} has no preset "${place.preset}".`,
    )
  }
  const version = place.version ?? kind.contentVersion
  if (version > kind.contentVersion) {
    return refused('shape', '/content_version', 'This question was written by a newer Waymark.')
  }
  const present = upgradeContent(kind, version, raw)
  const complete = isRecord(present) ? { ...preset?.contentDefaults, ...present } : present
  const read = kind.content.safeParse(ids ? fillPartIds(kind, complete, ids) : complete)
  if (!read.success) return { findings: shapeFindings(read.error, place.at) }
  return { content: ids ? replaceTemporaryIds(kind, read.data, ids, preset?.fixedIds ?? []) : read.data }
}

function presetOf(kind: AnyKind, code: string) {
  return Object.hasOwn(kind.presets, code) ? kind.presets[code] : undefined
}

/** Lifts a content from the version it was stored in to the present one, step by step. */
export function upgradeContent(kind: AnyKind, version: number, content: unknown): unknown {
  return kind.upgrades.slice(version - 1).reduce((older, upgrade) => upgrade(older), content)
}

function refused(code: FindingCode, pointer: string, message: string): { findings: Finding[] } {
  return { findings: [error(code, pointer, message)] }
}

function shapeFindings(problem: z.ZodError, at: string): Finding[] {
  return problem.issues.flatMap((issue) => {
    const pointer = at + pointerOf(issue.path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        error('unknown_field', pointer + pointerOf([key]), `There is no field "${key}" here.`),
      )
    }
    const named = issue.code === 'custom' && issue.params?.code === 'unknown_placeholder'
    return [error(named ? 'unknown_placeholder' : 'shape', pointer, sentence(issue.message))]
  })
}

function sentence(message: string): string {
  const text = message.replace(/\.?$/, '.')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
