import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { permissions } from '@waymark/contract/permissions.ts'
import { refusals } from '@waymark/contract/refusals.ts'
import { z } from 'zod'
import { version } from '../version.ts'
import { API_BASE } from './serve-route.ts'

const schemaOf = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return schema
}

/** The OpenAPI 3.1 document of a set of endpoints. */
export function openapiOf(endpoints: Record<string, Endpoint>): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [operation, endpoint] of Object.entries(endpoints).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = API_BASE + endpoint.path
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(operation, endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Waymark', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-waymark' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

function operationOf(operationId: string, endpoint: Endpoint): object {
  const { roles, reach } = permissions[endpoint.permission]
  const who =
    roles === 'anyone' ? 'Anyone' : roles === 'signed_in' ? 'Any signed-in person' : roles.join(', ')
  return {
    operationId,
    summary: endpoint.summary,
    description: `Who: ${who}. Reach: ${reach}.`,
    ...(roles === 'anyone' ? { security: [] } : { security: [{ bearer: [] }, { session: [] }] }),
    parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query')],
    ...(endpoint.consumes === 'multipart'
      ? {
          requestBody: {
            required: true,
            content: { 'multipart/form-data': { schema: multipartSchemaOf(endpoint) } },
          },
        }
      : endpoint.body
        ? {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
            },
          }
        : {}),
    responses: responsesOf(endpoint),
  }
}

function parametersOf(endpoint: Endpoint, place: 'path' | 'query'): object[] {
  const shape = (place === 'path' ? endpoint.params : endpoint.query)?.shape ?? {}
  return Object.entries(shape).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || !(type as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(type as z.ZodType, 'input'),
  }))
}

const mediaTypes = {
  json: 'application/json',
  csv: 'text/csv',
  stream: 'text/event-stream',
  file: 'application/octet-stream',
}

function responsesOf(endpoint: Endpoint): object {
  const produces = endpoint.produces ?? 'json'
  const success = {
    description: 'Done',
    ...(endpoint.status === 204
      ? {}
      : {
          content: {
            [mediaTypes[produces]]: {
              schema: produces === 'json' ? schemaOf(endpoint.reply, 'output') : { type: 'string' },
            },
          },
        }),
  }
  const byStatus = new Map<number, string[]>()
  for (const code of endpoint.refusals)
    byStatus.set(refusals[code].status, [...(byStatus.get(refusals[code].status) ?? []), code])
  const problems = [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ])
  return { [String(endpoint.status ?? 200)]: success, ...Object.fromEntries(problems) }
}

/** Files, and beside them the fields of the endpoint's body. */
function multipartSchemaOf({ body }: Endpoint): object {
  const fields = body ? (schemaOf(body, 'input') as { properties?: object }).properties : {}
  return {
    type: 'object',
    properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } }, ...fields },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'error_code', 'message', 'details', 'request_id'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    error_code: { type: 'string', enum: [...Object.keys(refusals), 'fault'] },
    message: { type: 'string' },
    details: { type: 'object' },
    request_id: { type: 'string' },
  },
}
