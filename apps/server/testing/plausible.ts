import { z } from 'zod'

interface JsonSchema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  $ref?: string
  $defs?: Record<string, JsonSchema>
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
}

const foreignId = '01900000-0000-7000-8000-00000000dead'

/**
 * A smallest value that a schema takes, with ids that belong to nobody: to reach the checks behind parsing.
 * A whole one has every field and one item in every list.
 */
export function plausible(type: z.ZodType, { whole = false } = {}): unknown {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return valueFor(schema, { whole, $defs: schema.$defs ?? {} })
}

interface Wanted {
  whole: boolean
  $defs: Record<string, JsonSchema>
}

function valueFor(schema: JsonSchema, root: Wanted): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.$ref) return valueFor(root.$defs[schema.$ref.replace('#/$defs/', '')] ?? {}, root)
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.at(-1)
  if (choice) return valueFor(choice, root)
  const kind = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (kind === 'object')
    return Object.fromEntries(
      (root.whole ? Object.keys(schema.properties ?? {}) : (schema.required ?? [])).map((name) => [
        name,
        valueFor(schema.properties?.[name] ?? {}, root),
      ]),
    )
  if (kind === 'array')
    return Array.from({ length: schema.minItems ?? (root.whole ? 1 : 0) }, () =>
      valueFor(schema.items ?? {}, root),
    )
  if (kind === 'integer' || kind === 'number') return Math.max(schema.minimum ?? 1, 1)
  if (kind === 'boolean') return true
  return kind === 'string' || kind === undefined ? textOf(schema) : null
}

function textOf({ format, minLength }: JsonSchema): string {
  if (format === 'uuid') return foreignId
  if (format === 'date-time') return '2026-03-02T10:00:00Z'
  if (format === 'date') return '2026-03-02'
  if (format === 'email') return 'somebody@example.org'
  return 'plausible'.padEnd(minLength ?? 0, '-')
}
