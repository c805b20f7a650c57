import type { Context } from '../../platform/context.ts'
import { hashToken } from '../secrets.ts'
import { replaceSetupToken } from '../store/keys.ts'
import { listSchools } from '../store/schools.ts'

/** Signs without 0, 1, I, L, O and U: a token is read off one screen and typed at another. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 5
const PER_GROUP = 5

/** How many schools are here, and how many of them hold sample data. */
export async function schoolsPresent(ctx: Context): Promise<{ real: number; sample: number }> {
  const schools = await ctx.systemTransaction(listSchools)
  const sample = schools.filter(({ is_sample }) => is_sample).length
  return { real: schools.length - sample, sample }
}

/** Makes the one-time token that sets up the first school; earlier ones stop working. Kept as a hash. */
export async function createSetupToken(ctx: Context): Promise<string> {
  const token = makeSetupToken(() => ctx.newBytes(1)[0] ?? 0)
  await ctx.systemTransaction((tx) => replaceSetupToken(tx, ctx, hashSetupToken(token)))
  return token
}

/** Five groups of five signs: 122 bits. Bytes that would favour some signs are drawn again. */
export function makeSetupToken(nextByte: () => number): string {
  const fair = 256 - (256 % signs.length)
  const sign = (): string => {
    const byte = nextByte()
    return byte < fair ? (signs[byte % signs.length] ?? '') : sign()
  }
  const group = () => Array.from({ length: PER_GROUP }, sign).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** The hash of a token as typed: case, spaces and dashes do not matter. */
export const hashSetupToken = (typed: string): string =>
  hashToken(`setup/${typed.toUpperCase().replace(/[^0-9A-Z]/g, '')}`)
