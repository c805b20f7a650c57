import { renewSigningKey } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { inHouse } from './open.ts'
import type { Answer } from './speech.ts'

/** `waymark keys rotate`: access tokens are signed with a new key; those signed before hold until they end. */
export const rotateKeys = (): Promise<Answer> =>
  inHouse(async (house) => {
    const { kid } = await renewSigningKey(makeContext(house.machines))
    return {
      sentence: `New tokens are signed with the key ${kid}. Tokens signed before hold until they end, within an hour.`,
      facts: { kid },
    }
  })
