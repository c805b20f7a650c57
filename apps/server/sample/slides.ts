import { bullets, slideCode, slidePicture, slideTable, writePptx } from './office/pptx.ts'

const program = `bits = 8
patterns = 2 ** bits
largest = patterns - 1
print(largest)`

/** Slides for the first two lessons of the unit; `diagram` shows the parts of a computer. */
export function slides(diagram: Buffer): Buffer {
  const content = { left: 48, top: 126, width: 480, height: 356 }
  return writePptx('Computer systems', [
    {
      title: 'Lesson 1: Computer systems',
      shapes: [bullets(['Year 8 Computing', 'What is inside a computer, and what does each part do?'])],
      notes: [
        'Show an old computer with its cover removed, if you have one.',
        'Ask students to name the parts they know. Do not correct them yet.',
      ],
    },
    {
      title: 'Learning objectives',
      shapes: [
        bullets([
          'Name the main parts inside a computer system',
          'Explain what the CPU does with each instruction',
          'Describe the difference between RAM and secondary storage',
        ]),
      ],
      notes: ['Read the objectives aloud. Come back to this slide at the end of the lesson.'],
    },
    {
      title: 'Parts inside a computer',
      shapes: [
        bullets([
          'The motherboard connects the main parts of a computer.',
          'The CPU carries out the instructions of every program.',
          'RAM holds the programs and data that are in use now.',
          'Secondary storage keeps files when the computer is switched off.',
        ]),
        slidePicture(
          'rIdDiagram',
          'Diagram of a computer: the CPU, the RAM and the secondary storage are joined to the motherboard.',
          { left: 600, top: 130, width: 320, height: 240 },
        ),
      ],
      pictures: { rIdDiagram: diagram },
      notes: [
        'Point to each part on the diagram as you name it.',
        'Misconception: Many students think that the monitor is the computer.',
        'Correction: The monitor is an output device. The computer is the box that holds the CPU.',
      ],
    },
    {
      title: 'What the CPU does',
      shapes: [
        bullets([
          'First, the CPU fetches an instruction from RAM.',
          'Then the CPU decodes the instruction to find out what to do.',
          'Finally, the CPU executes the instruction.',
          'A CPU of 3 GHz can do this about 3,000,000,000 times each second.',
        ]),
      ],
      notes: [
        'Act out the cycle with three students: one fetches a card, one reads it, one does what it says.',
      ],
    },
    {
      title: 'Key words',
      shapes: [
        bullets([
          'Hardware – the parts of a computer system that you can touch',
          'Software – the programs that run on a computer',
          'CPU – the part of a computer that carries out the instructions of programs',
          'RAM – memory that holds the programs and data in use until the power is off',
          'Peripheral: a device that is connected to a computer from outside',
        ]),
      ],
      notes: ['Students copy the five key words with their meanings.'],
    },
    {
      title: 'RAM and secondary storage',
      shapes: [
        slideTable(
          [
            ['Question', 'RAM', 'Secondary storage'],
            ['Does it keep data without power?', 'No', 'Yes'],
            ['Is it fast?', 'Yes, very fast', 'Slower than RAM'],
            ['How large is it in a laptop?', 'Often 8 or 16 gigabytes', 'Often 256 or 512 gigabytes'],
          ],
          { left: 48, top: 140, width: 864, height: 220 },
        ),
      ],
      notes: ['Ask: where is your essay before you save it? It is in RAM. Where is it after you save it?'],
    },
    {
      title: 'Why computers use binary',
      shapes: [
        bullets([
          'A computer is made of tiny switches that are either off or on.',
          'Binary needs only two digits, 0 for off and 1 for on.',
          'One binary digit is called a bit.',
          'A byte is a group of 8 bits and can hold 256 different patterns.',
        ]),
      ],
      notes: ['Switch the lights off and on: that is one bit. Ask how many patterns two lights can make.'],
    },
    {
      title: 'How many patterns?',
      shapes: [slideCode(program, content)],
      notes: ['Students predict the output before you run the program. The output is 255.'],
    },
    {
      title: 'Task 1: Sort the parts',
      shapes: [
        bullets([
          'Work with a partner for ten minutes.',
          'Sort the twelve cards into input, output, memory and storage.',
          'Write one sentence that explains where you put the touch screen.',
        ]),
      ],
      notes: ['A touch screen is both an input device and an output device.'],
    },
  ])
}
