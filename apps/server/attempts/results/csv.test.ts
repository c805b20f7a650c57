import { describe, expect, test } from 'vitest'
import { csvName, resultsCsv } from './csv.ts'
import type { Row } from './rows.ts'

const row: Row = {
  student_id: 's',
  name: 'Ada Byron',
  attempt_id: 'a',
  attempts: 1,
  status: 'completed',
  score: 7.5,
  max_score: 10,
  percentage: 75,
  seconds: 1200,
  hints: 1,
  retries: 4,
  waiting: 0,
  as_of: '2026-03-02T10:42:00.000Z',
  notes: [],
}

describe('the CSV of a class', () => {
  test('begins with a byte order mark, ends lines with CR LF, and leaves unknown figures empty', () => {
    const unknown = { score: null, max_score: null, percentage: null, seconds: null, as_of: null }
    const none = { ...row, ...unknown, name: 'Ben' }
    expect(resultsCsv([row, none])).toBe(
      '\ufeffName,Score,Out of,Percent,Seconds,Status,Attempts,Hints,More tries,Notes,As of\r\n' +
        'Ada Byron,7.5,10,75,1200,completed,1,1,4,,2026-03-02T10:42:00.000Z\r\n' +
        'Ben,,,,,completed,1,1,4,,\r\n',
    )
  })

  test.each([
    { name: '=1+1', cell: "'=1+1" },
    { name: '+44', cell: "'+44" },
    { name: '-2', cell: "'-2" },
    { name: '@SUM(A1)', cell: "'@SUM(A1)" },
    { name: '\tx', cell: "'\tx" },
    { name: '\rx', cell: '"\'\rx"' },
    { name: 'O\'Neil, "Sam"', cell: '"O\'Neil, ""Sam"""' },
    { name: 'two\nlines', cell: '"two\nlines"' },
    { name: '=HYPERLINK("x","y")', cell: '"\'=HYPERLINK(""x"",""y"")"' },
  ])('a name $name does no harm in a spreadsheet', ({ name, cell }) => {
    expect(
      resultsCsv([{ ...row, name }])
        .split('\r\n')[1]
        ?.startsWith(`${cell},7.5,`),
    ).toBe(true)
  })

  test('is named after class, quiz and day', () => {
    expect(csvName('8B / Computing', 'Binary: part 1', '2026-03-02')).toBe(
      '8B Computing-Binary part 1-2026-03-02.csv',
    )
  })
})
