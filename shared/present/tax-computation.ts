import type { Line } from '../formula'
import type { Outcome, View } from '../model'

/** A line of the federal return. */
export interface ReturnedLine {
  readonly line: Line
  /** Where it stands on the forms of `FORMS_OF`. */
  readonly form: string
  /** How it counts: nothing begins a sum, '+' and '−' go on with the sum, and '=' is the sum so far. */
  readonly sign: '' | '+' | '−' | '='
  /** Whether it is left out of a year in which it is 0: a kind of income or deduction that few have. */
  readonly quiet: boolean
}

/** The lines of a path's complete return for a year: federal, and state under its law. */
export interface TaxComputation {
  readonly federal: readonly ReturnedLine[]
  readonly state: readonly Line[]
}

/** The year whose forms the lines name; forms of later years may number them otherwise. */
export const FORMS_OF = 2025

/** What the labels of this return end in, where each is named by itself. */
export const RETURN_SUFFIX = /, with (?:the sale|bonuses and equity)$/

/** What a CPA looks for on the return and does not find. */
export const NOT_ON_THE_RETURN =
  'Interest, dividends and gains of the owner’s own accounts are on no return here: the tax drag on investment return stands for their tax. FICA withheld from wages and state tax are not on the federal return.'

/** The federal return from the first line to the last, so that every sum can be footed by hand. */
const FEDERAL: readonly (readonly [id: string, sign: ReturnedLine['sign'], form: string])[] = [
  ['income/practiceWages', '+', 'Form 1040, line 1a; W-2'],
  ['income/pay', '+', 'Form 1040, line 1a; W-2'],
  ['income/spouseWages', '+', 'Form 1040, line 1a; W-2'],
  ['income/deferrals', '−', 'Form 1040, line 1a; W-2, box 12'],
  ['income/interest', '+', 'Form 1040, line 2b; Schedule B'],
  ['income/shortTermGain', '+', 'Schedule D'],
  ['income/withdrawals', '+', 'Form 1040, lines 4b and 5b'],
  ['taxedBenefits', '+', 'Form 1040, line 6b'],
  ['capitalGain', '+', 'Form 1040, line 7; Schedule D'],
  ['income/soleProfit', '+', 'Schedule 1, line 3; Schedule C'],
  ['income/fees', '+', 'Schedule 1, line 3; Schedule C'],
  ['income/saleOrdinary', '+', 'Schedule 1, lines 4 and 8; Form 4797'],
  ['income/partnershipProfit', '+', 'Schedule 1, line 5; Schedule K-1 (1065)'],
  ['income/corporationProfit', '+', 'Schedule 1, line 5; Schedule K-1 (1120-S)'],
  ['income/retainedProfit', '+', 'Schedule 1, line 5; Schedule K-1'],
  ['income/rent', '+', 'Schedule 1, line 5; Schedule E'],
  ['income/passiveIncome', '+', 'Schedule 1, line 5; Schedule E'],
  ['income/practicePlan', '−', 'Return of the practice'],
  ['income/entityTax', '−', 'Schedule K-1'],
  ['income/total', '=', 'Form 1040, line 9'],
  ['income/seDeduction', '−', 'Schedule 1, line 15; Schedule SE'],
  ['income/ownPlan', '−', 'Schedule 1, line 16'],
  ['agi', '=', 'Form 1040, line 11'],
  ['standardDeduction', '−', 'Form 1040, line 12'],
  ['deduction', '−', 'Form 1040, line 12'],
  ['qbiDeduction', '−', 'Form 1040, line 13; Form 8995-A'],
  ['seniorDeduction', '−', 'Form 1040, line 13; Schedule 1-A'],
  ['taxableIncome', '=', 'Form 1040, line 15'],
  ['regularTax', '', 'Form 1040, line 16'],
  ['ordinaryTax', '', 'Form 1040, line 16'],
  ['gainTax', '+', 'Form 1040, line 16; Schedule D'],
  ['amt', '+', 'Schedule 2, line 2; Form 6251'],
  ['incomeTax', '=', 'Form 1040, line 18'],
  ['seTax', '+', 'Schedule 2, line 4; Schedule SE'],
  ['additionalMedicare', '+', 'Schedule 2, line 11; Form 8959'],
  ['niit', '+', 'Schedule 2, line 12; Form 8960'],
  ['totalTax', '=', 'Form 1040, line 24'],
]
/** A line that another one takes the place of, where a return has both. */
const INSTEAD: Readonly<Record<string, string>> = { standardDeduction: 'deduction', regularTax: 'ordinaryTax' }
const AROUND_STATE = [
  'agiInStateTime',
  'netGainInStateTime',
  'localTax',
  'stateAndLocalTax',
  'sourceShare',
  'sourceShareThere',
  'nonresidentTax',
  'otherStateCredit',
  'stateTaxWithMove',
]
/** Scopes of the state's lines: the last iteration with the federal return has the final ones. */
const ROUNDS = ['', 'round1/', 'state2/', 'state3/']

/**
 * The federal lines of a path's return.
 * @param sold with the dated cash flows of the year, or without them
 */
export function federalReturn(outcome: Outcome, path: string, view: View, sold: boolean): readonly ReturnedLine[] {
  const start = `${path}/${view}/${sold ? 'saleTaxed' : 'yearTaxed'}/`
  return federalLines(
    outcome.lines(path, view).filter(({ id }) => id.startsWith(start)),
    ({ id }) => id.slice(start.length),
  )
}

function federalLines(lines: readonly Line[], local: (line: Line) => string): ReturnedLine[] {
  const known = new Map(lines.map((line) => [local(line), line]))
  return FEDERAL.flatMap(([id, sign, form]): ReturnedLine[] => {
    const line = known.get(id)
    if (!line || known.has(INSTEAD[id] ?? '')) return []
    return [{ line, sign, form, quiet: sign !== '=' && QUIET.test(id) }]
  })
}

const QUIET = /^income\/|^taxedBenefits$|^seniorDeduction$|^qbiDeduction$/

/** Empty at effective rates; no state lines at flat rates or where the state has no income tax. */
export function taxComputation(outcome: Outcome, path: string, view: View): TaxComputation {
  const start = `${path}/${view}/saleTaxed/`
  const lines = outcome.lines(path, view).filter(({ id }) => id.startsWith(start))
  const local = ({ id }: Line) => id.slice(start.length)
  const ofState = (id: string) =>
    ['state/', 'newState/state/'].some((scope) => id.startsWith(scope)) || AROUND_STATE.includes(id)
  const latest = new Map<string, Line>()
  for (const round of ROUNDS)
    for (const line of lines) {
      const id = local(line).startsWith(round) ? local(line).slice(round.length) : ''
      if (ofState(id)) latest.set(id, line)
    }
  return {
    federal: federalLines(lines, local),
    state: [...latest.values()],
  }
}
