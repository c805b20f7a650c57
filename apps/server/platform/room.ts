import type { Route } from './http/route.ts'
import type { Worker } from './work.ts'

/** What a room shows the house: its routes by operation name, and its workers. */
export interface Room {
  name: string
  routes: Record<string, Route>
  workers: readonly Worker[]
}
