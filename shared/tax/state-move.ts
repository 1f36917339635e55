import { f, type Operand } from '../formula'
import type { Context, Move, Part } from './household'
import { absent, minus, plus } from './operands'
import type { StateLaw } from './state'

/**
 * State tax after a move: the new state taxes the resident on everything; the former state still taxes income
 * sourced there (pay for work in it, profit of a practice in it, gain on its assets), and the new one gives a
 * credit for that, at most its own tax on the same income. Interest, withdrawals and benefits follow the resident.
 */
export function declareMove(
  ctx: Context,
  move: Move,
  from: { readonly law: StateLaw; readonly owed: Part; readonly agi: Operand },
  { owed: to, agi }: { readonly owed: Part; readonly agi: Operand },
): Part {
  const isFree = from.law.nonresidents === 'notTaxed' || from.owed === 0
  const source = isFree ? 0 : sourcedIncome(ctx, move.sourcedGain)
  const sourceThere = isFree || move.sourcedGainThere === undefined ? source : sourcedIncome(ctx, move.sourcedGainThere)
  const moved = f`${ctx.calendarYear} >= ${move.year}`
  if (absent(source))
    return ctx.row(
      'stateTaxWithMove',
      'state tax, by the state of residence',
      'The tax of the state in which you live in the year.',
      f`if(${moved}, ${to}, ${from.owed})`,
    )
  const meaning = 'Pay, profit and gain with their source in the state that was left ÷ adjusted gross income.'
  const shareOf = (id: string, label: string, part: Operand, income: Operand) =>
    ctx.m.row(
      id,
      { label, unit: 'rate', meaning },
      f`if(${income} > 0, clamp((${part}) / max(0.005, ${income}), 0, 1), 0)`,
    )
  const share = shareOf('sourceShare', `share of income from ${from.law.name}`, source, from.agi)
  const shareThere =
    from.agi === agi && source === sourceThere
      ? share
      : shareOf(
          'sourceShareThere',
          `share of income from ${from.law.name}, as ${move.law.name} times income`,
          sourceThere,
          agi,
        )
  const stays = ctx.row(
    'nonresidentTax',
    `tax of ${from.law.name} on a nonresident`,
    'The tax of a resident times the share of income from the state, as most states compute it.',
    f`${share} * ${from.owed}`,
  )
  const credit =
    to === 0
      ? 0
      : ctx.row(
          'otherStateCredit',
          `credit of ${move.law.name} for tax of ${from.law.name}`,
          source === sourceThere
            ? 'At most the new state’s own tax on the same income.'
            : 'For tax on income that both states tax, at most the new state’s own tax on it.',
          source === sourceThere
            ? f`max(0, min(${stays}, ${shareThere} * ${to}))`
            : f`max(0, min(${stays} * if(${source} > 0, clamp((${sourceThere}) / max(0.005, ${source}), 0, 1), 0), ${shareThere} * ${to}))`,
        )
  return ctx.row(
    'stateTaxWithMove',
    'state tax, with the move',
    'Of the state of residence, and after a move what the state that was left still takes, less the credit for it.',
    f`if(${moved}, ${minus(plus(to, stays), credit)}, ${from.owed})`,
  )
}

/** Pay, profit, rent and sale income of the practice, which stays where it is, and gain with its source there. */
function sourcedIncome({ of }: Context, sourcedGain: Operand): Operand {
  const earned = plus(
    of.wages,
    of.selfEmployment,
    of.practiceProfit,
    of.passiveProfit,
    of.ordinarySaleIncome,
    sourcedGain,
  )
  const less = plus(of.deferrals, of.planContributions)
  return absent(earned) ? 0 : f`max(0, ${minus(earned, absent(less) ? 0 : f`(${less})`)})`
}
