import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

/** How the system takes the network away from a process; `none` leaves it to the reader's own imports. */
export type Closure = 'bwrap' | 'unshare' | 'none'

const places = ['/usr/bin', '/bin', '/usr/local/bin', '/usr/sbin', '/sbin']
let probed: Promise<Closure> | undefined

/** The strongest closure that works here, tried out once per process. */
export function probeClosure(): Promise<Closure> {
  probed ??= firstUsable(['bwrap', 'unshare'])
  return probed
}

async function firstUsable(closures: Exclude<Closure, 'none'>[]): Promise<Closure> {
  for (const closure of closures) {
    if ((await exitCode(closure)) === 0) return closure
  }
  return 'none'
}

function exitCode(closure: Closure): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawnClosed(closure, process.execPath, ['-e', '0'], { writable: null, channels: [] })
    if (child === null) return resolve(null)
    child.once('error', () => resolve(null))
    child.once('exit', resolve)
  })
}

export interface ClosedOptions {
  /** The only folder the process may write to, where the system can hold it to that. */
  writable: string | null
  /** What stands behind the process's channels from 0 on; missing ones are closed. */
  channels: ('pipe' | 'ignore')[]
}

/** Starts a program without environment and, by the closure, without network; `null` when the closure is absent. */
export function spawnClosed(
  closure: Closure,
  program: string,
  args: string[],
  { writable, channels }: ClosedOptions,
): ChildProcess | null {
  const wrapped = wrap(closure, writable)
  if (wrapped === null) return null
  const [command = program, ...before] = [...wrapped, program]
  return spawn(command, [...before, ...args], {
    env: {},
    stdio: ['ignore', 'ignore', 'ignore']
      .map((fallback, at) => channels[at] ?? fallback)
      .concat(channels.slice(3)) as ('pipe' | 'ignore')[],
    windowsHide: true,
  })
}

function wrap(closure: Closure, writable: string | null): string[] | null {
  if (closure === 'none') return []
  const path = findProgram(closure)
  if (path === null) return null
  if (closure === 'unshare') return [path, '--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])]
  const folder = writable === null ? [] : ['--bind', writable, writable]
  const shut = ['--unshare-net', '--unshare-ipc', '--die-with-parent', '--new-session']
  return [path, ...shut, '--ro-bind', '/', '/', '--dev', '/dev', ...folder, '--']
}

function findProgram(name: string): string | null {
  for (const place of places) {
    try {
      accessSync(`${place}/${name}`, constants.X_OK)
      return `${place}/${name}`
    } catch {
      // Looked for in the next place.
    }
  }
  return null
}
