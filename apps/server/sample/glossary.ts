import { bullet, heading, paragraph, table, title, writeDocx } from './office/docx.ts'

/** Terms and their meanings, in the words the unit uses. */
const terms: [string, string][] = [
  ['Algorithm', 'a list of steps that solves a problem'],
  ['Binary', 'a number system that uses only the digits 0 and 1'],
  ['Bit', 'the smallest unit of data, which is either 0 or 1'],
  ['Byte', 'a group of 8 bits'],
  ['CPU', 'the part of a computer that carries out the instructions of programs'],
  ['Denary', 'the number system with ten digits that people use every day'],
  ['Hardware', 'the parts of a computer system that you can touch'],
  ['Input device', 'a device that sends data into a computer'],
  ['Motherboard', 'the circuit board that connects the main parts of a computer'],
  ['Nibble', 'a group of 4 bits'],
  ['Operating system', 'the software that manages the hardware and runs other programs'],
  ['Output device', 'a device that shows or plays data from a computer'],
  ['Place value', 'what a digit is worth because of its column'],
  ['RAM', 'memory that holds the programs and data in use until the power is off'],
  ['ROM', 'memory that keeps its contents without power and holds the start-up instructions'],
  ['Secondary storage', 'devices that keep files when the computer is switched off'],
]

const networkTerms: [string, string][] = [
  ['Wi-Fi', 'a way to join a network without wires'],
  ['IPv4', 'an address made of 32 bits'],
  ['Router', 'a device that passes data from one network to another'],
]

/** The unit's glossary: a table of terms, and a list for the next unit. */
export function glossary(): Buffer {
  return writeDocx({
    title: 'Glossary: Computer systems and binary',
    body: [
      title('Glossary: Computer systems and binary'),
      paragraph('Keep this page in your folder. Add an example of your own to three of the terms.'),
      heading('Key terms'),
      table([['Term', 'Definition'], ...terms], [2_800, 6_800]),
      heading('Vocabulary for the next unit'),
      ...networkTerms.map(([term, meaning]) => bullet(`${term} – ${meaning}`)),
      paragraph('Note: bring a pen and your folder to every lesson.'),
    ],
  })
}
