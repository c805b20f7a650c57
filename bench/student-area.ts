import { spawnSync } from 'node:child_process'
import { limitKilobytes, measureStudentArea } from '../apps/web/size-check.ts'
import type { Figure } from './figure.ts'

/** What a student's browser loads before the first question: script, gzipped, in kilobytes of 1,000 bytes. */
export async function run(): Promise<Figure[]> {
  const built = spawnSync(process.execPath, [
    'node_modules/vite/bin/vite.js',
    'build',
    'apps/web',
    '--logLevel',
    'error',
  ])
  if (built.status !== 0) throw new Error(built.stderr.toString())
  const { kilobytes } = measureStudentArea()
  return [{ name: "the student area's first load", value: kilobytes, unit: 'kB gzip', limit: limitKilobytes }]
}
