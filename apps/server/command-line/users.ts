import { disableUser, inviteUser, resetUser } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { inHouse } from './open.ts'
import type { Answer } from './speech.ts'

interface UserCommand {
  name: string
  description: string
  argument?: { name: string; description: string }
  options: readonly [flags: string, text: string][]
  run: (...given: never[]) => Promise<Answer>
}

/** `waymark users …`: what an administrator without a sign-in needs at the server itself. */
export const usersCommands: readonly UserCommand[] = [
  {
    name: 'invite',
    description: 'make a link by which a person joins a school',
    options: [
      ['--school <slug>', 'short name of the school'],
      ['--role <role>', 'admin, teacher or advisor'],
    ],
    run: (given: { school: string; role: string }) =>
      inHouse(async (house) => {
        const { link_path } = await inviteUser(makeContext(house.machines), given)
        return { sentence: `Open this address once: ${link_path}`, facts: { link_path } }
      }),
  },
  {
    name: 'reset',
    description: 'end all sessions of a person and make a start password, shown once',
    argument: { name: '<name>', description: 'e-mail or user name' },
    options: [['--school <slug>', 'short name of the school']],
    run: (name: string, given: { school: string }) =>
      inHouse(async (house) => {
        const { password } = await resetUser(makeContext(house.machines), { name, school: given.school })
        return { sentence: `Start password: ${password}`, facts: { password } }
      }),
  },
  {
    name: 'disable',
    description: 'close an account; its work stays',
    argument: { name: '<name>', description: 'e-mail or user name' },
    options: [['--school <slug>', 'short name of the school']],
    run: (name: string, given: { school: string }) =>
      inHouse(async (house) => {
        await disableUser(makeContext(house.machines), { name, school: given.school })
        return { sentence: 'The account is closed and its sessions have ended.', facts: { disabled: true } }
      }),
  },
]
