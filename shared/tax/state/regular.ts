import { dollars, f, type Operand } from '../../formula'
import { absent, minus } from '../operands'
import { measured, type Measures, type StateContext } from './household'

/** Tax on taxable income by the state's schedule, table, or rule for gain. */
export function scheduleTax(ctx: StateContext, taxable: Operand, netGain: Operand): Operand {
  const { law } = ctx
  const { gain } = law
  if (law.table) return tableTax(ctx, taxable)
  const scale = ctx.scale('brackets')
  const on = (income: Operand): Operand => ctx.brackets(law.brackets!, income, 'brackets', scale)
  if (absent(netGain)) return on(taxable)
  if (gain.form === 'cap') {
    const low = f`max(${taxable} - ${netGain}, min(${taxable}, ${ctx.amount(gain.ordinaryAtLeastUpTo, 'gain')}))`
    return f`min(${on(taxable)}, ${on(low)} + ${gain.rate} * (${taxable} - (${low})))`
  }
  if (gain.form === 'ownSchedule') {
    const ordinary = f`max(0, ${taxable} - ${netGain})`
    const onGain = (income: Operand): Operand =>
      ctx.brackets(gain.brackets, income, 'brackets of gain', ctx.scale('gain'))
    return f`${on(ordinary)} + ${onGain(taxable)} - ${onGain(ordinary)}`
  }
  return on(taxable)
}

function tableTax(ctx: StateContext, taxable: Operand): Operand {
  const table = ctx.law.table!
  if (table.form === 'rateLessAmount') {
    const scale = ctx.scale('brackets')
    const rate = ctx.lookup(table.rate, taxable, 'rate', 'brackets', 'factor')
    const less = ctx.lookup(table.less, taxable, 'amount less', 'brackets', 'usd')
    return f`${rate} * ${taxable} - ${scale === 1 ? less : f`${less} * ${scale}`}`
  }
  const from = ctx.amount(table.zeroBelow, 'brackets')
  const above = ctx.brackets(table.brackets, taxable, 'brackets', ctx.scale('brackets'))
  return f`if(${taxable} < ${from}, 0, ${dollars(table.base)} + ${above})`
}

/** Tax on taxable income; where it is apportioned between spouses, on each one's share. */
export function apportioned(
  ctx: StateContext,
  taxable: Operand,
  incomes: readonly Operand[],
  freeGain: Operand,
): Operand {
  const [own, spouses] = incomes
  if (ctx.law.spouses !== 'apportionedByIncome' || own === undefined || spouses === undefined || absent(spouses))
    return scheduleTax(ctx, taxable, ctx.of.netGain)
  const owners = f`max(0, ${minus(own, freeGain)})`
  const others = f`max(0, ${spouses})`
  const share = ctx.m.row(
    'ownersShare',
    {
      label: `${ctx.law.name}: owner’s share of the couple’s income`,
      unit: 'rate',
      meaning: 'Taxable income is split by it.',
    },
    f`if(${owners} + ${others} > 0, ${owners} / (${owners} + ${others}), 1)`,
  )
  const on = (part: Operand): Operand => scheduleTax(ctx, part, 0)
  return f`${on(f`${share} * ${taxable}`)} + ${on(f`(1 - ${share}) * ${taxable}`)}`
}

/** Recapture of the benefit of lower brackets. */
export function recapture(ctx: StateContext, taxable: Operand, regular: Operand, measures: Measures): Operand[] {
  return (ctx.law.recapture ?? []).map((item): Operand => {
    if (item.form === 'steps') {
      const steps = f`ceil(max(0, ${measured(measures, item.of)} - ${ctx.amount(item.start, 'recapture')}) / ${dollars(ctx.pick(item.step))})`
      return f`min(${dollars(ctx.pick(item.max))}, ${dollars(ctx.pick(item.amountPerStep))} * ${steps})`
    }
    const agi = measured(measures, 'stateAgi')
    const find = (steps: typeof item.base, what: string): Operand =>
      ctx.lookup(ctx.pick(steps), taxable, what, 'recapture', 'usd')
    const thresholds = ctx.pick(item.base).map(([from]) => [from, Math.max(from, item.minAgi)] as const)
    const from = ctx.lookup(thresholds, taxable, 'start of the phase-in', 'recapture', 'usd')
    const phased = f`min(1, max(0, ${agi} - ${from}) / ${dollars(item.phaseIn)})`
    const added = f`${find(item.base, 'recapture base')} + ${find(item.benefit, 'recapture benefit')} * ${phased}`
    const top = ctx.pick(ctx.law.brackets!).at(-1)![1]
    return f`if(${agi} > ${dollars(item.flatAboveAgi)}, ${top} * ${taxable} - ${regular}, ${added})`
  })
}

/** The regular tax, or the state's minimum tax if that is more. */
export function withMinimumTax(
  ctx: StateContext,
  tax: Operand,
  taxable: Operand,
  standard: Operand,
  excludedBenefits: Operand,
): Operand {
  const { minimumTax: rule } = ctx.law
  const { federal, owner } = ctx.of
  if (!rule) return tax
  switch (rule.form) {
    case 'shareOfAgi':
      return f`max(${tax}, if(${federal.agi} >= ${ctx.amount(rule.above, 'minimumTax')}, ${rule.rate} * ${federal.agi}, 0))`
    case 'alternative': {
      const base =
        rule.base === 'beforeStandardDeduction' ? f`${taxable} + ${standard}` : minus(federal.agi, excludedBenefits)
      const exemption = f`max(0, ${ctx.amount(rule.exemption, 'minimumTax')} - ${rule.phaseOutRate} * max(0, ${base} - ${ctx.amount(rule.phaseOutStart, 'minimumTax')}))`
      return f`max(${tax}, ${rule.rate} * max(0, ${base} - ${exemption}))`
    }
    case 'alternateLesser': {
      if (!rule.statuses.includes(ctx.status)) return tax
      const { under65, from65 } = rule.deduction
      const aged =
        typeof owner.age === 'number'
          ? dollars(owner.age >= 65 ? from65 : under65)
          : f`if(${owner.age} >= 65, ${dollars(from65)}, ${dollars(under65)})`
      const added = [federal.deduction, federal.qbiDeduction].filter((part) => !absent(part))
      return f`min(${tax}, ${rule.rate} * max(0, ${taxable} + total(${added}) - ${aged}))`
    }
  }
}

/** Surtaxes, split by whether credits reduce them. */
export function surtaxes(
  ctx: StateContext,
  measures: Measures,
): { readonly before: Operand[]; readonly after: Operand[] } {
  const before: Operand[] = []
  const after: Operand[] = []
  ;(ctx.law.surtaxes ?? []).forEach((item, i) => {
    const income = measured(measures, item.of)
    if (absent(income)) return
    let tax: Operand
    if (item.brackets) tax = ctx.brackets(item.brackets, income, item.name, ctx.scale('surtaxes'))
    else if (item.thresholds !== undefined)
      tax = f`${item.rate!} * max(0, ${income} - ${ctx.amount(item.thresholds, 'surtaxes')})`
    else tax = f`${item.rate!} * ${income}`
    if (item.whenAbove)
      tax = f`if(${measured(measures, item.whenAbove.of)} > ${ctx.amount(item.whenAbove.limit, 'surtaxes')}, ${tax}, 0)`
    const row = ctx.row(`surtax${i + 1}`, item.name, `A surtax of the state: ${item.name}.`, tax)
    ;(item.creditsApply === false ? after : before).push(row)
  })
  return { before, after }
}
