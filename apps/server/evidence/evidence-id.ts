import { createHash } from 'node:crypto'

/** Namespace of our names: the UUIDv5 of `waymark:evidence` in the namespace of URLs. */
const NAMESPACE = 'faf73c84-4ac1-571e-8d96-0dcb8a41f6a0'

/** A UUIDv5 (RFC 9562 §5.5): the same name gives the same id, always. */
export function nameUuid(name: string, namespace: string = NAMESPACE): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16)
  bytes[6] = 0x50 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Deriving twice makes nothing twice. */
export const evidenceId = (eventId: string, competencyId: string | null, rule: string): string =>
  nameUuid(`${eventId} ${competencyId ?? 'overall'} ${rule}`)
