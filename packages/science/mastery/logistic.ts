/** σ(z) = 1/(1 + e^−z), with z held within ±30 so that it is never 0 or 1. */
export function logistic(z: number): number {
  return 1 / (1 + Math.exp(-Math.max(-30, Math.min(30, z))))
}
