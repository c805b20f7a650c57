import { describe, expect, it } from 'vitest'
import { lineOfList, readPastedList } from './pasted-list.ts'

const usual = { year: '8', className: '8C' }
const rowsOf = (text: string) => readPastedList(text, usual).csv.split('\n').slice(1)

describe('a pasted list', () => {
  it('with a header goes to the server as it is', () => {
    const table = 'Surname\tForename\tUsername\tYear\tForm\nChen\tMarcus\t\t8\t8C'
    expect(readPastedList(table, usual)).toEqual({ csv: table, lineShift: 0 })
  })
  it('with a header that has no user names gets an empty column of them', () => {
    const table = '\nSurname\tForename\tYear\tForm\nChen\tMarcus\t8\t8C\n'
    const csv = '\nusername\tSurname\tForename\tYear\tForm\n\tChen\tMarcus\t8\t8C\n'
    expect(readPastedList(table, usual)).toEqual({ csv, lineShift: 0 })
    expect(readPastedList('\nfirst_name,last_name,year_group,class\n', usual).lineShift).toBe(0)
  })
  it.each([
    ['Marcus Chen', '"","Marcus","Chen","8","8C"'],
    ['  Anna Maria  de Souza ', '"","Anna Maria de","Souza","8","8C"'],
    ['Marcus, Chen', '"","Marcus","Chen","8","8C"'],
    ['Marcus\tChen\t9', '"","Marcus","Chen","9","8C"'],
    ['Marcus;Chen;Year 9;9A', '"","Marcus","Chen","Year 9","9A"'],
    ['"Marcus","Chen"', '"","Marcus","Chen","8","8C"'],
    ['Bo "B" Li', '"","Bo ""B""","Li","8","8C"'],
    ['Prince', '"","Prince","","8","8C"'],
  ])('of one student a line: %s', (line, row) => {
    expect(rowsOf(line)).toEqual([row])
  })
  it('keeps the place of each line, empty ones too, so that a problem names the line it is about', () => {
    const text = 'Marcus Chen\n\nPrince\r\nZoë Doe'
    const list = readPastedList(text, usual)
    expect(list.csv.split('\n')).toHaveLength(5)
    expect(lineOfList(text, list, 4)).toBe('Prince')
    expect(lineOfList(text, list, 99)).toBe('')
  })
})
