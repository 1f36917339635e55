import type { Line } from '../formula'
import type { Outcome, View } from '../model'

/** The lines of a path's complete return for a year: federal, and state under its law. */
export interface TaxComputation {
  readonly federal: readonly Line[]
  readonly state: readonly Line[]
}

const FEDERAL = [
  'capitalGain',
  'agi',
  'deduction',
  'seniorDeduction',
  'qbiDeduction',
  'taxableIncome',
  'ordinaryTax',
  'gainTax',
  'amt',
  'incomeTax',
  'niit',
  'seTax',
  'additionalMedicare',
  'totalTax',
]
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
    federal: FEDERAL.flatMap((id) => lines.find((line) => local(line) === id) ?? []),
    state: [...latest.values()],
  }
}
