import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto'
import type { Config } from '../config.ts'
import type { Context } from '../platform/context.ts'

/** Each purpose gets a key of its own, so that what is made for one is useless for another. */
export type SecretPurpose = 'signing-keys' | 'roster-passwords' | 'csrf' | 'sign-in-tries'

const NONCE_BYTES = 12
const TAG_BYTES = 16

function keyFor(config: Config, purpose: SecretPurpose): Buffer {
  if (!config.SESSION_SECRET) throw new Error('SESSION_SECRET must be settled before the server starts.')
  return Buffer.from(hkdfSync('sha256', config.SESSION_SECRET, '', `waymark/${purpose}`, 32))
}

/** 256 random bits for a link, a cookie or a refresh token. */
export const newToken = (ctx: Pick<Context, 'newBytes'>): string =>
  Buffer.from(ctx.newBytes(32)).toString('base64url')

/** What is kept of a token: without the token itself it opens nothing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A hash that only this server can make, for values too guessable to be kept as plain hashes. */
export const keyedHash = (config: Config, purpose: SecretPurpose, text: string): string =>
  createHmac('sha256', keyFor(config, purpose)).update(text).digest('base64url')

/** Encrypts a short text (AES-256-GCM): nonce, tag and cipher text in base64url. */
export function sealText(
  ctx: Pick<Context, 'config' | 'newBytes'>,
  purpose: SecretPurpose,
  text: string,
): string {
  const nonce = ctx.newBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(ctx.config, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Decrypts what `sealText` made; null when the secret is another one or the text was changed. */
export function openSealed(
  ctx: Pick<Context, 'config'>,
  purpose: SecretPurpose,
  sealed: string,
): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(ctx.config, purpose),
    bytes.subarray(0, NONCE_BYTES),
  )
  try {
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
