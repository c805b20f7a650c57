/** One measured figure; `limit` is the bar it is read beside, `peer` the same work done another way. */
export interface Figure {
  name: string
  value: number
  unit: string
  limit?: number
  note?: string
}
