import { type Db, PgBoss } from 'pg-boss'
import { type Machines, makeContext } from '../context.ts'
import { Refused } from '../refused.ts'
import type { Worker } from '../work.ts'
import { type JobQueue, listJobs } from './job.ts'

/** A process that was killed is missed after so long, and another takes its errands up. */
const HEARTBEAT_SECONDS = 20
const LOOK_FOR_THE_DEAD_SECONDS = 10

type JobWorker = Extract<Worker, { job: unknown }>

const noJob = '00000000-0000-7000-8000-000000000000'

/** The job queue: pg-boss on our own database, on the embedded one as on a server. */
export class Jobs implements JobQueue {
  readonly #boss: PgBoss
  readonly #machines: Machines
  #started = false

  constructor(machines: Machines) {
    this.#machines = machines
    const { database } = machines
    const db: Db = {
      executeSql: async (text, values) => (await database.run(text, values)) as { rows: unknown[] },
    }
    this.#boss = new PgBoss({
      db,
      backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
      supervise: true,
      superviseIntervalSeconds: LOOK_FOR_THE_DEAD_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_THE_DEAD_SECONDS,
      schedule: false,
    })
    this.#boss.on('error', (fault) => machines.log.error({ err: fault }, 'the job queue reports a fault'))
  }

  /**
   * Makes the queues and asks each for a job that is not there, by which the library learns the queue: on the
   * embedded database a first look from inside a transaction would wait for itself.
   */
  async start(): Promise<void> {
    await this.#boss.start()
    this.#started = true
    for (const kind of listJobs()) {
      const options = {
        retryLimit: kind.retries,
        retryBackoff: true,
        retryDelay: 1,
        expireInSeconds: kind.timeoutSeconds,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deleteAfterSeconds: 30 * 86_400,
      }
      await this.#boss.createQueue(kind.name, options)
      // A queue that an earlier version made keeps its own options: creating it again changes nothing.
      await this.#boss.updateQueue(kind.name, options)
      await this.#boss.findJobs(kind.name, { id: noJob })
    }
    await this.#machines.database.script(
      'grant usage on schema pgboss to waymark_app; grant select, insert, update on all tables in schema pgboss to waymark_app; grant execute on all functions in schema pgboss to waymark_app;',
    )
  }

  /** Begins to take errands. */
  async work(workers: readonly Worker[]): Promise<void> {
    for (const worker of workers) {
      if (!('job' in worker)) continue
      await this.#boss.work(worker.job.name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
        for (const job of jobs) await this.#run(worker, job.id, job.data)
      })
    }
  }

  /** Does what waits now, without a timetable: for tests and the command line. Answers how many were done. */
  async runWaiting(workers: readonly Worker[]): Promise<number> {
    let done = 0
    for (const worker of workers) {
      if (!('job' in worker)) continue
      for (const job of await this.#boss.fetch(worker.job.name, { batchSize: 50 })) {
        try {
          await this.#run(worker, job.id, job.data)
          await this.#boss.complete(worker.job.name, job.id)
        } catch (fault) {
          await this.#boss.fail(worker.job.name, job.id, { message: String(fault) })
        }
        done += 1
      }
    }
    return done
  }

  async send(name: string, payload: object, options: { db: Db; singletonKey?: string }): Promise<void> {
    await this.#boss.send(name, payload, options)
  }

  async stop(): Promise<void> {
    if (this.#started) await this.#boss.stop({ graceful: true, timeout: 20_000, close: false })
    this.#started = false
  }

  /** A refusal gives up, since trying again would be refused again; a fault is tried again by the queue. */
  async #run(worker: JobWorker, jobId: string, data: unknown): Promise<void> {
    const ctx = makeContext(this.#machines, { requestId: jobId })
    try {
      await worker.handle(ctx, worker.job.payload.parse(data) as never)
    } catch (fault) {
      if (fault instanceof Refused) {
        this.#machines.log.warn(
          { job: worker.job.name, job_id: jobId, refusal: fault.code },
          'an errand was refused',
        )
        return
      }
      this.#machines.log.error({ err: fault, job: worker.job.name, job_id: jobId }, 'an errand failed')
      throw fault
    }
  }
}
