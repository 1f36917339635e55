import { f, type Line, type Operand } from '../../formula'
import type { Context, View } from '../plan/context'

/**
 * What pays for the spending of each year, in the order in which a household would say it: work first, then Social
 * Security and other income, then what is drawn. The parts add up to spending with commitments.
 */
export function declareWhatPays(ctx: Context, scope: string, view: View, takeHome: Line): void {
  const shared = ctx.model.scope(scope).under('What pays for spending')
  const m = shared.scope(view)
  const line = (id: string) => ctx.model.line(`${scope}/${view}/${id}`)
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, formula)

  const needId = `${scope}/spendingAll`
  const need = ctx.model.has(needId)
    ? ctx.model.line(needId)
    : shared.row(
        'spendingAll',
        { label: 'spending with commitments', unit: 'usd', meaning: 'All that the household pays out in the year.' },
        f`${ctx.model.line(`${scope}/spending`)} + ${ctx.model.line('plan/commitments')}`,
      )
  const byWork = row(
    'paidByWork',
    ctx.owns ? 'paid from practice and pay' : 'paid from pay',
    'Take-home, as far as it is needed.',
    f`clamp(${takeHome}, 0, ${need})`,
  )
  const regular = row(
    'paidRegularly',
    'paid from what comes in without work',
    'Social Security, other income and required distributions after tax, as far as needed beside work.',
    f`clamp(${line('yearly')} - ${takeHome} + ${need}, 0, ${need} - ${byWork})`,
  )
  const required = line('requiredDistribution')
  const other = f`(${ctx.model.line('plan/otherIncome')} + ${ctx.model.line('plan/commitments')})`
  const byRequired = row(
    'paidByRequired',
    'paid from required distributions',
    'Their part of what comes in without work; tax is spread over it in proportion.',
    f`if(${required} > 0, ${regular} * (${required} / (${required} + ${other})), 0)`,
  )
  row(
    'paidByIncome',
    'paid from Social Security and other income',
    'The rest of what comes in without work.',
    f`${regular} - ${byRequired}`,
  )
  const byFree = row(
    'paidByTaxFree',
    'paid from tax-free accounts',
    'What is drawn from them for the year.',
    f`min(${line('drawFree')}, ${need} - ${byWork} - ${regular})`,
  )
  const byDeferred = row(
    'paidByTaxDeferred',
    'paid from tax-deferred accounts',
    'What is drawn from them for the year beyond what the law requires.',
    f`min(${line('drawDeferred')}, ${need} - ${byWork} - ${regular} - ${byFree})`,
  )
  const unpaid = row(
    'paidByNothing',
    'not paid for',
    'Spending for which no money is left.',
    f`min(${line('shortfall')}, ${need} - ${byWork} - ${regular} - ${byFree} - ${byDeferred})`,
  )
  row(
    'paidBySavings',
    ctx.owns ? 'paid from savings and the sale' : 'paid from savings',
    `The rest: money in the taxable account, where ${ctx.owns ? 'the proceeds of the sale' : 'bonuses and what equity pays'} are.`,
    f`${need} - ${byWork} - ${regular} - ${byFree} - ${byDeferred} - ${unpaid}`,
  )
}
