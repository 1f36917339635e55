import { f, type Line, type Operand } from '../../formula'
import { type Context, partOfYear, type When } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'
import type { Timeline } from '../plan/timeline'
import type { DatedFlow } from './dated'
import type { Needs } from './needs'
import { distributionPeriod, firstRequiredAge } from './required-distributions'
import type { PathTaxes } from './taxes'

/** What a path passes to the household in one view. */
export interface PathFlows {
  readonly scope: string
  readonly view: string
  readonly retirement: When
  /** After-tax pay and profit less own plan contributions. */
  readonly takeHome: Line
  readonly contributions: Line
  readonly dated: readonly DatedFlow[]
  readonly taxes: PathTaxes
  readonly paper: Line
}

/** Section 8 of the method: spending, accounts, wealth and how long it lasts. */
export interface Household {
  readonly wealth: Line
  readonly accounts: Line
  readonly shortfall: Line
  readonly fundedToAge: Line
}

export function declareHousehold(ctx: Context, timeline: Timeline, needs: Needs, path: PathFlows): Household {
  const shared = ctx.model.scope(path.scope).under('Household')
  const m = shared.scope(path.view)
  const { priceIndex, afterTaxReturn, growth, growthDeferred, age } = timeline
  const growthRate = timeline.return
  const { retirement } = path

  const spending = sharedLines(shared).row(
    'spending',
    {
      label: 'spending',
      unit: 'usd',
      meaning: 'Current spending until retirement, planned retirement spending from then on; grows with inflation.',
    },
    f`(${ctx.input('owner/spendingNow')} * ${partOfYear(0, retirement.t)} + ${ctx.input('owner/spendingRetired')} * (1 - ${partOfYear(0, retirement.t)})) * ${priceIndex}`,
  )
  const row = (id: string, label: string, meaning: string, first: Operand, later?: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, first, later)
  const forward = (id: string, label: string, meaning: string) => m.declare(id, { label, unit: 'usd', meaning }, 'row')

  const taxDeferred = forward('taxDeferred', 'tax-deferred accounts', 'At the end of the year.')
  const taxFree = forward('taxFree', 'tax-free accounts', 'At the end of the year.')
  const taxable = forward('taxable', 'savings and investments', 'At the end of the year, outside retirement accounts.')
  const drawDeferred = forward(
    'drawDeferred',
    'withdrawn from tax-deferred accounts',
    'At year-end, to cover a shortfall; taxed in the following year.',
  )

  const firstAge = firstRequiredAge(ctx)
  const period = distributionPeriod(ctx, timeline)
  const requiredFrom = (before: Operand) => f`if(${age} >= ${firstAge}, max(0, ${before}) / ${period}, 0)`
  const required = row(
    'requiredDistribution',
    'required minimum distribution',
    'From the statutory age: last year’s balance divided by the statutory life expectancy.',
    requiredFrom(ctx.input('owner/taxDeferredSavings')),
    requiredFrom(f`prev(${taxDeferred})`),
  )
  const { withdrawals, otherTax, datedTax } = path.taxes
  if (withdrawals) m.define(withdrawals, f`${required}`, f`${required} + prev(${drawDeferred})`)
  const yearly = row(
    'yearly',
    'saved or withdrawn in the year',
    'Take-home, other income and the after-tax required distribution, less spending.',
    withdrawals
      ? f`${path.takeHome} + ${required} + ${needs.otherIncome} - ${otherTax} - ${spending}`
      : f`${path.takeHome} + ${required} * (1 - ${timeline.rate('deferred')}) + ${needs.otherIncome} - ${spending}`,
  )
  const datedReceived = row(
    'datedReceived',
    ctx.owns ? 'sale proceeds received' : 'bonuses and equity received',
    'All dated cash flows of the year, repayments included; before tax.',
    f`total(${path.dated.map(({ row: amounts }) => amounts)})`,
  )
  const datedAtEnd = row(
    'datedAtEnd',
    ctx.owns ? 'sale proceeds at year-end' : 'bonuses and equity at year-end',
    'Dated cash flows with investment return from their payment dates to year-end, less the tax on them.',
    f`total(${path.dated.map(({ row: amounts, time }) => f`if(${amounts} = 0, 0, ${amounts} * (1 + ${afterTaxReturn}) ^ (n - ${time}))`)}) - ${datedTax}`,
  )
  /** By law it is within the tax on other income. */
  const withdrawalTax = withdrawals
    ? undefined
    : row(
        'withdrawalTax',
        'tax on withdrawals',
        'On the required minimum distribution, and on what was withdrawn from tax-deferred accounts at the end of last year.',
        f`${required} * ${timeline.rate('deferred')}`,
        f`${required} * ${timeline.rate('deferred')} + prev(${drawDeferred}) * ${timeline.rateIn('deferred', f`n - 1`)}`,
      )
  const flows = f`${yearly} * ${growth} + ${datedAtEnd}`
  const before = row(
    'taxableBefore',
    'savings before other withdrawals',
    withdrawals
      ? 'Last year’s savings with their return, plus the year’s cash flows.'
      : 'Last year’s savings with their return, plus the year’s cash flows, less the tax due on last year’s withdrawal.',
    f`${ctx.input('owner/savings')} * (1 + ${afterTaxReturn}) + ${flows}`,
    // By law last year's withdrawal is taxed with this year's other income; an effective rate is that of the withdrawal's
    // own year, as money in accounts has counted the tax since then.
    withdrawals
      ? f`prev(${taxable}) * (1 + ${afterTaxReturn}) + ${flows}`
      : f`(prev(${taxable}) - prev(${drawDeferred}) * ${timeline.rateIn('deferred', f`n - 1`)}) * (1 + ${afterTaxReturn}) + ${flows}`,
  )
  const deferredFlow = f`(${path.contributions} - ${required}) * ${growthDeferred}`
  const deferredBefore = row(
    'taxDeferredBefore',
    'tax-deferred accounts before withdrawals',
    'Including return and contributions, after the required minimum distribution.',
    f`${ctx.input('owner/taxDeferredSavings')} * (1 + ${growthRate}) + ${deferredFlow}`,
    f`prev(${taxDeferred}) * (1 + ${growthRate}) + ${deferredFlow}`,
  )
  m.define(drawDeferred, f`clamp(-${before}, 0, max(0, ${deferredBefore}))`)
  m.define(taxDeferred, f`${deferredBefore} - ${drawDeferred}`)
  const freeBefore = row(
    'taxFreeBefore',
    'tax-free accounts before withdrawals',
    'Including the year’s return.',
    f`${ctx.input('owner/taxFreeSavings')} * (1 + ${growthRate})`,
    f`prev(${taxFree}) * (1 + ${growthRate})`,
  )
  const drawFree = row(
    'drawFree',
    'withdrawn from tax-free accounts',
    'Used last, at year-end.',
    f`clamp(-${before} - ${drawDeferred}, 0, ${freeBefore})`,
  )
  m.define(taxFree, f`${freeBefore} - ${drawFree}`)
  const shortfall = row(
    'shortfall',
    'shortfall',
    'Spending that no account can cover.',
    f`max(0, -${before} - ${drawDeferred} - ${drawFree})`,
  )
  m.define(taxable, f`${before} + ${drawDeferred} + ${drawFree} + ${shortfall}`)

  const paidBefore = withdrawalTax ? f`prev(${drawDeferred}) * ${timeline.rateIn('deferred', f`n - 1`)}` : 0
  const onFlows = f`${yearly} * (${growth} - 1) + ${datedAtEnd} + ${datedTax} - ${datedReceived} + (${path.contributions} - ${required}) * (${growthDeferred} - 1)`
  row(
    'investmentReturn',
    'investment return',
    'Of the year on all accounts: after tax on savings, before tax on retirement accounts; cash flows earn it from their dates.',
    f`${ctx.input('owner/savings')} * ${afterTaxReturn} + (${ctx.input('owner/taxDeferredSavings')} + ${ctx.input('owner/taxFreeSavings')}) * ${growthRate} + ${onFlows}`,
    f`(prev(${taxable}) - ${paidBefore}) * ${afterTaxReturn} + (prev(${taxDeferred}) + prev(${taxFree})) * ${growthRate} + ${onFlows}`,
  )
  row(
    'taxStillDue',
    'tax still due on accounts',
    'On tax-deferred accounts when they are withdrawn, and on this year-end’s withdrawal.',
    f`(${taxDeferred} + ${drawDeferred}) * ${timeline.rate('deferred')}`,
  )
  const accounts = row(
    'accounts',
    'account balances after tax',
    'All accounts, net of the tax still due on withdrawal.',
    f`${taxable} + ${taxDeferred} * (1 - ${timeline.rate('deferred')}) + ${taxFree} - ${drawDeferred} * ${timeline.rate('deferred')}`,
  )
  const wealth = row(
    'wealth',
    'wealth',
    'Account balances after tax plus the after-tax value of what is not yet sold or paid.',
    f`${accounts} + ${path.paper}`,
  )
  const missing = m.row(
    'unfunded',
    { label: 'spending not covered', unit: 'boolean', meaning: '1 if the year is short by more than half a cent.' },
    f`${shortfall} > 0.005`,
  )
  const fundedToAge = m.figure(
    'fundedToAge',
    { label: 'funded to age', unit: 'years', meaning: 'Your age in the last year before the first shortfall.' },
    f`at(${age}, 1) + orElse(firstYear(${missing}), ${ctx.years} + 1) - 2`,
  )
  return { wealth, accounts, shortfall, fundedToAge }
}
