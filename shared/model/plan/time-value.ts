import { type Expression, f, type Line, type Operand } from '../../formula'
import type { Context } from './context'
import type { Timeline } from './timeline'

/** A row's amounts discounted from a time within their year; 0 skips the power, which is slow. */
export const presentValue = (amounts: Operand, rate: Operand, time: Operand): Expression =>
  f`if(${amounts} = 0, 0, ${amounts} * (1 + ${rate}) ^ (-${time}))`

/** A figure of a year, and the same in today's dollars. */
export function figureWithToday(
  ctx: Context,
  timeline: Timeline,
  model: Context['model'],
  id: string,
  label: string,
  meaning: string,
  formula: Operand,
  year: Operand,
): Line {
  const line = model.figure(id, { label, unit: 'usd', meaning }, formula)
  model.figure(
    `${id}Today`,
    {
      label: `${label}, in today’s dollars`,
      unit: 'usd',
      meaning: `${meaning} Divided by the price level of that year.`,
    },
    f`${line} / at(${timeline.priceIndex}, clamp(${year}, 1, ${ctx.years}))`,
  )
  return line
}
