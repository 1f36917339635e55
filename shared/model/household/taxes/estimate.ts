import { f, type Line, type Model, type Operand } from '../../../formula'
import type { Household } from '../../../tax'
import type { Context } from '../../plan/context'
import { declareTaxedKinds, type TaxedKind } from '../effective-rates'
import type { Needs } from '../needs'
import { declareReturn } from './household-return'
import { type Deal, NO_DEAL, type Work } from './income'
import { withDeal } from './sale-on-return'
import { minus, nonzero, sumOf } from './sums'

/** The results of a path's returns under the law that the estimate of rates uses. */
interface Returns {
  readonly work: Work
  readonly deal: Deal
  readonly needs: Needs
  /** The household with work, and with other income added. */
  readonly working: Household
  readonly yearly: Household
  readonly incomeTax: Line
  readonly spouse: Operand
  readonly withdrawals: Line
  /** All tax with work alone, with other income, and with the sale. */
  readonly worked: Line
  readonly year: Line
  readonly sold: Operand
}

/** What a path contributes to the estimated effective rates: income by kind, and the tax that each kind adds. */
export function declareEstimate(ctx: Context, scope: string, m: Model, returns: Returns): void {
  const { work, deal, needs, working, yearly, incomeTax, spouse, withdrawals, worked, year, sold } = returns
  const withBenefits = declareReturn(m, 'benefitsTaxed', 'Tax with Social Security', 'with Social Security', {
    ...working,
    socialSecurity: needs.socialSecurity,
  }).allTax
  declareTaxedKinds(ctx, scope, [
    ...kindsOfWork(m.under('Effective rates estimated from the law'), work, incomeTax),
    { kind: 'wages', income: yearly.spouseWages ?? 0, tax: spouse },
    ...kindsOfRetirement(withBenefits, { work: worked, all: year, benefits: needs.socialSecurity, withdrawals }),
    ...kindsOfDeal(deal, year, sold, (kind, part) => {
      const partly = withDeal(
        ctx,
        m.scope(`${kind}Sold`).under('Tax with a part of the sale: corporation'),
        { ...yearly, carriesLosses: true },
        part,
      )
      const { allTax } = declareReturn(
        m,
        `${kind}Taxed`,
        'Tax with a part of the sale',
        `up to ${kind}`,
        partly.household,
      )
      return f`total(${nonzero([allTax, partly.corporateTax])})`
    }),
  ])
}

/** The year's tax on work, spread by dollars over practice income and pay. */
function kindsOfWork(m: Model, work: Work, incomeTax: Line): TaxedKind[] {
  const practice = sumOf([...work.practice, ...work.retained, work.rent, work.passiveRent])
  const income = minus(practice, work.contributionAsOwner)
  const pay = [...work.wages, ...nonzero([work.family])]
  if (pay.length === 0) return [{ kind: 'practice', income, tax: incomeTax }]
  const wages = minus(sumOf(pay), work.contributionAsEmployee)
  const all = f`(${income} + ${wages})`
  const tax = m.row(
    'practiceIncomeTax',
    { label: 'tax on practice income', unit: 'usd', meaning: 'Its share of the tax on work, in proportion to income.' },
    f`if(${all} > 0, ${incomeTax} * clamp((${income}) / ${all}, 0, 1), 0)`,
  )
  return [
    { kind: 'practice', income, tax },
    { kind: 'wages', income: wages, tax: f`${incomeTax} - ${tax}` },
  ]
}

/** Social Security on top of work, and withdrawals on top of both. */
function kindsOfRetirement(
  withBenefits: Line,
  year: { readonly work: Line; readonly all: Line; readonly benefits: Line; readonly withdrawals: Line },
): TaxedKind[] {
  return [
    { kind: 'socialSecurity', income: year.benefits, tax: f`${withBenefits} - ${year.work}` },
    { kind: 'deferred', income: year.withdrawals, tax: f`${year.all} - ${withBenefits}` },
  ]
}

/** Dated cash flows, stacked by kind on top of the year's other income; gain comes last, as in the law. */
function kindsOfDeal(
  deal: Deal,
  without: Line,
  withAll: Operand,
  taxWith: (kind: TaxedKind['kind'], deal: Deal) => Operand,
): TaxedKind[] {
  const { gain, exitGain, assetGain, buildingGain, buildingDepreciation, buildingPassiveGain, installments } = deal
  const { wages, ordinary, interest, passiveGain, assetGains } = deal
  const activeGains = assetGains.filter(({ passive }) => !passive)
  const steps = (
    [
      ['wages', { wages }, [wages]],
      ['ordinary', { ordinary }, [ordinary]],
      ['interest', { interest }, [interest]],
      [
        'gain',
        {
          gain,
          exitGain,
          assetGain,
          buildingGain,
          buildingDepreciation,
          buildingPassiveGain,
          installments,
          assetGains: activeGains,
        },
        [gain, exitGain, assetGain, buildingGain],
      ],
      ['passiveGain', { passiveGain, assetGains }, [passiveGain]],
    ] as const
  ).filter(([, , amounts]) => nonzero(amounts).length > 0)
  let before: Operand = without
  let part: Deal = { ...NO_DEAL, form: deal.form, personalGoodwill: deal.personalGoodwill }
  return steps.map(([kind, added, amounts], i) => {
    part = { ...part, ...added }
    const after = i === steps.length - 1 ? withAll : taxWith(kind, part)
    const tax = f`${after} - ${before}`
    before = after
    return { kind, income: sumOf(amounts), tax }
  })
}
