import { f, type Line, type Operand } from '../../formula'
import { type Context, VIEWS } from '../plan/context'
import type { RateKind } from '../plan/timeline'

/**
 * The effective rates of a case, estimated from the law: for each kind of income, the rate that yields the
 * same tax on the same income as the law, over the whole plan and all paths that are compared, in the expected view. These are
 * averages, because an effective rate applies to all income of its kind, not to the next dollar. Kinds are stacked: the
 * tax on a kind is what it adds to the year's tax on top of the kinds before it.
 */

export const RATE_KINDS = [
  'practice',
  'wages',
  'ordinary',
  'interest',
  'gain',
  'passiveGain',
  'deferred',
  'socialSecurity',
] as const satisfies readonly RateKind[]

/** Income of a kind in each year of a path, and the tax on it by the law. */
export interface TaxedKind {
  readonly kind: RateKind
  readonly income: Operand
  readonly tax: Operand
}

const NAMES: Readonly<Record<RateKind, string>> = {
  practice: 'practice income',
  wages: 'wages',
  ordinary: 'other ordinary income',
  interest: 'interest',
  gain: 'long-term gain',
  passiveGain: 'passive gain',
  deferred: 'plan withdrawals',
  socialSecurity: 'Social Security',
}

const SECTION = 'Effective rates estimated from the law'
const VIEW = 'expected' satisfies (typeof VIEWS)[number]

/** Declares what a path contributes to the estimate; a kind may appear more than once. */
export function declareTaxedKinds(ctx: Context, scope: string, parts: readonly TaxedKind[]): void {
  const m = ctx.model.scope(scope).scope(VIEW).under(SECTION)
  for (const kind of RATE_KINDS) {
    const own = parts.filter((part) => part.kind === kind && part.income !== 0)
    if (own.length === 0) continue
    m.row(
      `rateIncome/${kind}`,
      { label: `${NAMES[kind]}, taxed`, unit: 'usd', meaning: 'Income of this kind in the year.' },
      f`total(${own.map(({ income }) => income)})`,
    )
    m.row(
      `rateTax/${kind}`,
      {
        label: `tax on ${NAMES[kind]}`,
        unit: 'usd',
        meaning: 'The tax that this income adds to the year under the law.',
      },
      f`total(${own.map(({ tax }) => tax)})`,
    )
  }
}

/** Declares the estimated rates as figures of the plan; none where no path has income of the kind. */
export function declareEffectiveRates(ctx: Context, paths: readonly { readonly id: string }[]): void {
  const m = ctx.model.scope('plan').under(SECTION)
  for (const kind of RATE_KINDS) {
    const rows = (what: 'rateIncome' | 'rateTax'): Line[] =>
      paths.flatMap(({ id }) => {
        const line = `${id}/${VIEW}/${what}/${kind}`
        return ctx.model.has(line) ? [ctx.model.line(line)] : []
      })
    const sum = (what: 'rateIncome' | 'rateTax', label: string, meaning: string) =>
      m.figure(`${what}/${kind}`, { label, unit: 'usd', meaning }, f`total(${rows(what).map((row) => f`sum(${row})`)})`)
    const income = sum('rateIncome', `${NAMES[kind]}, taxed`, 'All years of all paths.')
    const tax = sum('rateTax', `tax on ${NAMES[kind]}`, 'Under the law; all years of all paths.')
    m.figure(
      `effectiveRate/${kind}`,
      {
        label: `effective rate on ${NAMES[kind]}`,
        unit: 'rate',
        meaning: 'Tax under the law ÷ income of this kind; none if no path has such income.',
        optional: true,
      },
      f`if(${income} > 0.005, clamp(${tax} / ${income}, 0, 1), none)`,
    )
  }
}
