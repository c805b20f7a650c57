import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import type { Config } from '../../config.ts'
import type { Context } from '../../platform/context.ts'
import { openSealed, sealText } from '../secrets.ts'
import { insertSigningKey, listSigningKeys, retireSigningKeys, type SigningKey } from '../store/keys.ts'

export const ACCESS_TOKEN_SECONDS = 3600
const AUDIENCE = 'waymark'
const KEY_AGE_MS = 90 * 86_400_000
/** A key stays published until the last token it signed has surely ended. */
const KEY_REST_MS = 2 * ACCESS_TOKEN_SECONDS * 1000
/** Another process may have made a key: looked for each minute, and for a key that is not known, each second. */
const RELOAD_MS = 60_000
const RELOAD_FOR_UNKNOWN_MS = 1000

interface Keys {
  loadedAt: Date
  signing: { id: string; key: CryptoKey }
  verifying: Map<string, CryptoKey>
  published: JWK[]
}

/** Keys of a running server; its configuration stands for it. */
const loaded = new WeakMap<Config, Promise<Keys>>()

const issuerOf = (config: Config) => config.WAYMARK_PUBLIC_URL ?? `http://localhost:${config.port}`

export interface AccessClaims {
  userId: string
  sessionId: string
}

/** Signs an access token (JWT, EdDSA) for one hour. */
export async function signAccessToken(
  ctx: Context,
  claims: AccessClaims & { role: string; schoolId: string; scope: string },
): Promise<string> {
  const { signing } = await keysOf(ctx)
  const now = Math.floor(ctx.now.getTime() / 1000)
  return new SignJWT({
    role: claims.role,
    school_id: claims.schoolId,
    scope: claims.scope,
    sid: claims.sessionId,
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: signing.id })
    .setSubject(claims.userId)
    .setIssuer(issuerOf(ctx.config))
    .setAudience(AUDIENCE)
    .setJti(ctx.newId())
    .setIssuedAt(now)
    .setExpirationTime(now + ACCESS_TOKEN_SECONDS)
    .sign(signing.key)
}

/** What a genuine token that has not ended says, else null. */
export async function readAccessToken(ctx: Context, token: string): Promise<AccessClaims | null> {
  // Before the catch: a database that does not answer is a fault, and no reason to sign anybody out.
  await keysOf(ctx)
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => verifyingKey(ctx, kid), {
      algorithms: ['EdDSA'],
      issuer: issuerOf(ctx.config),
      audience: AUDIENCE,
      currentDate: ctx.now,
      requiredClaims: ['sub', 'sid', 'exp', 'jti'],
    })
    return { userId: String(payload.sub), sessionId: String(payload.sid) }
  } catch {
    return null
  }
}

/** The JSON Web Key Set with every key that tokens may be signed with. */
export async function publicKeys(ctx: Context): Promise<{ keys: JWK[] }> {
  return { keys: (await keysOf(ctx)).published }
}

async function verifyingKey(ctx: Context, kid: string | undefined): Promise<CryptoKey> {
  const known = (await keysOf(ctx)).verifying.get(kid ?? '')
  const key = known ?? (await keysOf(ctx, RELOAD_FOR_UNKNOWN_MS)).verifying.get(kid ?? '')
  if (!key) throw new Error('The token names a key that is not ours.')
  return key
}

/** The keys as they were loaded at most `reloadMs` ago. */
async function keysOf(ctx: Context, reloadMs = RELOAD_MS): Promise<Keys> {
  const known = loaded.get(ctx.config)
  if (known) {
    const keys = await known
    if (ctx.now.getTime() - keys.loadedAt.getTime() < reloadMs) return keys
    // Of several callers that find them old, the first loads them again.
    if (loaded.get(ctx.config) !== known) return keysOf(ctx, reloadMs)
  }
  const loading = loadKeys(ctx)
  loaded.set(ctx.config, loading)
  loading.catch(() => loaded.delete(ctx.config))
  return loading
}

async function loadKeys(ctx: Context): Promise<Keys> {
  const stored = await ctx.systemTransaction(listSigningKeys)
  // A key sealed under an earlier SESSION_SECRET cannot sign any more, but its tokens may still be checked.
  const usable = stored.find((key) => openSealed(ctx, 'signing-keys', key.private_sealed) !== null)
  const signing = usable ?? (await makeKey(ctx))
  const all = usable ? stored : [signing, ...stored]
  const secret = openSealed(ctx, 'signing-keys', signing.private_sealed)
  return {
    loadedAt: ctx.now,
    signing: { id: signing.id, key: await readKey(JSON.parse(secret ?? '{}') as JWK) },
    verifying: new Map(
      await Promise.all(all.map(async (key) => [key.id, await readKey(key.public_jwk)] as const)),
    ),
    published: all.map(({ id, public_jwk }) => ({ ...public_jwk, kid: id, alg: 'EdDSA', use: 'sig' })),
  }
}

const readKey = async (jwk: JWK) => (await importJWK(jwk, 'EdDSA')) as CryptoKey

async function makeKey(ctx: Context): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const key: SigningKey = {
    id: ctx.newId(),
    public_jwk: { ...(await exportJWK(pair.publicKey)) },
    private_sealed: sealText(ctx, 'signing-keys', JSON.stringify(await exportJWK(pair.privateKey))),
    created_at: ctx.now,
  }
  await ctx.systemTransaction((tx) => insertSigningKey(tx, key))
  return key
}

/** Makes the key that tokens are signed with from now on; those of older keys hold until they end. */
export async function renewSigningKey(ctx: Context): Promise<{ kid: string }> {
  const { id } = await makeKey(ctx)
  loaded.delete(ctx.config)
  return { kid: id }
}

/** Makes a new key every 90 days and retires those whose tokens have all ended. */
export async function rotateSigningKeys(ctx: Context): Promise<void> {
  const age = (key: SigningKey | undefined) => (key ? ctx.now.getTime() - key.created_at.getTime() : 0)
  const stored = await ctx.systemTransaction(listSigningKeys)
  const [newest, ...older] = stored
  if (age(newest) >= KEY_AGE_MS) {
    await renewSigningKey(ctx)
  } else if (age(newest) >= KEY_REST_MS && older.length > 0) {
    const ids = older.map(({ id }) => id)
    await ctx.systemTransaction((tx) => retireSigningKeys(tx, ctx, ids))
    loaded.delete(ctx.config)
  }
}
