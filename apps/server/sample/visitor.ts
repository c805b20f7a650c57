import type { Call } from '@waymark/contract/endpoint.ts'
import type { Endpoints, Operation } from '@waymark/contract/endpoints.ts'
import type { Role } from '@waymark/contract/permissions.ts'
import type { House } from '../house.ts'
import { type CallParts, innerCall } from '../platform/http/inner-call.ts'

/** One person of the sample school at the API; a refusal is a fault of the sample and stops it. */
export interface Visitor {
  call<O extends Operation>(operation: O, parts?: CallParts<O>): Promise<Call<Endpoints[O]>['reply']>
}

/** Signs in through the role switcher. Each day of the story comes from an address of its own. */
export async function visit(house: House, role: Role, userId: string, address: string): Promise<Visitor> {
  const signedIn = await innerCall(house.app, 'signInToSample', { body: { role, user_id: userId } }, address)
  if (signedIn.status !== 200 || !('access_token' in signedIn.body))
    throw new Error(`The sample school let nobody in as ${role}: ${signedIn.text}`)
  const authorization = `Bearer ${signedIn.body.access_token}`
  return {
    call: async (operation, parts = {}) => {
      const headers = { authorization, ...parts.headers }
      const answer = await innerCall(house.app, operation, { ...parts, headers }, address)
      if (answer.status >= 400) throw new Error(`${operation} answered ${answer.status}: ${answer.text}`)
      return answer.body
    },
  }
}
