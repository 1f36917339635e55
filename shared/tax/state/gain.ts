import { f, type Operand } from '../../formula'
import { absent, atLeastZero, least, minus, plus, times } from '../operands'
import type { StateContext } from './household'

/** The part of gain that is not taxed; if the state has a rule for selling one's own practice, whichever is better. */
export function excludedGain(ctx: StateContext): Operand {
  const general = generallyExcluded(ctx)
  const practice = practiceExcluded(ctx)
  if (absent(practice)) return general
  return absent(general) ? practice : f`max(${general}, ${practice})`
}

function generallyExcluded(ctx: StateContext): Operand {
  const { gain } = ctx.law
  const { netGain, capitalGain, qualifiedDividends, federal } = ctx.of
  if (gain.form === 'excludedShare') {
    if (gain.includesShortTerm) return times(gain.share, atLeastZero(capitalGain))
    const counted = plus(netGain, gain.alsoQualifiedDividends ? qualifiedDividends : 0)
    if (gain.exemptAbove === undefined) return times(gain.share, counted)
    if (absent(counted)) return 0
    const from = ctx.amount(gain.exemptAbove, 'gain')
    return f`${gain.share} * min(${counted}, ${from}) + max(0, ${counted} - ${from})`
  }
  if (gain.form === 'excludedAmount') {
    if (absent(netGain)) return 0
    const free = f`min(${netGain}, ${ctx.amount(gain.amount, 'gain')})`
    return gain.atMostShareOfFederalTaxable === undefined
      ? free
      : least(free, f`${gain.atMostShareOfFederalTaxable} * ${federal.taxableIncome}`)
  }
  return 0
}

/** Gain on the owner's practice to which the state's rule applies, if turned on. */
export function practiceGain(ctx: StateContext): Operand {
  const { practiceSale: rule } = ctx.law.gain
  const { practiceSale: form } = ctx.of.rules
  if (!rule || !form || (rule.kind === 'equity' && form === 'assets')) return 0
  const { practiceSaleGain: sold, netGain } = ctx.of
  return absent(sold) || absent(netGain) ? 0 : f`min(${sold}, ${netGain})`
}

function practiceExcluded(ctx: StateContext): Operand {
  const { practiceSale: rule } = ctx.law.gain
  const sold = practiceGain(ctx)
  if (!rule?.share || absent(sold)) return 0
  let free: Operand = times(
    rule.share,
    rule.maxGain === undefined ? sold : f`min(${sold}, ${ctx.amount(rule.maxGain, 'gain')})`,
  )
  if (rule.maxExclusion !== undefined) free = least(free, ctx.amount(rule.maxExclusion, 'gain'))
  if (rule.atMostShareOfFederalTaxable !== undefined)
    free = least(free, f`${rule.atMostShareOfFederalTaxable} * ${ctx.of.federal.taxableIncome}`)
  return free
}

/** An excise on gain above a deduction; the sale of the owner's practice may be exempt. */
export function gainExcise(ctx: StateContext): Operand {
  const { gain } = ctx.law
  if (gain.form !== 'gainOnly') return 0
  const { netGain, realEstateGain } = ctx.of
  if (absent(netGain)) return 0
  const free = plus(practiceExcluded(ctx), realEstateGain)
  const taxed = minus(netGain, absent(free) ? 0 : f`(${free})`)
  const above = ctx.row(
    'taxableIncome',
    'gain that the state taxes',
    'Long-term gain less what the state frees, above its deduction; one deduction for a couple.',
    f`max(0, ${taxed} - ${ctx.amount(gain.deduction, 'gain')})`,
  )
  return ctx.brackets(gain.brackets, above, 'excise on gain', 1)
}
