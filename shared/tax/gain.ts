import { f, type Line, type Operand } from '../formula'
import type { Context, Part } from './household'
import { absent, atLeastZero, inYear, minus, plus } from './operands'

/** Capital gain and loss of the year, netted. */
export interface CapitalGain {
  /** Net gain in adjusted gross income, or the loss that may reduce other income. */
  readonly inIncome: Part
  /** Net long-term gain, not below 0. */
  readonly netLong: Operand
  /** Net long-term gain and qualified dividends: what the gain rates apply to. */
  readonly preferential: Part
  /** The part that is unrecaptured section 1250 gain. */
  readonly building: Part
}

export function declareGain(ctx: Context): CapitalGain {
  const { law, of } = ctx
  const { shortTermGain: short } = of
  let long = of.longTermGain
  const limit = law.lossLimit
  if (of.carriesLosses && !(absent(short) && absent(long))) {
    const carried = ctx.m.declare(
      'lossCarried',
      {
        label: 'capital loss carried into the year',
        unit: 'usd',
        meaning:
          'Net capital loss of earlier years that no gain and no yearly limit has used (26 U.S.C. §1212(b)), taken as long-term.',
      },
      'row',
    )
    const net = ctx.m.row(
      'netGain',
      {
        label: 'net capital gain or loss',
        unit: 'usd',
        meaning: 'Gains less losses, with the loss carried into the year.',
      },
      minus(plus(short, long), carried),
    )
    ctx.m.define(carried, 0, f`max(0, -prev(${net}) - ${limit})`)
    long = absent(long) ? f`-${carried}` : f`${long} - ${carried}`
  }
  const net = plus(short, long)
  const inIncome = ctx.row(
    'capitalGain',
    'capital gain or loss in income',
    'Short and long-term gain together; a net loss counts up to the yearly limit (26 U.S.C. §1211(b)).',
    absent(net) ? 0 : f`max(-${limit}, ${net})`,
  )
  // A short-term loss is set off against long-term gain; a short-term gain is ordinary income.
  const netLong: Operand = absent(long) ? 0 : absent(short) ? atLeastZero(long) : f`max(0, min(${long}, ${net}))`
  const preferential = ctx.row(
    'preferentialIncome',
    'income taxed at gain rates',
    'Net long-term gain and qualified dividends (26 U.S.C. §1(h)).',
    plus(netLong, atLeastZero(of.qualifiedDividends)),
  )
  const building = ctx.row(
    'unrecaptured1250',
    'unrecaptured depreciation of buildings',
    'The part of net long-term gain that is straight-line depreciation of buildings (26 U.S.C. §1(h)(6)).',
    absent(of.unrecaptured1250) || absent(netLong) ? 0 : f`max(0, min(${of.unrecaptured1250}, ${netLong}))`,
  )
  return { inIncome, netLong, preferential, building }
}

/** How taxable income splits into ordinary income and the layers of gain above it. */
export interface Stacking {
  /** Taxable income that goes on the ordinary schedule (Schedule D Tax Worksheet, line 21). */
  readonly ordinary: Part
  /** Where gain begins to fill the gain brackets (worksheet line 14 with buildings, else the ordinary income). */
  readonly gainFrom: Part
}

/**
 * Ordinary income fills the schedule first, gain sits on top. Deductions beyond ordinary income shelter gain. With
 * buildings, gain of theirs that would fall into brackets below their rate is taxed as ordinary income (line 19).
 */
export function declareStacking(ctx: Context, taxableIncome: Line, gain: CapitalGain): Stacking {
  const { preferential, building } = gain
  if (preferential === 0) return { ordinary: taxableIncome, gainFrom: taxableIncome }
  if (building === 0) {
    const ordinary = ctx.row(
      'ordinaryIncome',
      'taxable ordinary income',
      'Taxable income less gain and qualified dividends: what the ordinary brackets apply to.',
      f`max(0, ${taxableIncome} - ${preferential})`,
    )
    return { ordinary, gainFrom: ordinary }
  }
  const gainFrom = ctx.row(
    'worksheet14',
    'taxable income without gain at 0%, 15% and 20%',
    'Schedule D Tax Worksheet, line 14.',
    f`max(0, ${taxableIncome} - (${preferential} - ${building}))`,
  )
  const ordinary = ctx.row(
    'ordinaryIncome',
    'taxable income on the ordinary schedule',
    'Schedule D Tax Worksheet, line 21: ordinary income, and gain on buildings that falls below the top of the 24% bracket.',
    f`max(${taxableIncome} - ${preferential}, min(${gainFrom}, ${inYear(ctx.law.buildingRoom, ctx.index)}))`,
  )
  return { ordinary, gainFrom }
}

/**
 * Tax on the gain within `income`, which is taxable income or the base of the minimum tax; gain fills the gain brackets
 * from where the regular tax lets it begin, for both (Form 6251, Part III). Without buildings it is the gain schedule
 * at the top of the stack less the same schedule at its foot.
 */
export function gainTax(
  ctx: Context,
  gain: CapitalGain,
  stacking: Stacking,
  income: Line,
  of: 'regular' | 'minimum',
): Operand {
  const { law, index } = ctx
  const { preferential, building } = gain
  if (preferential === 0) return 0
  const { ordinary, gainFrom } = stacking
  if (building === 0) {
    const top = of === 'regular' ? income : f`${ordinary} + min(${income}, ${preferential})`
    return f`brackets(${law.gain}, ${top}, ${index}) - brackets(${law.gain}, ${ordinary}, ${index})`
  }
  const [, middleRate, highRate] = law.gain.values
  const [, zeroUpTo, middleUpTo] = law.gain.keys.map((value) => inYear({ value, indexed: true }, index))
  const zeroRoom = f`max(0, ${zeroUpTo!} - ${gainFrom})`
  const adjusted = ctx.row(
    `${of}GainBelow25`,
    'gain at 0%, 15% and 20%',
    'Gain other than depreciation of buildings, as far as there is income to tax (worksheet line 23; Form 6251, line 22).',
    f`min(${income}, ${preferential} - ${building})`,
  )
  const zero = ctx.row(
    `${of}GainAt0`,
    'gain at 0%',
    'What other income leaves of the 0% bracket (worksheet line 22; Form 6251, line 23).',
    f`min(${adjusted}, ${zeroRoom})`,
  )
  const middle = ctx.row(
    `${of}GainAt15`,
    'gain at 15%',
    'What other income and gain at 0% leave of the 15% bracket (worksheet line 30; Form 6251, line 30).',
    f`min(${adjusted} - ${zero}, max(0, ${middleUpTo!} - ${ordinary} - ${zeroRoom}))`,
  )
  const buildings =
    of === 'regular'
      ? f`max(0, ${building} - max(0, ${preferential} + ${ordinary} - ${income}))`
      : f`(min(${income}, ${preferential}) - ${adjusted})`
  return f`${middleRate!} * ${middle} + ${highRate!} * (${adjusted} - ${zero} - ${middle}) + ${law.buildingRate} * ${buildings}`
}
