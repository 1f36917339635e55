import type { Path } from '../../case/path'
import { MOST_YEARS, VIEWS } from '../../model'
import { START } from '../../model/plan/derived'
import { roleWords } from '../paths'
import { capital } from '../sentence'
import { VIEW_NAMES } from '../views'
import type { ClosingTotals } from './closing'
import { BIRTH, HORIZON } from './input-rows'
import { CHECKS, CLOSING, type Layout, SUMMARY } from './layout'
import { row, text, type RowPlan, type SheetPlan } from './sheet'
import type { TieOut } from './summary'

/** Half a cent a year at most. */
const NOTHING = '<0.01'

/**
 * Identities that must hold after any change, inputs whose changes the workbook cannot follow, and a tie-out of each
 * summary figure to the program's own.
 */
export function checks(layout: Layout, totals: readonly ClosingTotals[], tieOuts: readonly TieOut[]): SheetPlan {
  const check = (label: string, formula: string, meaning: string): RowPlan => ({
    cells: [text(label), { value: true, formula }, text(meaning)],
  })
  return {
    name: CHECKS,
    widths: [76, 12, 90],
    frozen: { rows: 3, columns: 1 },
    rows: [
      row('title', 'Checks'),
      row('note', 'Every check should read TRUE, even after inputs are changed.'),
      row('head', 'Check', 'Holds', 'What it tests'),
      row('heading', 'Arithmetic'),
      ...totals.map(({ path, sources, uses }) =>
        check(
          `${path}: sources equal uses`,
          `ABS(${CLOSING}!${sources}-${CLOSING}!${uses})${NOTHING}`,
          'Everything delivered at closing is paid for or kept.',
        ),
      ),
      ...identities(layout).map(({ label, formula, meaning }) => check(label, formula, meaning)),
      row('heading', 'What this workbook cannot follow'),
      ...fixed(layout).map(({ label, formula, meaning }) => check(label, formula, meaning)),
      row('heading', 'Tie-out to the program'),
      row('head', 'Figure of the summary', 'Now', 'As the program computed it when this workbook was saved'),
      ...tieOuts.map(({ label, address, value }): RowPlan => ({
        cells: [
          text(label),
          { value: 'same', formula: `IF(ABS(${SUMMARY}!${address}-$C@)${NOTHING},"same","changed")` },
          { value, format: 'number' },
        ],
      })),
    ].map((line, i) => numbered(line, i + 1)),
  }
}

/** Fills in a row's own number where its formulas need it. */
const numbered = (line: RowPlan, number: number): RowPlan => ({
  ...line,
  cells: line.cells.map((cell) =>
    cell?.formula === undefined ? cell : { ...cell, formula: cell.formula.replace('$C@', `$C$${number}`) },
  ),
})

interface Check {
  readonly label: string
  readonly formula: string
  readonly meaning: string
}

/** Identities of the method, over all years of each path and view. */
function identities(layout: Layout): Check[] {
  const { outcome } = layout
  return outcome.paths.flatMap(({ id, name }) =>
    VIEWS.flatMap((view): Check[] => {
      const span = (line: string) => layout.span(outcome.line(id, view, line)!, CHECKS)
      const parts = ['leadFromSale', 'leadFromIncome', 'leadFromShortfall', 'leadFromReturns', 'leadAtRetirement'].map(
        (part) => outcome.line(id, view, part),
      )
      const what = `${name}, ${VIEW_NAMES[view]}`
      return [
        {
          label: `${what}: wealth equals account balances after tax plus unrealized value`,
          formula: `SUMPRODUCT(ABS(${['wealth', 'accounts', 'paper'].map(span).join('-')}))${NOTHING}`,
          meaning: 'In every year.',
        },
        {
          label: `${what}: withdrawals from one account reach another`,
          formula: `SUMPRODUCT(ABS(${layout.span(layout.proof(id, view), CHECKS)}))${NOTHING}`,
          meaning: 'The change of all accounts is the year’s cash flow and return; in every year.',
        },
        ...(parts.every((part) => part !== undefined)
          ? [
              {
                label: `${what}: the parts of the lead at retirement add up to it`,
                formula: `ABS(${parts
                  .map((part) => layout.address(part, CHECKS))
                  .join('+')
                  .replace(/\+(?=[^+]*$)/, '-')})${NOTHING}`,
                meaning: `${capital(roleWords(outcome.document).dated.replace('the ', ''))}, income, unfunded spending and returns.`,
              },
            ]
          : []),
      ]
    }),
  )
}

/** The number of years and the order of steps are fixed in the workbook and can change only in the program. */
function fixed(layout: Layout): Check[] {
  const { document, years } = layout.outcome
  const at = (path: Path) => layout.field(path, CHECKS)
  const ages = `${at(HORIZON)}-(${at(START)}-1-YEAR(${at(BIRTH)}))`
  const orders = [
    { what: 'steps to fewer days', fields: ascending(document.practice.taper, 'practice/taper', 'age') },
    { what: 'changes of tax rates', fields: ascending(document.tax.changes, 'tax/changes', 'from') },
    ...document.offers.flatMap(({ id, name, fee, components }) => [
      { what: `${name}: tiers of the fee`, fields: ascending(fee.tiers, `offers/${id}/fee/tiers`, 'from') },
      ...components.flatMap((part) =>
        part.kind === 'earnOut'
          ? [
              {
                what: `${name}: targets of ${part.label}`,
                fields: ascending(part.targets, `offers/${id}/components/${part.id}/targets`, 'months'),
              },
            ]
          : [],
      ),
    ]),
  ]
  return [
    {
      label: `The plan still has ${years} years`,
      formula: `MAX(1,MIN(${MOST_YEARS},${ages}))=${years}`,
      meaning:
        'Date of birth, first year of the plan and the age to which it runs decide how many years this workbook has. Change them in the program.',
    },
    ...orders.flatMap(({ what, fields }): Check[] => {
      const known = fields.filter((field) => layout.has(field))
      if (known.length < 2) return []
      return [
        {
          label: `${what}: still in the same order`,
          formula: `AND(${known
            .slice(1)
            .map((field, i) => `${at(known[i]!)}<=${at(field)}`)
            .join(',')})`,
          meaning: 'The formulas are written for this order. To change it, use the program.',
        },
      ]
    }),
  ]
}

const ascending = <Key extends string>(
  items: readonly ({ readonly id: string } & Readonly<Record<Key, number>>)[],
  list: Path,
  key: Key,
): Path[] => [...items].sort((a, b) => a[key] - b[key]).map(({ id }) => `${list}/${id}/${key}`)
