import type { Line } from '../../formula'
import { capital } from '../sentence'
import { FORMS_OF, NOT_ON_THE_RETURN, RETURN_SUFFIX, taxComputation } from '../tax-computation'
import { TAX, type Layout } from './layout'
import { note, row, text, UNIT_WORDS, type RowPlan, type SheetPlan } from './sheet'

/** Lines of a case that is taxed at effective rates. */
const AT_RATES = ['incomeTax', 'taxOnOtherIncome', 'datedTax']

/** The labels of a return without what tells it from the same household's other returns: the note says it once. */
const withoutSuffix = (label: string): string => label.replace(RETURN_SUFFIX, '')

/** The return of every year and path, line by line, in the expected view. */
export function tax(layout: Layout): SheetPlan {
  const { outcome } = layout
  const years = Array.from({ length: outcome.years }, (_, y) => y + 1)
  const line = (one: Line, sign = '', form = ''): RowPlan => {
    const values = outcome.values(one)
    return {
      depth: 1,
      ...(sign === '=' && { look: 'total' as const }),
      cells: [
        text(`${sign && `${sign} `}${capital(withoutSuffix(one.label))}`),
        text(UNIT_WORDS[one.unit]),
        ...years.map((year) => ({
          value: values[year - 1],
          formula: layout.address(one, TAX, year),
          format: one.unit,
        })),
        text(form === '' ? one.meaning : `${one.meaning.replace(/ \(Form 1040[^)]*\)/, '')} ${form} (${FORMS_OF}).`),
      ],
    }
  }
  const calendar = outcome.structure.graph.line('plan/calendarYear')
  return {
    name: TAX,
    widths: [52, 9, 14],
    frozen: { rows: 3, columns: 2 },
    printed: 2 + years.length,
    pagesWide: Math.ceil(years.length / 16),
    rows: [
      row('title', 'Tax by path'),
      row(
        'note',
        outcome.document.tax.mode === 'federal'
          ? 'Each year’s complete return with the sale on it, expected view, future dollars; the last column explains each line.'
          : 'At the effective rates entered, expected view, future dollars; the last column explains each line.',
      ),
      {
        look: 'head',
        cells: [
          text('Line'),
          text('Unit'),
          ...outcome.values(calendar).map((value, y) => ({
            value,
            formula: layout.address(calendar, TAX, y + 1),
            format: 'years' as const,
          })),
          text('What it is'),
        ],
      },
      ...outcome.paths.flatMap(({ id, name }): RowPlan[] => {
        const { federal, state } = taxComputation(outcome, id, 'expected')
        const atRates = federal.length > 0 ? [] : AT_RATES.flatMap((rate) => outcome.line(id, 'expected', rate) ?? [])
        return [
          row('heading', name),
          ...federal
            .filter(({ line: { shape } }) => shape === 'row')
            .map((returned) => line(returned.line, returned.sign, returned.form)),
          ...atRates.filter(({ shape }) => shape === 'row').map((one) => line(one)),
          ...(state.length > 0
            ? [
                row('heading', `${name}: state return`),
                ...state.filter(({ shape }) => shape === 'row').map((one) => line(one)),
              ]
            : []),
        ]
      }),
      ...(outcome.document.tax.mode === 'federal' ? [note(NOT_ON_THE_RETURN)] : []),
    ],
  }
}
