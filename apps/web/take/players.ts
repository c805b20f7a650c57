import { type ComponentType, lazy } from 'react'
import { players } from '../questions/generated/players.ts'
import type { PlayerProps } from '../questions/player.ts'

type Load = () => Promise<{ Player: ComponentType<PlayerProps> }>

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
