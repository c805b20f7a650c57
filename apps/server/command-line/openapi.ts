import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints } from '@waymark/contract/endpoints.ts'
import { openapiOf } from '../platform/http/openapi.ts'
import type { Answer } from './speech.ts'

/** `waymark openapi`: the API document on standard output. */
export async function openapiCommand(): Promise<Answer> {
  const document = openapiOf(endpoints as Record<string, Endpoint>)
  return { sentence: JSON.stringify(document, null, 2), facts: document as Record<string, unknown> }
}
