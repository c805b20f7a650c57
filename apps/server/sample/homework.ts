import { type PdfLine, writePdf } from './office/pdf.ts'

interface Entry {
  text: string
  style: 'title' | 'heading' | 'text' | 'code'
}

const first: Entry[] = [
  { text: 'L3 Homework: Binary numbers', style: 'title' },
  { text: 'Learning objectives', style: 'heading' },
  { text: '• Convert binary numbers of up to 8 bits to denary', style: 'text' },
  { text: '• Calculate the largest number that a given number of bits can hold', style: 'text' },
  { text: 'Vocabulary', style: 'heading' },
  { text: 'Bit – the smallest unit of data, which is either 0 or 1', style: 'text' },
  { text: 'Byte – a group of 8 bits', style: 'text' },
  { text: 'Place value – what a digit is worth because of its column', style: 'text' },
  { text: 'What to do', style: 'heading' },
  { text: '1. Copy the place values from 128 to 1 into your book.', style: 'text' },
  { text: '2. Write the binary number 1101 under the last four place values.', style: 'text' },
  { text: '3. Add the place values that have a 1 under them.', style: 'text' },
]

const second: Entry[] = [
  { text: 'A program to check your answer', style: 'heading' },
  { text: 'binary = "1101"', style: 'code' },
  { text: 'total = 0', style: 'code' },
  { text: 'for bit in binary:', style: 'code' },
  { text: '    total = total * 2 + int(bit)', style: 'code' },
  { text: 'print(total)', style: 'code' },
  { text: 'Check your sum by hand as well: 8 + 4 + 1 = 13.', style: 'text' },
]

const sizes = { title: 20, heading: 14, text: 11, code: 10 }

/** The homework sheet as a PDF of two pages. */
export function homework(): Buffer {
  return writePdf([first, second].map(layOut))
}

function layOut(entries: Entry[]): PdfLine[] {
  let bottom = 780
  return entries.map(({ text, style }) => {
    const line: PdfLine = {
      text,
      left: 56,
      bottom,
      size: sizes[style],
      typeface: style === 'code' ? 'mono' : 'sans',
    }
    bottom -= style === 'code' ? 13 : sizes[style] + 11
    return line
  })
}
