import type { Content } from '@waymark/questions/matching/content.ts'

/** The content with other items on the left; pairs of an item that is gone go with it. */
export function changeLeft(content: Content, left_items: Content['left_items']): Content {
  const there = new Set(left_items.map(({ id }) => id))
  return withPairs({ ...content, left_items }, ({ left }) => there.has(left))
}

/** The content with other items on the right; pairs with an item that is gone go with it. */
export function changeRight(content: Content, right_items: Content['right_items']): Content {
  const there = new Set(right_items.map(({ id }) => id))
  return withPairs({ ...content, right_items }, ({ right }) => there.has(right))
}

/** Makes `right` the right partner of `left`; the feedback of the pair stays. */
export function setPartner(content: Content, left: string, right: string): Content {
  const before = content.correct_pairs.find((pair) => pair.left === left)
  const others = content.correct_pairs.filter((pair) => pair.left !== left)
  const isOther = (pair: { left: string; right: string }) => pair.left !== left || pair.right !== right
  return {
    ...content,
    correct_pairs: [...others, { ...before, left, right }],
    other_pairs: content.other_pairs.filter(isOther),
  }
}

function withPairs(content: Content, stays: (pair: { left: string; right: string }) => boolean): Content {
  return {
    ...content,
    correct_pairs: content.correct_pairs.filter(stays),
    other_pairs: content.other_pairs.filter(stays),
  }
}
