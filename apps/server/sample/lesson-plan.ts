import { bullet, code, heading, numbered, paragraph, table, title, writeDocx } from './office/docx.ts'

const overview = [
  ['Lesson', 'Learning objectives', 'Main activity'],
  [
    '1 Inside a computer',
    'Name the main parts inside a computer system\nExplain what the CPU does with each instruction',
    'Label a picture of the parts inside a computer',
  ],
  [
    '2 Memory and storage',
    'Describe the difference between RAM and secondary storage\nCompare two storage devices by speed, size and price',
    'Sort twelve devices into memory, storage, input and output',
  ],
  [
    '3 Binary numbers',
    'Convert binary numbers of up to 8 bits to denary\nConvert denary numbers from 0 to 255 to binary',
    'Convert eight numbers with a place value table',
  ],
]

const misconceptions = [
  ['Common misconception', 'Correction'],
  [
    'A bigger hard disk makes a computer run programs faster.',
    'A bigger hard disk stores more files. The speed of running programs depends mainly on the CPU and the RAM.',
  ],
  ['The binary number 10 means ten.', 'The binary number 10 means one 2 and no 1, so its denary value is 2.'],
  [
    'RAM keeps your files when the computer is switched off.',
    'RAM loses its contents when the power is off. Files stay on secondary storage.',
  ],
  [
    'The largest number that 8 bits can hold is 256.',
    '8 bits make 256 different patterns. The first pattern means 0, so the largest number is 255.',
  ],
]

const program = `denary = 13
binary = ""
while denary > 0:
    bit = denary % 2
    binary = str(bit) + binary
    denary = denary // 2
print(binary)`

/** A teacher's plan for the third lesson of the unit, with the objectives of all three in a table. */
export function lessonPlan(): Buffer {
  return writeDocx({
    title: 'Lesson 3: Binary numbers',
    body: [
      title('Lesson 3: Binary numbers'),
      paragraph('Year 8 Computing. Unit: Computer systems and binary. Time: 60 minutes.'),
      heading('Objectives of the unit'),
      table(overview, [2_200, 4_400, 3_000]),
      heading('Success criteria'),
      bullet('I can write the place values of an 8-bit binary number from 128 to 1.'),
      bullet('I can explain why computers use binary.'),
      bullet('I can calculate how many patterns a given number of bits can make.'),
      heading('Background'),
      paragraph(
        'A computer is built from millions of tiny switches. Each switch is either off or on. We write off as 0 and on as 1. One 0 or 1 is called a bit. A group of 8 bits is called a byte.',
      ),
      paragraph(
        'People usually count in denary, which has the ten digits from 0 to 9. Each column of a denary number is worth ten times the column to its right. Each column of a binary number is worth two times the column to its right.',
      ),
      paragraph(
        'The place values of an 8-bit binary number are 128, 64, 32, 16, 8, 4, 2 and 1. The denary value of a binary number is the sum of the place values that have a 1. For example, 1011 has a 1 under 8, 2 and 1, so its denary value is 8 + 2 + 1 = 11.',
      ),
      heading('Starter'),
      paragraph('Give each student four cards with 8, 4, 2 and 1 dots.'),
      paragraph('Ask: which cards must be face up to show 6 dots? Which cards show 13 dots?'),
      heading('How to convert denary to binary'),
      numbered('Write the place values 128, 64, 32, 16, 8, 4, 2, 1 in a row.'),
      numbered('Find the largest place value that is not greater than the number.'),
      numbered('Write 1 under that place value and subtract it from the number.'),
      numbered('Repeat with what is left until nothing is left.'),
      numbered('Write 0 under every place value that has no 1.'),
      heading('How to convert binary to denary'),
      numbered('Write the place values above the bits.', 3),
      numbered('Mark each place value that has a 1 under it.', 3),
      numbered('Add the marked place values.', 3),
      heading('Common misconceptions'),
      table(misconceptions, [4_200, 5_400]),
      heading('Activity: Binary by program'),
      paragraph('Students read the program and predict its output before they run it.'),
      paragraph('Then they change the first line so that the program converts their own age.'),
      code(program),
      heading('Exit questions'),
      paragraph('1. What is the denary value of the binary number 1010?'),
      paragraph('A) 5'),
      paragraph('B) 10'),
      paragraph('C) 12'),
      paragraph('D) 1010'),
      paragraph('Answer: B'),
      paragraph('2. How many bits are in one byte?'),
      paragraph('A) 2'),
      paragraph('B) 4'),
      paragraph('C) 8'),
      paragraph('D) 16'),
      paragraph('Answer: C'),
      heading('Homework'),
      paragraph('Write the day of the month of your birthday as a binary number. Show your working.'),
    ],
  })
}
