import { LAW, type Layout } from './layout'
import { row, text, type Format, type RowPlan, type SheetPlan } from './sheet'

/** Each number and table of the law that the formulas read, with its year and citation. */
export function law(layout: Layout): SheetPlan {
  return {
    name: LAW,
    widths: [62, 16, 16, 90],
    frozen: { rows: 3, columns: 1 },
    rows: [
      row('title', 'The law'),
      row(
        'note',
        'Amounts that the law indexes are multiplied by the price level of each year in the formulas. Brackets and tables follow below: each value applies from its threshold upward.',
      ),
      row('head', 'Number', 'Value', 'Tax year', 'Citation'),
      ...layout.constants.map(({ value, unit, cited }): RowPlan => {
        const format: Format = unit === 'usd' ? 'usd' : value > 0 && value < 1 ? 'percent' : 'number'
        return {
          cells: [
            text(cited.label.charAt(0).toUpperCase() + cited.label.slice(1)),
            { value, format },
            { value: cited.year },
            text(cited.source),
          ],
        }
      }),
      row(undefined, ''),
      ...layout.tables.flatMap(({ label, source, keys, values, unit }): RowPlan[] => [
        row('heading', label, 'Value', 'Step', source),
        row('note', 'From'),
        ...keys.map((key, i): RowPlan => {
          const format: Format = unit === 'usd' ? 'usd' : values.every((value) => value < 1) ? 'percent' : 'number'
          return {
            cells: [
              { value: key, format: 'number' },
              { value: values[i]!, format },
              { value: values[i]! - (values[i - 1] ?? 0), format },
            ],
          }
        }),
        row(undefined, ''),
      ]),
    ],
  }
}
