import type { House, RunningRole } from '../house.ts'
import { createSetupToken, schoolsPresent } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { buildWebApp } from './build-web-app.ts'
import { configHere, openHouse } from './open.ts'
import { isSampleUnfinished, makeSampleSchool } from './sample-school.ts'
import { type Answer, CommandFault, say, sayProgress } from './speech.ts'

const SHUTDOWN_MS = 30_000
const knownRoles: readonly string[] = ['web', 'worker', 'relay']

/** `waymark start`: runs until a signal; the promise settles when everything is closed. */
export async function startCommand({ roles, build }: { roles: string; build: boolean }): Promise<Answer> {
  const asked = roles.split(',').map((role) => role.trim())
  const unknown = asked.filter((role) => !knownRoles.includes(role))
  if (unknown.length > 0)
    throw new CommandFault(`Unknown role ${unknown.join(', ')}. Choose from ${knownRoles.join(', ')}.`)
  const config = configHere()
  if (asked.includes('web') && build) buildWebApp()
  sayProgress(
    config.embedded ? `Opening the embedded database in ${config.WAYMARK_DATA} …` : 'Opening the database …',
  )
  const house = await openHouse(config)
  if (asked.includes('web')) await listen(house)
  const filled = config.embedded && (await fillIfEmpty(house))
  await house.run(asked as RunningRole[])
  if (asked.includes('web')) await greet(house, filled)
  await stopped(house)
  return { sentence: 'Waymark has stopped. Everything is saved.', facts: { stopped: true } }
}

async function listen(house: House): Promise<void> {
  const { host, port } = house.machines.config
  try {
    await house.app.listen({ host, port })
  } catch (fault) {
    await house.close()
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new CommandFault(
        `Port ${port} is taken by another program. Stop it, or choose another: PORT=8081 npm start`,
      )
    throw fault
  }
}

/** An empty embedded folder gets the sample school, so that there is something true to look at. */
async function fillIfEmpty(house: House): Promise<boolean> {
  const { real, sample } = await schoolsPresent(makeContext(house.machines))
  if (real > 0 || (sample > 0 && !isSampleUnfinished(house.machines.config))) return false
  sayProgress('The data folder is empty: filling it with the sample school. This happens once.')
  await makeSampleSchool(house)
  return true
}

async function greet(house: House, filled: boolean): Promise<void> {
  const { config } = house.machines
  const [address] = house.app.addresses()
  const url =
    config.WAYMARK_PUBLIC_URL ??
    `http://localhost:${typeof address === 'object' ? address.port : config.port}`
  const ctx = makeContext(house.machines)
  const { real } = await schoolsPresent(ctx)
  say(`Waymark is ready at ${url}`)
  if (filled)
    say('It shows the sample school. Choose "Look around" to be a teacher, a student or an administrator.')
  if (real === 0)
    say(
      `To set up your own school, choose "Set up our school" and give this setup token: ${await createSetupToken(ctx)}`,
    )
}

/** Waits for a signal, then closes within 30 seconds. */
function stopped(house: House): Promise<void> {
  return new Promise((resolve) => {
    const stop = async () => {
      process.off('SIGTERM', stop).off('SIGINT', stop)
      const late = setTimeout(() => process.exit(1), SHUTDOWN_MS)
      await house.close()
      clearTimeout(late)
      resolve()
    }
    process.on('SIGTERM', stop).on('SIGINT', stop)
  })
}
