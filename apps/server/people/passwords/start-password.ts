/** Short, plain, easy to read aloud and to type; nothing rude in any pair; none is a frequent password. */
const words =
  `acorn alder amber anchor anvil apron arrow aspen atlas autumn badge baker bamboo banjo barley basil
  basket beacon beech bench berry birch bishop blossom bobbin bottle bramble branch breeze brick bridge bronze
  brook bucket button cabin cactus camel candle canoe canvas carbon cargo carpet carrot castle cedar cellar
  chalk cherry chisel cypress cinder citrus clover cobalt comet compass copper coral corner cotton cradle crane
  crater crayon cricket crystal curtain daisy dapple desert dragon drum dune eagle easel echo elder
  ember engine fabric falcon feather fennel ferry fiddle field finch flame flint flute forest fossil
  fountain galaxy garden garlic garnet gazelle ginger glacier globe goblet granite grape gravel grove guitar
  hammer hamper harness harvest hazel heather hedge helmet heron hollow honey hornet indigo island ivory
  jasper jigsaw jungle juniper kernel kettle kitten ladder lagoon lantern larch laurel lemon lentil lilac
  linen lizard locket lotus magnet mango maple marble meadow melon meteor mirror mitten mosaic moss
  muffin mustard needle nettle nickel nutmeg oasis ocean olive onion onyx orbit orchid otter oyster
  paddle panda paper parcel parrot pasture peach pebble pelican pencil pepper petal pickle pigeon pillow
  pine planet plum pocket poplar poppy prairie pretzel prism puddle puffin pumpkin puzzle quartz quill
  rabbit radish raven ribbon river robin rocket rowan saddle saffron sailor salmon sandal sapling satin
  scarf sequoia shadow shell sketch slate sparrow spindle spruce stable sturdy sunset swift tablet
  tango teapot thimble thistle timber toffee tulip turnip turtle valley velvet violet walnut willow winter
  walrus wagon waffle weaver whistle wicker window wombat yarrow yellow zebra zephyr zigzag`.split(/\s+/)

/** Bytes of chance a start password takes. */
export const START_PASSWORD_BYTES = 6

/**
 * A password for a first sign-in: two words and four digits, such as `maple-otter-4729` (28 bits; guessing is
 * held back by the waits of the sign-in). Digits are 2–9, since 0 and 1 are misread.
 */
export function makeStartPassword(bytes: Uint8Array): string {
  const word = (at: number) => words[bytes[at] ?? 0] ?? ''
  const digit = (bits: number) => String(2 + (bits & 7))
  const [, , a = 0, b = 0, c = 0, d = 0] = bytes
  return `${word(0)}-${word(1)}-${[a, b, c, d].map(digit).join('')}`
}

export const startWords: readonly string[] = words
