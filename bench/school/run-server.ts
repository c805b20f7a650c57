import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A running `server.ts`. */
export interface SchoolServer {
  address: string
  classroomId: string
  /** What the process has used so far. */
  use(): Promise<Use>
  /** Ends it in order; it leaves nothing behind but a folder that was given. */
  stop(): Promise<void>
  /** Ends it as a cut of the power does. */
  kill(): Promise<void>
}

export interface Use {
  cpuMs: number
  megabytes: number
}

/** Address of a PostgreSQL server whose user may create databases; without it the embedded database alone is measured. */
export const postgresUrl = process.env.WAYMARK_TEST_DATABASE_URL

/**
 * Starts a server in a process of its own. `folder` is kept, and a server that was killed can be started on it
 * again; `postgres` puts the school into a database of its own on that server instead of the embedded one.
 */
export async function startSchoolServer(options: {
  students: number
  folder?: string
  postgres?: string
}): Promise<SchoolServer> {
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const server = fork(new URL('server.ts', import.meta.url), given)
  const { address, classroomId } = (await next(server)) as Pick<SchoolServer, 'address' | 'classroomId'>
  return {
    address,
    classroomId,
    use: async () => {
      server.send('so far')
      return (await next(server)) as Use
    },
    stop: async () => {
      server.send('last')
      await once(server, 'exit')
    },
    kill: async () => {
      server.kill('SIGKILL')
      await once(server, 'exit')
    },
  }
}

async function next(server: ChildProcess): Promise<unknown> {
  const [message] = await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('The server of the benchmark ended.'))),
  ])
  return message
}
