/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function after(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

export interface Area {
  left: number
  bottom: number
  right: number
  top: number
}

/** The upright rectangle around a rectangle that was moved by the map. */
export function areaUnder(matrix: Matrix, [x1, y1, x2, y2]: readonly [number, number, number, number]): Area {
  const corners = [apply(matrix, x1, y1), apply(matrix, x2, y1), apply(matrix, x1, y2), apply(matrix, x2, y2)]
  const across = corners.map(([x]) => x)
  const up = corners.map(([, y]) => y)
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
  }
}

export function holds(area: Area, x: number, y: number): boolean {
  return area.left <= x && x <= area.right && area.bottom <= y && y <= area.top
}
