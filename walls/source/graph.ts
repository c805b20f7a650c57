import type { House, HouseFile, Link } from '../house.ts'

/** A way from one file to another along imports that are there when the program runs. */
export interface Reach {
  file: HouseFile
  /** The files on the way, the start first and `file` last. */
  chain: string[]
}

/** Everything that is loaded with a file: the file itself and all it imports, types left aside. */
export function loadedWith(house: House, start: HouseFile): Reach[] {
  const reached = new Map<string, Reach>([[start.path, { file: start, chain: [start.path] }]])
  for (const { file, chain } of reached.values()) {
    for (const link of valueLinks(file)) {
      const next = link.to === null ? undefined : house.find(link.to)
      if (next && !reached.has(next.path))
        reached.set(next.path, { file: next, chain: [...chain, next.path] })
    }
  }
  return [...reached.values()]
}

/** Imports that are there when the program runs. */
export function valueLinks(file: HouseFile): Link[] {
  return file.links.filter((link) => !link.typeOnly)
}

/** Every knot of files that import each other, types included, each as one closed way round. */
export function cyclesIn(house: House): string[][] {
  const cycles: string[][] = []
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (file: HouseFile): void => {
    state.set(file.path, 'open')
    trail.push(file.path)
    for (const to of new Set(file.links.map((link) => (link.how === 'url' ? null : link.to)))) {
      const next = to === null ? undefined : house.find(to)
      if (!next) continue
      if (state.get(next.path) === 'open') cycles.push([...trail.slice(trail.indexOf(next.path)), next.path])
      else if (!state.has(next.path)) visit(next)
    }
    trail.pop()
    state.set(file.path, 'done')
  }
  for (const file of house.files) if (!state.has(file.path)) visit(file)
  return cycles
}
