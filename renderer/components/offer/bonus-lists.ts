import type { RowsAsk } from './asks'

/** What months are counted from: an owner's closing, an associate's start of the job. */
export type Start = 'closing' | 'the start'

export const retentionBonuses = (start: Start): RowsAsk => ({
  list: 'job/retention',
  word: 'bonus',
  caption: 'Bonuses for still working there on a given date',
  columns: [
    { field: 'label', label: 'Bonus', width: '40%' },
    { field: 'amount', label: 'Amount', unit: '$, once, before tax' },
    { field: 'months', label: 'Paid after', unit: `months from ${start}` },
  ],
  most: 10,
  empty: 'No retention bonus is stated.',
})

export const forgivableLoans = (start: Start): RowsAsk => ({
  list: 'job/forgivableLoans',
  word: 'loan',
  caption: 'Loans that are forgiven while you work',
  columns: [
    { field: 'label', label: 'Loan', width: '40%' },
    { field: 'amount', label: `Lent to you at ${start}`, unit: '$, once' },
    { field: 'years', label: 'Forgiven over', unit: 'years, an equal part each' },
  ],
  most: 5,
  empty: 'No forgivable loan is stated.',
})
