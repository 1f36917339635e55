import { f, type Line, type Operand } from '../../formula'
import type { DatedFlow } from '../household/dated'
import type { Context, View } from '../plan/context'
import { presentValue } from '../plan/time-value'
import type { Timeline } from '../plan/timeline'

/**
 * What the deal still owes after the end of a year, after tax, discounted to that day.
 * @param later what is paid after closing
 * @param tax on the deal's dated cash flows
 */
export function declareOutstanding(
  ctx: Context,
  timeline: Timeline,
  scope: string,
  view: View,
  later: readonly DatedFlow[],
  tax: Operand,
): Line {
  const m = ctx.model.scope(scope).under('Dated cash flows').scope(view)
  const discountRate = ctx.input('assumptions/discountRate')
  const present = m.row(
    'dealPresent',
    {
      label: 'present value of the deal’s later payments',
      unit: 'usd',
      meaning: 'Payments after closing less the tax on them.',
    },
    f`total(${later.map(({ row, time }) => presentValue(row, discountRate, time))}) - (${tax}) * ${timeline.discountEnd}`,
  )
  return m.row(
    'dealOutstanding',
    { label: 'deal payments not yet received', unit: 'usd', meaning: 'After tax, discounted to year-end.' },
    f`(sum(${present}) - sumToDate(${present})) / ${timeline.discountEnd}`,
  )
}
