import { bullets, type Slide, slidePicture, writePptx } from '../../../sample/office/pptx.ts'
import { noisePhoto } from './noise-photo.ts'

const SLIDES = 40
/** What a pixel of the noise takes as JPEG, as measured. */
const BYTES_PER_PIXEL = 0.71

/**
 * A presentation of 40 slides and about so many bytes. The size comes from photographs, as in real ones, so
 * that reading it means decoding them.
 */
export async function makeLargeDeck(bytes: number): Promise<Uint8Array> {
  const side = Math.round(Math.sqrt(bytes / SLIDES / BYTES_PER_PIXEL))
  const deck: Slide[] = []
  for (let number = 1; number <= SLIDES; number += 1) {
    const points = Array.from(
      { length: 8 },
      (_, at) => `Point ${at} of slide ${number} says something about the CPU.`,
    )
    const frame = { left: 500, top: 120, width: 400, height: 300 }
    deck.push({
      title: `Slide ${number}`,
      shapes: [bullets(points), slidePicture('rIdPhoto', `Photograph ${number}`, frame)],
      pictures: { rIdPhoto: await noisePhoto(side, number) },
      notes: [`Say this on slide ${number}.`],
    })
  }
  return writePptx('A large lesson', deck)
}
