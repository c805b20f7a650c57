import sharp from 'sharp'

/** A square JPEG of grey noise, which compresses as badly as a photograph of foliage: about 0.7 bytes a pixel. */
export function noisePhoto(side: number, seed: number): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 + seed }
  return sharp({ create: { width: side, height: side, channels: 3, background: '#808080', noise } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
