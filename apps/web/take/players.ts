import { type ComponentType, lazy, useEffect, useState } from 'react'
import { players } from '../questions/generated/players.ts'
import type { PlayerProps } from '../questions/player.ts'

interface PlayerModule {
  Player: ComponentType<PlayerProps>
  /** Set by kinds that only a person can mark: there is nothing to check at once. */
  markedByTeacher?: boolean
}
type Load = () => Promise<PlayerModule>

const loaders = players as unknown as Record<string, Load | undefined>

/** The player of each kind, loaded when it is first shown. */
const components = new Map<string, ComponentType<PlayerProps>>(
  Object.entries(loaders).flatMap(([kind, load]) =>
    load ? [[kind, lazy(async () => ({ default: (await load()).Player }))]] : [],
  ),
)

/** Undefined for a kind that this page does not know, as when it is older than the server. */
export function playerOf(kind: string): ComponentType<PlayerProps> | undefined {
  return components.get(kind)
}

/** Fetches players ahead, so that a lost network shows no gap. */
export async function loadPlayers(kinds: readonly string[]): Promise<void> {
  await Promise.allSettled([...new Set(kinds)].map((kind) => loaders[kind]?.()))
}

/** Whether only a teacher marks questions of a kind; null until its player is here. */
export function useMarkedByTeacher(kind: string): boolean | null {
  const [answer, setAnswer] = useState<boolean | null>(null)
  useEffect(() => {
    loaders[kind]?.().then(
      ({ markedByTeacher }) => setAnswer(markedByTeacher ?? false),
      () => undefined,
    )
  }, [kind])
  return answer
}
