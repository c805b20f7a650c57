import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { fillSampleSchool } from '../sample/fill.ts'
import { sayProgress } from './speech.ts'

/** Stands in the data folder while the sample school is being made: a start after a crash makes it anew. */
const markerIn = (config: Config) => path.join(config.WAYMARK_DATA, 'sample-school-unfinished')

export const isSampleUnfinished = (config: Config): boolean => existsSync(markerIn(config))

export async function makeSampleSchool(house: House): Promise<void> {
  const marker = markerIn(house.machines.config)
  writeFileSync(marker, '')
  await fillSampleSchool(house, sayProgress)
  rmSync(marker)
}
