import { f, type Line, type Model, type Operand } from '../../../formula'
import type { Household, TaxLines } from '../../../tax'
import type { Context } from '../../plan/context'
import type { Deal, Work } from './income'
import { sumOf } from './sums'

/**
 * What the owner's own corporation pays as wages, and what of its profit is on the owner's return; undefined where there
 * is none, or it is sold.
 */
export interface CorporationIncome {
  readonly wages: Operand
  readonly profit: Operand
}

interface Told {
  readonly ctx: Context
  readonly work: Work
  readonly deal: Pick<Deal, 'wages'>
  readonly corporation: CorporationIncome | undefined
  readonly household: Household
  readonly withdrawals: Line
}

/**
 * The lines of the return above adjusted gross income, one for each kind of income and deduction, by which a CPA can foot
 * the return: they add up to the line `agi`, which does not read them. Under `income/` of the return's scope.
 * @param m the scope of a return that `declareReturn` has declared, with its labels
 */
export function declareIncomeLines(
  m: Model,
  { ctx, work, deal, corporation, household, withdrawals }: Told,
  { taxedBenefits, federalReturn: { payroll, gain, entityTax } }: TaxLines,
): void {
  const { entity } = ctx.document.tax.federal
  const corporate = ctx.owns && (entity === 'sCorporation' || entity === 'cCorporation')
  const lines = m.scope('income')
  const added: Operand[] = [taxedBenefits, gain.inIncome]
  const row = (id: string, label: string, meaning: string, amount: Operand): Operand =>
    amount === 0 ? 0 : lines.row(id, { label, unit: 'usd', meaning }, f`${amount}`)
  const plus = (...told: Parameters<typeof row>) => added.push(row(...told))
  const deducted: Operand[] = []
  const minus = (...told: Parameters<typeof row>) => deducted.push(row(...told))

  if (corporation)
    plus('practiceWages', 'wages from your own practice', 'W-2 pay of the owner’s corporation.', corporation.wages)
  plus(
    'pay',
    ctx.owns ? 'pay from a job' : 'pay',
    `Salary, bonuses${ctx.owns ? ' and earn-outs' : ' and forgiven loans'} taxed as wages.`,
    sumOf([...work.wages, deal.wages]),
  )
  plus(
    'spouseWages',
    'wages of the spouse and the family',
    'Including what the practice pays the family.',
    household.spouseWages ?? 0,
  )
  minus(
    'deferrals',
    'elective deferrals',
    'Contributions to the employer’s plan, which the taxed wages of a W-2 leave out.',
    household.deferrals ?? 0,
  )
  if (ctx.owns) plus('interest', 'interest on notes', 'What a buyer pays on what it owes.', household.interest ?? 0)
  else
    plus(
      'shortTermGain',
      'short-term gain on equity',
      'Gain on equity held for a year or less, taxed like interest.',
      household.interest ?? 0,
    )
  plus(
    'withdrawals',
    'withdrawals from tax-deferred accounts',
    'Required distributions and what the plan withdraws from IRAs and plans, all of it taxed.',
    withdrawals,
  )
  if (corporation)
    plus(
      'corporationProfit',
      'profit of the practice after your wages',
      'The practice’s taxable income less your wages and the payroll tax on them.',
      corporation.profit,
    )
  else if (ctx.owns && !corporate)
    plus(
      entity === 'partnership' ? 'partnershipProfit' : 'soleProfit',
      'profit of the practice',
      'The practice’s taxable income that belongs to you.',
      sumOf(work.practice),
    )
  if (ctx.owns)
    plus(
      'retainedProfit',
      'profit of the retained share',
      'Your share of the affiliated practice’s taxable profit, paid out or not.',
      sumOf(work.retained),
    )
  plus('fees', 'self-employment fees', 'Consulting and other fees that you earn yourself.', sumOf(work.selfEmployment))
  plus(
    'rent',
    'rent from your practice and other businesses',
    'Net rent of real estate let to your own practice, and profit of businesses in which you work.',
    ctx.owns ? work.rent : 0,
  )
  plus(
    'passiveIncome',
    'rent and passive income',
    'Net rent of real estate let to somebody else’s practice, and profit of businesses in which you do not work.',
    household.passiveProfit ?? 0,
  )
  plus(
    'saleOrdinary',
    'ordinary income of the sale',
    'Recapture, supplies, receivables and the covenant, or the ordinary portion of the price.',
    household.ordinarySaleIncome ?? 0,
  )
  if (corporate)
    minus(
      'practicePlan',
      'contributions of the practice to your plan',
      'Deducted on the practice’s return.',
      household.planContributions ?? 0,
    )
  minus('entityTax', 'state tax that the practice pays', 'Deducted before profit reaches the owner.', entityTax)
  const gross = f`total(${added.filter((one) => one !== 0)})`
  const less = deducted.filter((one) => one !== 0)
  lines.row(
    'total',
    { label: 'total income', unit: 'usd', meaning: 'All taxed income before deductions above the line.' },
    less.length === 0 ? gross : f`${gross} - total(${less})`,
  )
  row('seDeduction', 'deductible part of self-employment tax', 'Half of it (26 U.S.C. §164(f)).', payroll.seDeduction)
  if (!corporate)
    row(
      'ownPlan',
      'contributions to your own retirement plan',
      'Of the self-employed (26 U.S.C. §404(a)(8)).',
      household.planContributions ?? 0,
    )
}
