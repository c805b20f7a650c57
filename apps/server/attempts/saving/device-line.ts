/** The numbers of one device's events that have arrived. Pure. */
export interface Arrived {
  /** Everything from 1 to here. */
  through: number
  /** Ranges above a gap: ascending, apart from each other and from `through`. */
  beyond: readonly (readonly [number, number])[]
}

export const nothingArrived: Arrived = { through: 0, beyond: [] }

export const hasArrived = ({ through, beyond }: Arrived, seq: number): boolean =>
  seq <= through || beyond.some(([from, to]) => seq >= from && seq <= to)

/** The same with these numbers added; those known already change nothing. */
export function arrive(line: Arrived, seqs: readonly number[]): Arrived {
  const ranges: [number, number][] = [
    ...line.beyond.map(([from, to]): [number, number] => [from, to]),
    ...seqs.filter((seq) => seq > line.through).map((seq): [number, number] => [seq, seq]),
  ].sort(([a], [b]) => a - b)
  let through = line.through
  const beyond: [number, number][] = []
  for (const [from, to] of ranges) {
    const last = beyond.at(-1)
    if (from <= through + 1) through = Math.max(through, to)
    else if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else beyond.push([from, to])
  }
  return { through, beyond }
}

/** The gaps below the highest number that has arrived. */
export function missing({ through, beyond }: Arrived): [number, number][] {
  let after = through
  return beyond.map(([from, to]) => {
    const gap: [number, number] = [after + 1, from - 1]
    after = to
    return gap
  })
}
