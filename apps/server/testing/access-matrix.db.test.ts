import type { Endpoint } from '@waymark/contract/endpoint.ts'
import { endpoints, type Operation } from '@waymark/contract/endpoints.ts'
import { permissions, type Role } from '@waymark/contract/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openapiOf } from '../platform/http/openapi.ts'
import { openTestHouse, roles, type TestHouse } from './harness.ts'
import { plausible } from './plausible.ts'
import { stranger } from './strangers.ts'

/**
 * Every endpoint × every role, from another school, with ids that exist nowhere near it: whoever may not call
 * gets 401 or 403, and whoever may finds nothing. Nothing answers 2xx about an id of somebody else.
 */
let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())

const operations = Object.keys(endpoints) as Operation[]
const endpointOf = (operation: Operation): Endpoint => endpoints[operation] as Endpoint
const paramsOf = (endpoint: Endpoint): Record<string, string> =>
  endpoint.params
    ? Object.fromEntries(
        Object.entries(plausible(endpoint.params) as object).map(([name, value]) => [name, String(value)]),
      )
    : {}

const bodyOf = (endpoint: Endpoint): { body?: never } =>
  endpoint.body ? { body: plausible(endpoint.body) as never } : {}

const mayCall = (operation: Operation, role: Role): boolean => {
  const allowed = permissions[endpointOf(operation).permission].roles
  return allowed === 'anyone' || allowed === 'signed_in' || (allowed as readonly Role[]).includes(role)
}

describe('the access matrix', () => {
  it('covers every endpoint of the API document', () => {
    const { paths } = openapiOf(endpoints) as { paths: Record<string, Record<string, unknown>> }
    const documented = Object.values(paths).flatMap((methods) => Object.keys(methods))
    expect(documented.length).toBe(operations.length)
    expect(operations.length).toBeGreaterThan(40)
  })

  it.each(operations.filter((operation) => permissions[endpointOf(operation).permission].roles !== 'anyone'))(
    '%s asks nobody in without a sign-in',
    async (operation) => {
      const { status } = await test
        .anyone()
        .call(operation, { params: paramsOf(endpointOf(operation)) as never })
      expect(status).toBe(401)
    },
  )

  it.each(
    roles.flatMap((role) =>
      operations.filter((operation) => !mayCall(operation, role)).map((operation) => ({ role, operation })),
    ),
  )('$operation refuses the role $role', async ({ role, operation }) => {
    const { status } = await test
      .as(stranger(role))
      .call(operation, { params: paramsOf(endpointOf(operation)) as never })
    expect(status).toBe(403)
  })

  it.each(
    roles.flatMap((role) =>
      operations
        .filter(
          (operation) => mayCall(operation, role) && Object.keys(paramsOf(endpointOf(operation))).length > 0,
        )
        .map((operation) => ({ role, operation })),
    ),
  )('$operation shows $role nothing of a foreign id', async ({ role, operation }) => {
    const endpoint = endpointOf(operation)
    const { status, text } = await test
      .as(stranger(role))
      .call(operation, { params: paramsOf(endpoint) as never, ...bodyOf(endpoint) })
    expect([403, 404, 415], `${status} ${text}`).toContain(status)
  })
})
