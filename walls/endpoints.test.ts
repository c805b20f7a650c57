import { endpoints } from '@waymark/contract/endpoints.ts'
import { permissions } from '@waymark/contract/permissions.ts'
import { refusals } from '@waymark/contract/refusals.ts'
import { describe, expect, it } from 'vitest'

const all = Object.entries(endpoints)

describe('endpoints', () => {
  it('are there', () => {
    expect(all.length).toBeGreaterThanOrEqual(1)
  })

  it.each(all)('%s names a permission and refusals of the tables', (_name, endpoint) => {
    expect(Object.keys(permissions)).toContain(endpoint.permission)
    for (const code of endpoint.refusals) expect(Object.keys(refusals)).toContain(code)
    expect(new Set(endpoint.refusals).size).toBe(endpoint.refusals.length)
  })

  it('each have a method and path of their own', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  it.each(all)('%s declares exactly the parameters of its path', (_name, { path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params?.shape ?? {}).sort()).toEqual(inPath.sort())
  })
})
