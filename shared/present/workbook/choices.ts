import { concerns } from '../../case/associate-fields'
import { describe } from '../../case/describe'
import { fieldsUnder } from '../../case/fields'
import { get, type Path } from '../../case/path'
import { rowNameOf } from '../../case/problems'
import { originOf } from '../../model'
import { CHOICES, type Layout } from './layout'
import { row, text, type RowPlan, type SheetPlan } from './sheet'

/** What no formula reads: marks of an organization, and terms of the letter for the attorney alone. */
const UNREAD = /^offers\/[^/]+\/(partner|letter)\//

/** Choices that decide which formulas exist: fixed in the workbook, changed in the program. */
export function choices({ outcome }: Layout): SheetPlan {
  const { document } = outcome
  const group = (title: string, roots: readonly Path[]): RowPlan[] => {
    const rows = roots
      .flatMap((root) => [...fieldsUnder(root, document)])
      .flatMap((path): RowPlan[] => {
        if (!concerns(path, document) || UNREAD.test(path)) return []
        const field = describe(path, document)!
        if (field.unit !== 'choice' && field.unit !== 'yesNo') return []
        const value = get(document, path)
        const word = field.unit === 'yesNo' ? (value ? 'yes' : 'no') : (field.choices?.[String(value)] ?? String(value))
        return [
          {
            depth: 1,
            cells: [text(rowNameOf(path, document, field)), text(word), text(originOf(document, path)), text(path)],
          },
        ]
      })
    return rows.length === 0 ? [] : [row('heading', title), ...rows]
  }
  const { offers, alternatives } = document
  const owns = document.practice.role === 'owner'
  return {
    name: CHOICES,
    widths: [62, 44, 20, 50],
    frozen: { rows: 3, columns: 1 },
    rows: [
      row('title', 'Choices'),
      row(
        'note',
        'These decide which formulas this workbook has and are fixed in it, as are amounts that are 0 or empty in the case. To change one, edit the case in the program and save the workbook again.',
      ),
      row('head', 'Choice', 'As chosen', 'Source', 'Field of the case'),
      ...group('You and your household', ['owner']),
      ...group(owns ? 'The practice' : 'Your present job', ['practice']),
      ...group('Inflation, returns and tax', ['assumptions', 'tax']),
      ...(owns && alternatives.stepBack.include ? group('Stepping back', ['alternatives/stepBack']) : []),
      ...(owns && alternatives.sellPrivately.include
        ? group('Sale to a dentist now', ['alternatives/sellPrivately'])
        : []),
      ...offers.filter(({ include }) => include).flatMap(({ id, name }) => group(name, [`offers/${id}`])),
    ],
  }
}
