/** What the web server's thread and the database's thread say to each other. */
export interface WorkerStart {
  /** Folder of the database; absent: in memory (tests). */
  folder?: string
  /** A dumped data folder to begin from (tests). */
  snapshot?: Uint8Array
}

export type ToWorker = { id: number } & (
  | { kind: 'query'; sql: string; parameters: unknown[] }
  | { kind: 'script'; sql: string }
  | { kind: 'snapshot' | 'dump' | 'syncs' | 'close' }
)

export interface FromWorker {
  /** 0 is the worker's own word that the database is open. */
  id: number
  rows: unknown[]
  affectedRows: number
  snapshot?: Uint8Array
  dump?: string
  fault?: { message: string; code?: string; constraint?: string; table?: string; column?: string }
}
