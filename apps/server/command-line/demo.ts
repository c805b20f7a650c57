import type { House } from '../house.ts'
import { schoolsPresent } from '../people/index.ts'
import { makeContext } from '../platform/context.ts'
import { inHouse } from './open.ts'
import { makeSampleSchool } from './sample-school.ts'
import { type Answer, CommandFault } from './speech.ts'

/** `waymark demo`: creates the sample school, or makes it anew; refuses beside a real school. */
export const demoCommand = (): Promise<Answer> =>
  inHouse(async (house: House) => {
    const { real } = await schoolsPresent(makeContext(house.machines))
    if (real > 0)
      throw new CommandFault(
        'A real school is set up here, so sample data cannot be created. Use another folder: WAYMARK_DATA=./demo npx waymark demo',
      )
    await makeSampleSchool(house)
    const address = `http://localhost:${house.machines.config.port}`
    return {
      sentence: `The sample school is ready. Start Waymark with "npm start", open ${address} and choose "Look around".`,
      facts: { address },
    }
  })
