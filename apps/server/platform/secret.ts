import { randomBytes } from 'node:crypto'

/** A new secret of 256 bits, as text. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
