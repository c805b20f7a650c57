import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface StartOptions {
  /** Data folder to start on; by default a new, empty one, which is removed at the end. */
  dataFolder?: string
  /** The port of a server that was stopped, so that its people go on where they were; else a free one. */
  port?: number
  /** Settings beside port and data folder. */
  environment?: Readonly<Record<string, string>>
}

export interface RunningServer {
  baseUrl: string
  port: number
  pid: number
  dataFolder: string
  output: () => string
  /** Ends the process with a signal and answers its exit code; the folder stays until `remove`. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  remove: () => Promise<void>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const patienceMs = 120_000

/** Starts Waymark on a free port and waits until it says that it is ready. */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'waymark-journeys-')))
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, ['apps/server/cli.ts', 'start'], {
    cwd: root,
    env: { ...process.env, ...options.environment, PORT: String(port), WAYMARK_DATA: dataFolder },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const baseUrl = `http://localhost:${port}`
  const server: RunningServer = {
    baseUrl,
    port,
    pid: child.pid ?? 0,
    dataFolder,
    output: () => output,
    stop: (signal = 'SIGTERM') => end(child, signal),
    remove: async () => {
      await end(child, 'SIGKILL')
      if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true })
    },
  }
  try {
    await untilReady(child, baseUrl)
  } catch (error) {
    await server.remove()
    throw new Error(`${(error as Error).message}\n${output}`)
  }
  return server
}

async function untilReady(child: ChildProcess, baseUrl: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`)
    const reply = await fetch(`${baseUrl}/ready`).catch(() => null)
    if (reply?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The server was not ready in two minutes.')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return child.exitCode
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}
