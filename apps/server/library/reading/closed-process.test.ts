import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { probeClosure, spawnClosed } from './closed-process.ts'

// Each file starts a process; a busy machine may take its time over it.
vi.setConfig({ testTimeout: 60_000 })

const here = import.meta.dirname

function ownFiles(): string[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'))
    .map((name) => join(here, name))
}

describe('the reader has no network', () => {
  it('no file of it imports a network module', () => {
    const files = ownFiles()
    expect(files.length).toBeGreaterThan(40)
    const network = /['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|undici|inspector)['"]/
    expect(files.filter((file) => network.test(readFileSync(file, 'utf8')))).toEqual([])
    const calls = files.filter((file) =>
      /\b(?:fetch|WebSocket|EventSource)\s*\(/.test(readFileSync(file, 'utf8')),
    )
    expect(calls).toEqual([])
  })

  it('where the system can close it, a connection to this very machine fails', async () => {
    const closure = await probeClosure()
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const connect = `require('node:net').connect(${port}, '127.0.0.1').on('connect', () => process.exit(7)).on('error', () => process.exit(3))`
    expect(await exitCode('none', connect)).toBe(7)
    expect(await exitCode(closure, connect)).toBe(closure === 'none' ? 7 : 3)
    server.close()
  })

  it('it gets no environment', async () => {
    const code = await exitCode(
      await probeClosure(),
      'process.exit(Object.keys(process.env).length > 1 ? 9 : 0)',
    )
    expect(code).toBe(0)
  })
})

function exitCode(closure: Awaited<ReturnType<typeof probeClosure>>, script: string): Promise<number | null> {
  const child = spawnClosed(closure, process.execPath, ['-e', script], { writable: null, channels: [] })
  return new Promise((resolve, reject) => {
    child?.once('exit', resolve)
    child?.once('error', reject)
  })
}
