import { entries } from './generated/kinds.ts'
import type { AnyKind } from './kind.ts'

/** What each part of an entry must be; a part added to the interface must be added here. */
const parts: Record<keyof AnyKind, 'string' | 'number' | 'boolean' | 'object' | 'function'> = {
  code: 'string',
  label: 'string',
  presets: 'object',
  contentVersion: 'number',
  upgrades: 'object',
  content: 'object',
  partLists: 'object',
  renameParts: 'function',
  findings: 'function',
  toStudent: 'function',
  answer: 'object',
  fromBare: 'function',
  refuse: 'function',
  isBlank: 'function',
  canonicalise: 'function',
  describeAnswer: 'function',
  markerVersion: 'number',
  marker: 'object',
  partCredit: 'function',
  textsReplaceFeedback: 'boolean',
  modelAnswer: 'function',
  lesserAnswers: 'function',
  keyText: 'function',
  defaultFeedback: 'object',
  authoredTexts: 'function',
  optionLists: 'function',
  answerForm: 'object',
  duplicateKey: 'function',
  statisticParts: 'function',
  keyboard: 'object',
  example: 'object',
}

/**
 * The registry of the entries given by code. Throws, naming kind and part, when an entry lacks a part:
 * so the server does not start with half a kind.
 */
export function buildRegistry(listed: Readonly<Record<string, AnyKind>>): ReadonlyMap<string, AnyKind> {
  for (const [code, kind] of Object.entries(listed)) {
    const lacking = whatIsLacking(code, kind)
    if (lacking) throw new Error(`The question kind ${code} is not complete: ${lacking}.`)
  }
  return new Map(Object.entries(listed))
}

function whatIsLacking(code: string, kind: AnyKind): string | null {
  const given = new Map<string, unknown>(Object.entries(kind))
  for (const [part, type] of Object.entries(parts)) {
    const value = given.get(part)
    if (value === null || typeof value !== type) return `it has no ${part}`
  }
  if (kind.code !== code) return `its folder says ${code}, its code ${kind.code}`
  if (kind.upgrades.length !== kind.contentVersion - 1) {
    return `content version ${kind.contentVersion} needs ${kind.contentVersion - 1} upgrades`
  }
  if (kind.keyboard.length === 0) return 'it does not say how it is answered by keyboard'
  return markerLacks(kind)
}

function markerLacks(kind: AnyKind): string | null {
  const { marker } = kind
  if (marker.by === 'rule') return typeof marker.mark === 'function' ? null : 'its marker has no mark'
  const complete = typeof marker.award === 'function' && typeof marker.reasons === 'function'
  return complete ? null : 'its marker has no award or no reasons'
}

const registry = buildRegistry(entries)

/** The kind with this code; null for a code that is not known here. */
export function findKind(code: string): AnyKind | null {
  return registry.get(code) ?? null
}

/** The kind of a question that was read, so that its code is known. */
export function kindOf(question: { kind: string }): AnyKind {
  const kind = registry.get(question.kind)
  if (!kind) throw new Error(`unknown kind of question: ${question.kind}`)
  return kind
}

/** All kinds, by code. */
export function allKinds(): AnyKind[] {
  return [...registry.values()]
}
