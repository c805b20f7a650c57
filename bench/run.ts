import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { describeMachine } from './machine.ts'
import { tableOf } from './table.ts'

/**
 * `npm run bench`: runs every benchmark in this folder, prints each figure beside its limit and keeps them in
 * `results/`. A figure beyond its limit fails nothing: time depends on the machine.
 * `--only name` runs one; `--quick` asks for short runs and keeps no result.
 */
const { values: options } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' } } })

interface Benchmark {
  run: (options: { quick: boolean }) => Promise<Figure[]>
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => !options.only || name === options.only)
  .sort()

const results: Record<string, Figure[]> = {}
for (const name of names) {
  const benchmark = (await import(`./${name}.ts`)) as Partial<Benchmark>
  // The folder also holds what the benchmarks share.
  if (!benchmark.run) continue
  const figures = await benchmark.run({ quick: options.quick ?? false })
  if (figures.length === 0) throw new Error(`bench/${name}.ts measured nothing.`)
  results[name] = figures
  process.stdout.write(`\n${name}\n${tableOf(figures)}`)
}
if (Object.keys(results).length === 0) throw new Error('No benchmark ran.')

if (!options.quick) {
  const measuredAt = new Date().toISOString()
  const folder = new URL('results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  const content = { measured_at: measuredAt, machine: describeMachine(), results }
  const name = options.only
    ? `${measuredAt.slice(0, 10)}-${options.only}.json`
    : `${measuredAt.slice(0, 10)}.json`
  writeFileSync(new URL(name, folder), `${JSON.stringify(content, null, 2)}\n`)
  process.stdout.write(`\nKept in bench/results/${name}\n`)
}
