/** The cost lines of a practice. */
export const COST_LINES = [
  'staff',
  'associate',
  'supplies',
  'lab',
  'facility',
  'marketing',
  'administration',
  'other',
] as const

/** Where a row of the books belongs: a cost line, or what is not an operating cost. */
const READ = [...COST_LINES, 'ownersPay', 'interest', 'depreciation', 'amortisation', 'income', 'otherIncome'] as const
export type Line = (typeof READ)[number]

/** Where the owner may put a row: `none` has nothing to do with the practice. */
export const LINES = [...READ, 'none'] as const
