/** `value` to `decimals` places, half up (away from zero below zero is not needed: figures here are ≥ 0). */
export function roundHalfUp(value: number, decimals: number): number {
  // Shifting by the exponent of the decimal text keeps 1.005 at 1.005; multiplying would make it 1.00499….
  const [digits, exponent = '0'] = String(value).split('e')
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`))
  return Number(`${shifted}e${-decimals}`)
}
