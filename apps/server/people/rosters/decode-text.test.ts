import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

test.each([
  ['UTF-8', Buffer.from('Zoë,Łukasz'), 'Zoë,Łukasz'],
  ['UTF-8 with a byte-order mark', Buffer.from('\uFEFFZoë'), 'Zoë'],
  ['Windows-1252', Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x80]), 'Zoë €'],
  ['nothing', Buffer.alloc(0), ''],
  ['a zip archive', Buffer.from('PK\x03\x04abc', 'latin1'), null],
  ['a PDF', Buffer.from('%PDF-1.7'), null],
  ['zero bytes', Buffer.from('a\0b'), null],
])('%s', (_, bytes, expected) => {
  expect(decodeText(bytes)).toBe(expected)
})
