import { f, type Line, type Operand } from '../../formula'
import type { Context, View } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'

/**
 * What pays for each year's spending, in the order a household would name it: work, then Social Security and other
 * income, then withdrawals. The parts add up to spending with commitments.
 */
export function declareWhatPays(ctx: Context, scope: string, view: View, takeHome: Line): void {
  const shared = ctx.model.scope(scope).under('What pays for spending')
  const m = shared.scope(view)
  const line = (id: string) => ctx.model.line(`${scope}/${view}/${id}`)
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, formula)

  const need = sharedLines(shared).row(
    'spendingAll',
    { label: 'spending with commitments', unit: 'usd', meaning: 'Everything the household spends in the year.' },
    f`${ctx.model.line(`${scope}/spending`)} + ${ctx.model.line('plan/commitments')}`,
  )
  const byWork = row(
    'paidByWork',
    ctx.owns ? 'paid from practice and pay' : 'paid from pay',
    'Take-home, up to the amount needed.',
    f`clamp(${takeHome}, 0, ${need})`,
  )
  const regular = row(
    'paidRegularly',
    'paid from nonwork income',
    'Social Security, other income and required minimum distributions, after tax, up to the amount needed beyond earnings.',
    f`clamp(${line('yearly')} - ${takeHome} + ${need}, 0, ${need} - ${byWork})`,
  )
  const required = line('requiredDistribution')
  const other = f`(${ctx.model.line('plan/otherIncome')} + ${ctx.model.line('plan/commitments')})`
  const byRequired = row(
    'paidByRequired',
    'paid from required minimum distributions',
    'Their portion of nonwork income; tax is allocated proportionally.',
    f`if(${required} > 0, ${regular} * (${required} / (${required} + ${other})), 0)`,
  )
  row(
    'paidByIncome',
    'paid from Social Security and other income',
    'The rest of nonwork income.',
    f`${regular} - ${byRequired}`,
  )
  const byFree = row(
    'paidByTaxFree',
    'paid from tax-free accounts',
    'Withdrawals for the year.',
    f`min(${line('drawFree')}, ${need} - ${byWork} - ${regular})`,
  )
  const byDeferred = row(
    'paidByTaxDeferred',
    'paid from tax-deferred accounts',
    'Withdrawals for the year beyond the required minimum distribution.',
    f`min(${line('drawDeferred')}, ${need} - ${byWork} - ${regular} - ${byFree})`,
  )
  const unpaid = row(
    'paidByNothing',
    'unfunded spending',
    'Spending that no account can cover.',
    f`min(${line('shortfall')}, ${need} - ${byWork} - ${regular} - ${byFree} - ${byDeferred})`,
  )
  row(
    'paidBySavings',
    ctx.owns ? 'paid from savings and the sale' : 'paid from savings',
    `The rest, from the taxable account, which also holds ${ctx.owns ? 'the sale proceeds' : 'bonuses and equity proceeds'}.`,
    f`${need} - ${byWork} - ${regular} - ${byFree} - ${byDeferred} - ${unpaid}`,
  )
}
