const spokenFrom = 20

/** Whether the count of characters left is to be spoken now: on reaching 20, and at the end. */
export function isSpokenAt(leftBefore: number, leftNow: number): boolean {
  const crossed = (bound: number) => leftBefore > bound && leftNow <= bound
  return crossed(spokenFrom) || crossed(0)
}
