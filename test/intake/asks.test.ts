// Where books leave open what only the owner knows, the owner is asked: nothing is guessed in silence.
import { expect, it } from 'vitest'

import { readDelimited } from '../../shared/intake/books/delimited'
import { readFile } from '../../shared/intake/read'

const read = (...lines: readonly string[]) =>
  readFile({ pages: [], sheets: [{ name: '', rows: readDelimited(lines.join('\n')) }], struckOut: [], notes: [] })

const year = (...pay: readonly string[]): string[] => [
  'Profit and Loss',
  'January - December 2025',
  'Income',
  'Patient Fees,900000',
  'Total Income,900000',
  'Expenses',
  ...pay,
  'Rent,80000',
  'Dental Supplies,60000',
  'Lab Fees,50000',
  'Telephone,10000',
]
const asked = (lines: readonly string[]) => read(...lines).questions.map(({ quote }) => quote)

it('asks whose pay it is where two doctors have accounts of pay', () => {
  expect(asked(year('Payroll - Dr. Ames,200000', 'Payroll - Dr. Bell,150000'))).toEqual([
    'Payroll - Dr. Ames',
    'Payroll - Dr. Bell',
  ])
  expect(asked(year('Payroll - Dr. Ames (owner),200000', 'Payroll - Dr. Bell,150000'))).toEqual(['Payroll - Dr. Bell'])
  // One doctor alone is the owner, and so is who is paid twice.
  expect(asked(year('Payroll - Dr. Ames,200000', 'Health premiums - Dr. Ames,20000'))).toEqual([])
})

it('says which column it took where no heading tells the year', () => {
  const two = year('Staff Wages,250000').map((line) =>
    /,\d+$/.test(line) ? `${line},${Number(line.split(',')[1]) + 500}` : line,
  )
  const { notes } = read(...two)
  expect(notes.join(' ')).toContain(
    'The amounts were read from column C, not from column B: no heading says which of them is the whole year.',
  )
  // "Amount" below a year does not hide it.
  const headed = ['Profit and Loss', ',2025,2024', ',Amount,Amount', ...two.slice(2)]
  const { book, notes: none } = read(...headed)
  expect(book).toMatchObject({ year: 2025, earlierYears: [2024] })
  expect(book!.rows.find(({ label }) => label === 'Rent')).toMatchObject({ amount: 80_000, earlier: { 2024: 80_500 } })
  expect(none).toEqual([expect.stringContaining('states no net income')])
})

it('knows the owner by the name of the practice, and whose family is on the payroll', () => {
  const { book, questions } = read(
    'Harwood Periodontics',
    ...year('Wages,', 'Dr. Harwood,160000', 'Mrs. Harwood (office admin),36000', 'Marketing,40000'),
  )
  const line = (label: string) => book!.rows.find((row) => row.label === label)
  expect(line('Dr. Harwood')).toMatchObject({ line: 'ownersPay', known: true })
  expect(line('Mrs. Harwood (office admin)')).toMatchObject({ line: 'staff', addBack: 'family on the payroll' })
  expect(questions).toEqual([])
})
