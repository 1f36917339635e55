import { buildGraph, lanes, Model, type Input, type Line } from '../../../shared/formula'
import { declareFederalTax, taxParameters, type FilingStatus } from '../../../shared/tax'
import { stateLaw, type StateLaw, type StateRules, type StateTaxLines } from '../../../shared/tax/state'

/** Kinds of income and ages of a household that a test varies. */
export const KINDS = [
  'wages',
  'spouseWages',
  'selfEmployment',
  'practiceProfit',
  'interest',
  'longTermGain',
  'withdrawals',
  'socialSecurity',
] as const
export type Kind = (typeof KINDS)[number]
export type Resident = Record<Kind | 'age' | 'spouseAge', number>

/** Residents of a state with every amount an input, computed many at once. */
export interface Residents {
  readonly law: StateLaw
  readonly lines: StateTaxLines
  readonly agi: Line
  /** Lines of the whole return by their id. */
  readonly all: ReadonlyMap<string, Line>
  /** The lines of the state's return by their last name. */
  readonly rows: ReadonlyMap<string, Line>
  /** One column per line, one value per household. */
  run(lines: readonly Line[], households: readonly Resident[]): Float64Array[]
}

export function residents(
  state: string | StateLaw,
  status: FilingStatus,
  {
    year = 2026,
    rules = {},
    priceIndex = 1,
    movesTo,
  }: { year?: number; rules?: StateRules; priceIndex?: number; movesTo?: { law: StateLaw; gainStays: boolean } } = {},
): Residents {
  const law = typeof state === 'string' ? stateLaw(state, year) : state
  const model = Model.create()
  const joint = status === 'mfj'
  const kinds = KINDS.filter((kind) => joint || kind !== 'spouseWages')
  const inputs: Input[] = kinds.map((kind) => model.input(kind, kind, 'usd'))
  const age = model.input('age', 'age', 'years')
  const spouseAge = model.input('spouseAge', 'age of the spouse', 'years')
  const all = [...inputs, age, ...(joint ? [spouseAge] : [])]
  const { agi, stateLaw: lines } = declareFederalTax(model, {
    status,
    parameters: taxParameters(year),
    calendarYear: year,
    priceIndex,
    ...Object.fromEntries(inputs.map((input) => [input.id, input])),
    investmentGain: 'all',
    age,
    ...(joint ? { spouseAge } : {}),
    state: {
      law,
      rules,
      practiceSaleGain: rules.practiceSale ? inputs[kinds.indexOf('longTermGain')]! : 0,
      // In the year of the return it lives there.
      ...(movesTo
        ? {
            move: {
              law: movesTo.law,
              year,
              sourcedGain: movesTo.gainStays ? inputs[kinds.indexOf('longTermGain')]! : 0,
            },
          }
        : {}),
    },
  })
  const graph = buildGraph(model, 1)
  return {
    law,
    lines: lines!,
    agi,
    all: new Map(model.lines.map((line) => [line.id, line])),
    rows: new Map(
      model.lines.filter(({ id }) => id.startsWith('state/')).map((line) => [line.id.replace('state/', ''), line]),
    ),
    run(asked, households) {
      const columns = all.map((input) =>
        Float64Array.from(households, (household) => household[input.id as keyof Resident]),
      )
      const result = lanes(graph, asked, all).run(new Float64Array(graph.inputs.length), columns, households.length)
      return asked.map((line) => result.column(line, 1).slice())
    },
  }
}
