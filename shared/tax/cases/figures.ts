import { buildGraph, evaluation, Model, type Operand, type Table } from '../../formula'
import { context, type Context } from '../household'
import { lawFor, type StatusLaw } from '../law'
import { LATEST_PARAMETERS, PARAMETER_YEARS, taxParameters, type FilingStatus } from '../parameters'
import { Refusal } from './refusal'
import type { Params } from './schema'

/** What a case gives: figures by name; a list where there is one for each payment. */
export type Computed = Record<string, number | readonly number[]>

/** Turns a figure of a case into an operand: an input, or the number 0 where there is none. */
export type Amounts = (id: string, value: number | undefined) => Operand

/** Declares what is asked for, evaluates it for one year, and reads it. */
export function figures(
  law: StatusLaw,
  year: number,
  declare: (ctx: Context, amounts: Amounts) => Record<string, Operand>,
): Computed {
  const model = Model.create()
  const values: number[] = []
  const amounts: Amounts = (id, value = 0) => {
    if (value === 0) return 0
    values.push(value)
    return model.input(id, id, 'usd')
  }
  const household = { status: law.status, parameters: LATEST_PARAMETERS, calendarYear: year }
  const outputs = declare(context(model, household, law), amounts)
  const lines = Object.entries(outputs).map(([key, operand]) => ({
    key,
    line: model.row(`out/${key}`, { label: key, unit: isRatio(key) ? 'rate' : 'usd', meaning: key }, operand),
  }))
  const run = evaluation(buildGraph(model, 1))
  run.run(Float64Array.from(values))
  return Object.fromEntries(lines.map(({ key, line }) => [key, run.value(line, 1)]))
}

const isRatio = (key: string): boolean => /Percentage$|Share/.test(key)

/** Rules that no indexing touches are those of every year on record. */
export const unindexed = (status: FilingStatus): StatusLaw => lawFor(LATEST_PARAMETERS, status)

export function needYear(year: number, first: number, what: string): void {
  if (year < first) throw new Refusal(`${what} began in ${first}; there are no tax parameters for ${year}.`)
}

export const noParameters = (year: number): string =>
  `there are no tax parameters for ${year}; those of ${PARAMETER_YEARS.join(' and ')} are on record.`

/** The law of the year; of other years that of the nearest year on record with the figures that the case brings. */
export function lawOf(
  year: number,
  status: FilingStatus,
  given: Params | undefined,
  needed: readonly (keyof Params)[],
): StatusLaw {
  const missing = needed.filter((key) => given?.[key] === undefined)
  if (!PARAMETER_YEARS.includes(year) && missing.length > 0)
    throw new Refusal(`${noParameters(year)} Give ${missing.map((key) => `params.${key}`).join(', ')} with the case.`)
  const nearest = PARAMETER_YEARS.reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a))
  const law = lawFor(taxParameters(nearest), status)
  if (!given) return law
  const fixed = (value: number | undefined, known: { readonly value: number; readonly indexed: boolean }) =>
    value === undefined ? known : { value, indexed: true }
  const ordinary = replaced(law.ordinary, given.brackets)
  const room = law.ordinary.keys.indexOf(law.buildingRoom.value)
  const amtTable =
    given.amtSecondRateFrom === undefined ? law.amt.table : replaced(law.amt.table, [given.amtSecondRateFrom])
  return {
    ...law,
    ordinary,
    gain: replaced(law.gain, given.cg),
    buildingRoom: { value: ordinary.keys[room]!, indexed: true },
    topBracketFrom: { value: ordinary.keys.at(-1)!, indexed: true },
    standardDeduction: fixed(given.std, law.standardDeduction),
    agedEach: fixed(given.agedAddEach, law.agedEach),
    qbi: {
      ...law.qbi,
      threshold: fixed(given.qbiThreshold, law.qbi.threshold),
      range: fixed(given.qbiRange, law.qbi.range),
    },
    amt: {
      ...law.amt,
      table: amtTable,
      exemption: fixed(given.amtExemption, law.amt.exemption),
      phaseOutFrom: fixed(given.amtPhaseOutFrom, law.amt.phaseOutFrom),
    },
    payroll: { ...law.payroll, wageBase: fixed(given.ssWageBase, law.payroll.wageBase) },
  }
}

const replaced = (table: Table, tops: readonly number[] | undefined): Table =>
  tops ? { ...table, keys: [0, ...tops], source: 'the case' } : table
