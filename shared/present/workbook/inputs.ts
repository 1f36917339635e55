import type { Derivation } from '../../model/plan/derived'
import { START } from '../../model/plan/derived'
import type { FieldCell } from './input-rows'
import { INPUTS, type Layout } from './layout'
import { row, text, UNIT_WORDS, type CellPlan, type Format, type RowPlan, type SheetPlan } from './sheet'

/** The first and last dates that a spreadsheet counts correctly and a plan can contain. */
const DAYS = { first: 61, last: 91_313 }

/** Every input of the formulas, by section, with its limits, source and usual range. */
export function inputs(layout: Layout): SheetPlan {
  const { document } = layout.outcome
  const names = new Names()
  return {
    name: INPUTS,
    widths: [58, 16, 30, 18, 12, 12, 40, 50],
    frozen: { rows: 3, columns: 1 },
    rows: [
      row('title', 'Inputs'),
      row(
        'note',
        'Yellow cells may be changed; the indented rows below them are formulas. “Assumed” means not yet confirmed.',
      ),
      row('head', 'Input', 'Value', 'Unit', 'Source', 'Usual, from', 'to', 'Published by', 'Field of the case'),
      ...layout.inputs.map((one): RowPlan => {
        switch (one.kind) {
          case 'heading':
            return row('heading', one.text)
          case 'field':
            return { depth: 1, cells: fieldCells(one.field, names.of(one.field.path)) }
          case 'derived': {
            const { label, input, derivation, value } = one
            const formula = derivationFormula(derivation, (path) => layout.field(path, INPUTS))
            const format = derivation.as === 'time' || derivation.as === 'monthsInYears' ? 'factor' : 'count'
            return {
              look: 'helper',
              depth: 2,
              cells: [
                text(label),
                { value, formula, format },
                text(DERIVED_UNITS[derivation.as] ?? UNIT_WORDS[input.unit]),
              ],
            }
          }
        }
      }),
      row('note', ''),
      row('note', `Case: ${document.name}`),
    ],
  }
}

function fieldCells({ path, label, value, isDate, meta, origin, usual }: FieldCell, name: string): CellPlan[] {
  const format = formatOf(meta.unit)
  const unit = [UNITS[meta.unit] ?? meta.unit, meta.per].filter(Boolean).join(' ')
  return [
    text(label),
    {
      value,
      format,
      entry: true,
      name,
      ...(isDate
        ? { limits: { kind: 'date', least: DAYS.first, most: DAYS.last, message: `${label} is a date.` } }
        : meta.min === undefined || meta.max === undefined
          ? {}
          : { limits: { kind: 'number', least: meta.min, most: meta.max, message: limitText(label, meta) } }),
    },
    text(unit),
    text(origin),
    { value: usual?.low, format },
    { value: usual?.high, format },
    { value: usual?.source },
    text(path),
  ]
}

// A plain number needs no word of its own: “46 a year”.
const UNITS: Readonly<Record<string, string>> = {
  usd: '$',
  rate: '%',
  factor: '×',
  date: 'date',
  age: 'age',
  count: '',
}

/** Units of derived values that count no years although the model measures them in years. */
const DERIVED_UNITS: Readonly<Partial<Record<Derivation['as'], string>>> = {
  planYear: 'year of the plan',
  year: 'calendar year',
  yearOfEve: 'calendar year',
}

const formatOf = (unit: FieldCell['meta']['unit']): Format => {
  switch (unit) {
    case 'usd':
    case 'rate':
    case 'factor':
    case 'days':
    case 'hours':
    case 'date':
      return unit
    default:
      return 'years'
  }
}

function limitText(label: string, { unit, min, max }: FieldCell['meta']): string {
  const amount = (value: number) =>
    unit === 'rate' ? `${value * 100}%` : unit === 'usd' ? `$${value.toLocaleString('en-US')}` : `${value} ${unit}`
  return `${label} is between ${amount(min!)} and ${amount(max!)}.`
}

/** A value derived from fields, as a cell formula. */
function derivationFormula(derivation: Derivation, at: (path: string) => string): string {
  switch (derivation.as) {
    case 'value':
      return at(derivation.field)
    case 'monthsInYears':
      return `${at(derivation.field)}/12`
    case 'time': {
      const day = dayFormula(derivation.day, at)
      return `(12*(YEAR(${day})-${at(START)})+MONTH(${day})-1+IF(DAY(${day})>=16,1,0))/12`
    }
    case 'planYear': {
      // As `yearOf`: the last days before the plan count as its first day.
      const day = dayFormula(derivation.day, at)
      return `YEAR(${day})-${at(START)}+1+IF(AND(YEAR(${day})=${at(START)}-1,MONTH(${day})=12,DAY(${day})>=16),1,0)`
    }
    case 'year':
      return `YEAR(${at(derivation.field)})`
    case 'january1':
      return `IF(AND(MONTH(${at(derivation.field)})=1,DAY(${at(derivation.field)})=1),1,0)`
    case 'yearOfEve':
      return `YEAR(${at(derivation.field)}-1)`
    case 'ageInMonths': {
      const [claim, birth] = [at(derivation.field), at(derivation.birth)]
      return `12*YEAR(${claim})+MONTH(${claim})-1+IF(DAY(${claim})>=16,1,0)-(12*YEAR(${birth}-1)+MONTH(${birth}-1)-1)`
    }
  }
}

const dayFormula = (
  { from, months }: { readonly from: string; readonly months?: string },
  at: (path: string) => string,
) => (months === undefined ? at(from) : `EDATE(${at(from)},${at(months)})`)

/** Names of cells after the paths of their fields, each once. */
class Names {
  private readonly taken = new Set<string>()

  of(path: string): string {
    const plain = path.replaceAll(/[^A-Za-z0-9]+/g, '_')
    for (let n = 1; ; n++) {
      const name = n === 1 ? plain : `${plain}_${n}`
      if (this.taken.has(name.toLowerCase())) continue
      this.taken.add(name.toLowerCase())
      return name
    }
  }
}
