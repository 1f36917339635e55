/** Where a row of the books belongs: a cost line of the practice, or what is no cost of it. */
const READ = [
  'staff',
  'associate',
  'supplies',
  'lab',
  'facility',
  'marketing',
  'administration',
  'other',
  'ownersPay',
  'interest',
  'depreciation',
  'amortisation',
  'income',
  'otherIncome',
] as const
export type Line = (typeof READ)[number]

/** Where the owner may put a row: `none` has nothing to do with the practice. */
export const LINES = [...READ, 'none'] as const
