import { bullet, heading, numbered, paragraph, table, title, writeDocx } from '../../../sample/office/docx.ts'
import { type PdfLine, writePdf } from '../../../sample/office/pdf.ts'
import { bullets, line, slideTable, textBox, writePptx } from '../../../sample/office/pptx.ts'

/** A document as teachers write them, with what a person finds in it. */
export interface LabelledDocument {
  filename: string
  bytes: () => Buffer
  objectives: string[]
  vocabulary: [term: string, definition: string][]
}

const docx = (...body: string[]) => writeDocx({ title: 'Lesson', body })
const box = { left: 50, top: 120, width: 800, height: 60 }
const lower = { left: 50, top: 200, width: 800, height: 300 }
const pdfPage = (...texts: (string | [string, Partial<PdfLine>])[]): PdfLine[] =>
  texts.map((entry, at) => {
    const [text, more] = typeof entry === 'string' ? [entry, {}] : entry
    return { text, left: 60, bottom: 780 - 24 * at, ...more }
  })

export const labelledDocuments: LabelledDocument[] = [
  {
    filename: 'plan-with-labels-on-the-left.docx',
    bytes: () =>
      docx(
        title('Lesson 2: Selection'),
        table(
          [
            ['Date', 'Monday 9 March'],
            ['Class', '8B'],
            [
              'Learning objectives',
              '• Explain what selection means in a program\n• Write an if statement with an else part',
            ],
            [
              'Success criteria',
              'I can trace a program with an if statement\nI can use == and != in a condition',
            ],
            [
              'Key vocabulary',
              'Condition: an expression that is either true or false\nBranch: one of the ways a program can go',
            ],
            ['Resources', 'Laptops and printed programs'],
            ['Starter', 'Students sort eight cards into true and false statements.'],
            ['Plenary', 'Exit ticket with three questions'],
          ],
          [2_500, 7_000],
        ),
      ),
    objectives: [
      'Explain what selection means in a program',
      'Write an if statement with an else part',
      'trace a program with an if statement',
      'use == and != in a condition',
    ],
    vocabulary: [
      ['Condition', 'an expression that is either true or false'],
      ['Branch', 'one of the ways a program can go'],
    ],
  },
  {
    filename: 'scheme-of-work.docx',
    bytes: () =>
      docx(
        heading('Scheme of work: Networks'),
        table(
          [
            ['Lesson', 'Title', 'Learning outcomes', 'Activities', 'Homework'],
            [
              '1',
              'What a network is',
              'Define the word network\nGive two reasons for connecting computers',
              'Card sort in pairs',
              'Draw the network at home',
            ],
            [
              '2',
              'Parts of a network',
              'Describe what a switch and a router do',
              'Build a network of string',
              'Quiz on parts',
            ],
            ['3', 'Protocols', 'Explain why computers need protocols', 'Pass the message game', 'None'],
          ],
          [900, 1_800, 3_500, 2_000, 1_500],
        ),
      ),
    objectives: [
      'Define the word network',
      'Give two reasons for connecting computers',
      'Describe what a switch and a router do',
      'Explain why computers need protocols',
    ],
    vocabulary: [],
  },
  {
    filename: 'plan-in-prose.docx',
    bytes: () =>
      docx(
        title('Sorting by hand and by machine'),
        paragraph('By the end of this lesson, pupils will be able to:'),
        numbered('Describe how bubble sort works'),
        numbered('Carry out a bubble sort on six numbers'),
        numbered('Compare bubble sort with merge sort'),
        heading('Introduction'),
        paragraph('By the end of the nineteenth century, machines could sort punched cards.'),
        paragraph('Pupils will work in groups of four. Time: 10 minutes.'),
        heading('Key words'),
        bullet('Pass – one run through the whole list'),
        bullet('Swap – to exchange the places of two values'),
        bullet('Note: hand out the word mats'),
        heading('Main activity'),
        paragraph('Each group sorts the cards. One pupil counts the swaps: the winner has the fewest.'),
      ),
    objectives: [
      'Describe how bubble sort works',
      'Carry out a bubble sort on six numbers',
      'Compare bubble sort with merge sort',
    ],
    vocabulary: [
      ['Pass', 'one run through the whole list'],
      ['Swap', 'to exchange the places of two values'],
    ],
  },
  {
    filename: 'single-objective.docx',
    bytes: () =>
      docx(
        heading('L5 Loops'),
        paragraph('Learning objective: Use a while loop to repeat instructions'),
        paragraph('I can explain when a while loop stops.'),
        paragraph('I can find the error in a loop that never ends.'),
        heading('Do now'),
        paragraph('Write down three things that you repeat every day.'),
        heading('Task 1'),
        paragraph('Type the program and run it. Note: save your work first.'),
      ),
    objectives: [
      'Use a while loop to repeat instructions',
      'explain when a while loop stops',
      'find the error in a loop that never ends',
    ],
    vocabulary: [],
  },
  {
    filename: 'all-most-some.docx',
    bytes: () =>
      docx(
        heading('Lesson 7: Lists'),
        heading('Learning outcomes', 2),
        paragraph('All pupils will be able to name an item of a list by its index.'),
        paragraph('Most pupils will be able to add and remove items of a list.'),
        paragraph('Some pupils will be able to search a list with a loop.'),
        heading('Vocabulary', 2),
        paragraph('Index: the position of an item in a list'),
        paragraph('Item: one of the values in a list'),
        paragraph('Example: names = ["Ada", "Alan"]'),
        heading('Lesson outline', 2),
        paragraph('Starter: recap variables. Pupils will share their homework.'),
      ),
    objectives: [
      'name an item of a list by its index',
      'add and remove items of a list',
      'search a list with a loop',
    ],
    vocabulary: [
      ['Index', 'the position of an item in a list'],
      ['Item', 'one of the values in a list'],
    ],
  },
  {
    filename: 'glossary-table.docx',
    bytes: () =>
      docx(
        title('Glossary for Year 9'),
        table(
          [
            ['Key term', 'Meaning', 'Example'],
            ['Encryption', 'changing data so that only some people can read it', 'A locked message'],
            ['Firewall', 'a system that checks data going in and out of a network', 'Windows Defender'],
            ['Malware', 'software that is made to do harm', 'A virus'],
            [
              'Two-factor authentication',
              'proving who you are in two different ways',
              'A password and a code',
            ],
          ],
          [2_500, 4_500, 2_500],
        ),
      ),
    objectives: [],
    vocabulary: [
      ['Encryption', 'changing data so that only some people can read it'],
      ['Firewall', 'a system that checks data going in and out of a network'],
      ['Malware', 'software that is made to do harm'],
      ['Two-factor authentication', 'proving who you are in two different ways'],
    ],
  },
  {
    filename: 'word-list.docx',
    bytes: () =>
      docx(
        heading('Keywords'),
        paragraph('Learn these for Friday.'),
        paragraph('HTML – the language that describes the structure of a web page'),
        paragraph('CSS – the language that describes how a web page looks'),
        paragraph('Wi-Fi – a way to join a network without wires'),
        paragraph('Time: 10:30'),
        paragraph('Answer: see the back of the sheet'),
        heading('Questions'),
        paragraph('HTML: what does it stand for?'),
      ),
    objectives: [],
    vocabulary: [
      ['HTML', 'the language that describes the structure of a web page'],
      ['CSS', 'the language that describes how a web page looks'],
      ['Wi-Fi', 'a way to join a network without wires'],
    ],
  },
  {
    filename: 'slides-with-objectives.pptx',
    bytes: () =>
      writePptx('Images', [
        { title: 'Bitmap images', shapes: [bullets(['Year 8 Computing'])] },
        {
          title: 'We are learning to',
          shapes: [
            bullets([
              'explain what a pixel is',
              'calculate the file size of an image',
              'describe what colour depth means',
            ]),
          ],
        },
        {
          title: 'Pixels',
          shapes: [bullets(['A pixel is the smallest part of an image.', 'Each pixel has one colour.'])],
        },
        {
          title: 'Key terms',
          shapes: [
            bullets([
              'Pixel: the smallest part of an image',
              'Resolution: the number of pixels in an image',
              'Colour depth: the number of bits used for each pixel',
            ]),
          ],
        },
        {
          title: 'Task 2',
          shapes: [bullets(['Work out the size: 10 × 8 pixels, 4 bits each.', 'Show your working.'])],
        },
      ]),
    objectives: [
      'explain what a pixel is',
      'calculate the file size of an image',
      'describe what colour depth means',
    ],
    vocabulary: [
      ['Pixel', 'the smallest part of an image'],
      ['Resolution', 'the number of pixels in an image'],
      ['Colour depth', 'the number of bits used for each pixel'],
    ],
  },
  {
    filename: 'slides-with-banner.pptx',
    bytes: () =>
      writePptx(
        'Sound',
        ['Sound waves', 'Sampling', 'Sample rate', 'File size'].map((name, at) => ({
          title: name,
          shapes: [
            textBox([line('LO: Explain how a computer stores sound')], box, 5),
            textBox(
              [line(`Slide about ${name.toLowerCase()} with its own text number ${'abcd'[at]}.`)],
              lower,
              6,
            ),
          ],
          notes: ['By the end they should know that more samples make a larger file.'],
        })),
      ),
    objectives: ['Explain how a computer stores sound'],
    vocabulary: [],
  },
  {
    filename: 'slides-with-table.pptx',
    bytes: () =>
      writePptx('Logic', [
        {
          title: 'Logic gates',
          shapes: [
            slideTable(
              [
                ['Success criteria', 'Evidence'],
                ['Draw the symbols of AND, OR and NOT', 'Worksheet 1'],
                ['Complete a truth table with two inputs', 'Worksheet 2'],
              ],
              lower,
            ),
          ],
        },
        {
          title: 'Words to know',
          shapes: [
            slideTable(
              [
                ['Word', 'Meaning'],
                ['Gate', 'a circuit that gives one output for its inputs'],
                ['Truth table', 'a table of all inputs with their outputs'],
              ],
              lower,
            ),
          ],
        },
      ]),
    objectives: ['Draw the symbols of AND, OR and NOT', 'Complete a truth table with two inputs'],
    vocabulary: [
      ['Gate', 'a circuit that gives one output for its inputs'],
      ['Truth table', 'a table of all inputs with their outputs'],
    ],
  },
  {
    filename: 'handout.pdf',
    bytes: () =>
      writePdf([
        pdfPage(
          ['Databases', { size: 20 }],
          ['Learning intentions', { size: 14 }],
          '• Describe what a field and a record are',
          '• Sort and filter the records of a table',
          ['Glossary', { size: 14 }],
          'Record – all the data about one thing',
          'Field – one kind of data about every thing',
          'Primary key – a field that is different in every record',
          ['Exercise', { size: 14 }],
          'Open the file and count the records. Time: 5 minutes',
        ),
      ]),
    objectives: ['Describe what a field and a record are', 'Sort and filter the records of a table'],
    vocabulary: [
      ['Record', 'all the data about one thing'],
      ['Field', 'one kind of data about every thing'],
      ['Primary key', 'a field that is different in every record'],
    ],
  },
  {
    filename: 'worksheet.pdf',
    bytes: () =>
      writePdf([
        pdfPage(
          ['Spreadsheets', { size: 18 }],
          'By the end of the lesson you will be able to write a formula with cell names.',
          'I can copy a formula down a column.',
          ['Key vocabulary', { size: 13 }],
          'Cell: one box of a spreadsheet',
          'Formula: a calculation that begins with an equals sign',
          ['Questions', { size: 13 }],
          '1. What is the name of the first cell?',
          '2. What does the sign = mean in a cell?',
        ),
      ]),
    objectives: ['write a formula with cell names', 'copy a formula down a column'],
    vocabulary: [
      ['Cell', 'one box of a spreadsheet'],
      ['Formula', 'a calculation that begins with an equals sign'],
    ],
  },
  {
    filename: 'no-objectives.docx',
    bytes: () =>
      docx(
        title('A short history of computers'),
        heading('Before 1940'),
        paragraph('The word computer once meant a person: someone who calculated for a living.'),
        paragraph('The objective of the first machines was to replace tables of numbers.'),
        heading('After 1940'),
        paragraph('Machines such as Colossus – a secret until the 1970s – were built to break codes.'),
        paragraph('I could not see the machine, one operator said, but I could hear it.'),
        bullet('1943: Colossus is built'),
        bullet('1948: the Manchester Baby runs its first program'),
      ),
    objectives: [],
    vocabulary: [],
  },
  {
    filename: 'mixed-plan.docx',
    bytes: () =>
      docx(
        heading('Lesson 4: Functions'),
        table(
          [
            ['Learning objective', 'Define a function with two parameters'],
            ['Prior knowledge', 'Variables, selection and loops'],
            ['Misconceptions', 'A function runs as soon as it is defined.'],
          ],
          [2_500, 7_000],
        ),
        heading('Outcomes'),
        bullet('Call a function and use the value that it returns'),
        bullet('Explain why functions make programs shorter'),
        heading('Terminology'),
        table(
          [
            ['Parameter', 'a name for a value that a function is given'],
            ['Argument', 'the value that is given when a function is called'],
            ['Return value', 'the value that a function gives back'],
          ],
          [2_500, 7_000],
        ),
        heading('Timings'),
        table(
          [
            ['10 min', 'Starter about recipes and their steps'],
            ['25 min', 'Pupils write three functions in pairs'],
          ],
          [2_500, 7_000],
        ),
      ),
    objectives: [
      'Define a function with two parameters',
      'Call a function and use the value that it returns',
      'Explain why functions make programs shorter',
    ],
    vocabulary: [
      ['Parameter', 'a name for a value that a function is given'],
      ['Argument', 'the value that is given when a function is called'],
      ['Return value', 'the value that a function gives back'],
    ],
  },
]
