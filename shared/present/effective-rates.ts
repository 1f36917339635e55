import type { EstimatedRate } from '../analysis/effective-rates'

/** How each rate is measured: averages, as effective rates are multiplied by all income of their kind. */
const MEASURED: Readonly<Record<EstimatedRate['kind'], readonly [name: string, how: string]>> = {
  practice: [
    'Practice profit',
    'Average tax on a working year, after plan contributions; payroll or self-employment tax included.',
  ],
  wages: [
    'Wages',
    'Average tax on a year of pay after plan contributions, with payroll tax; your spouse’s wages and wage-type earn-outs included.',
  ],
  ordinary: ['Other ordinary income', 'The tax that the ordinary-income portion of the sale adds in its year.'],
  interest: ['Interest', 'The tax that seller-note interest adds on top of the year’s other ordinary income.'],
  gain: ['Long-term gain', 'The tax that gain adds on top of all other income, in the years in which it is paid.'],
  passiveGain: ['Passive gain', 'The tax that gain on equity in the parent adds on top of everything else.'],
  deferred: ['Plan withdrawals', 'The tax that withdrawals add on top of work and Social Security.'],
  socialSecurity: ['Social Security', 'The tax that benefits add on top of work; at least 15% of benefits is untaxed.'],
}

/** An estimate as shown on the page. */
export interface RateInWords {
  readonly kind: EstimatedRate['kind']
  readonly name: string
  readonly how: string
  readonly estimate: EstimatedRate
}

export const ratesInWords = (estimates: readonly EstimatedRate[]): RateInWords[] =>
  estimates.map((estimate) => {
    const [name, how] = MEASURED[estimate.kind]
    return { kind: estimate.kind, name, how, estimate }
  })
