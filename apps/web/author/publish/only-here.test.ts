import { expect, it } from 'vitest'
import { isOnlyHere } from './only-here.ts'

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['192.168.1.7', false],
  ['waymark.riverside.example', false],
  ['localhost.example', false],
])('knows whether %s is an address for this computer alone', (hostname, onlyHere) => {
  expect(isOnlyHere(hostname)).toBe(onlyHere)
})
