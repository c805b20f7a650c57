import { readFileSync } from 'node:fs'
import { startServer } from '../e2e/server.ts'
import type { Figure } from './figure.ts'

/** Cold and warm start on an embedded folder with the sample school, and what the server keeps in memory. */
export async function run(): Promise<Figure[]> {
  const cold = await timed(() => startServer())
  try {
    await cold.result.stop()
    const warm = await timed(() => startServer({ dataFolder: cold.result.dataFolder }))
    const megabytes = residentMegabytes(warm.result.pid)
    await warm.result.stop()
    return [
      {
        name: 'first start with the sample school',
        value: cold.seconds,
        unit: 's',
        limit: 60,
        note: 'to ready',
      },
      { name: 'warm start', value: warm.seconds, unit: 's', limit: 5, note: 'to ready' },
      {
        name: 'memory after a warm start',
        value: megabytes,
        unit: 'MB',
        limit: 800,
        note: 'resident, embedded',
      },
    ]
  } finally {
    await cold.result.remove()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const begun = performance.now()
  const result = await work()
  return { result, seconds: (performance.now() - begun) / 1000 }
}

/** Linux only, where the machines that measure are. */
function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? Number.NaN) / 1000
}
