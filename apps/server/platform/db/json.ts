import { type RawBuilder, sql } from 'kysely'

/** A jsonb parameter. Both drivers would otherwise read arrays and strings each in a way of its own. */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`
