import { fileURLToPath } from 'node:url'
import { passed } from './check/step.ts'
import { steps } from './check/steps.ts'

/** `npm run check`: runs every step, then fails when any found a fault or looked at nothing. */
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const failed: string[] = []

for (const step of steps) {
  const begun = performance.now()
  const outcome = await step.run(root)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const verdict = passed(outcome) ? 'ok    ' : 'FAILED'
  process.stdout.write(`${verdict} ${step.name.padEnd(16)} ${seconds.padStart(6)} s  ${outcome.seen} files\n`)
  if (!passed(outcome)) {
    failed.push(step.name)
    process.stdout.write(outcome.complaint.replaceAll(/^(?=.)/gm, '       '))
  }
}

process.stdout.write(failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.join(', ')}.\n`)
process.exitCode = failed.length === 0 ? 0 : 1
