import sharp from 'sharp'

const part = (left: number, top: number, fill: string, name: string) =>
  `<rect x="${left}" y="${top}" width="170" height="80" rx="8" fill="${fill}"/><text x="${left + 85}" y="${top + 48}" text-anchor="middle" fill="#ffffff">${name}</text>`

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" font-family="Liberation Sans, Arial, sans-serif" font-size="24">
<rect width="640" height="480" fill="#ffffff"/>
<rect x="20" y="20" width="600" height="440" rx="12" fill="#e2efda" stroke="#548235" stroke-width="4"/>
<text x="40" y="440" fill="#375623">Motherboard</text>
<path d="M235 140h150M150 180v110h170" stroke="#7f6000" stroke-width="6" fill="none"/>
${part(65, 100, '#2f5597', 'CPU')}${part(385, 100, '#833c0b', 'RAM')}${part(320, 250, '#7030a0', 'Storage')}
</svg>`

/** A labelled diagram of a computer's main parts, as PNG. */
export function drawDiagram(): Promise<Buffer> {
  return sharp(Buffer.from(drawing)).png({ palette: true, compressionLevel: 9 }).toBuffer()
}
