import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'

/** What a figure depends on beside the code: processor, memory, system and versions. */
export function describeMachine(): Record<string, string | number> {
  const packageText = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return {
    waymark: (JSON.parse(packageText) as { version: string }).version,
    node: process.versions.node,
    v8: process.versions.v8,
    system: `${type()} ${release().split('.').slice(0, 2).join('.')}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory_gib: Math.round(totalmem() / 2 ** 30),
  }
}
