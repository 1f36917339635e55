import type { Component } from '../../case/schema'
import { f, type Expression, type Line, type Operand } from '../../formula'
import type { Affiliation, Job, Terms } from './affiliation'
import { basisYear, notBefore, partOfYear, type Context, type View, type When } from '../plan/context'
import type { Practice } from '../practice/practice'
import { shareSold, keptShare, type Price } from './price'
import type { PathTaxes } from '../household/taxes'

/** Section 5 of the method: equity rolled into the parent. */
export interface EquityValue {
  readonly component: Extract<Component, { kind: 'rolled' }>
  readonly path: string
  readonly rolled: Line
  readonly ownership: Line
  /** Value at the exit: by the outcomes' chances, and the best of them. Nothing is guaranteed. */
  readonly expected: Line
  readonly best: Line
  readonly exit: When
  readonly kept: Expression
  /** What is cashed when: the exit, then later recapitalisations, as parts of the value at the exit. */
  readonly cashings: readonly { readonly when: When; readonly factor: Operand; readonly basisPart: Operand }[]
  value(view: View): Operand
}

export function equityValue(
  ctx: Context,
  terms: Terms,
  component: Extract<Component, { kind: 'rolled' }>,
  consideration: Line,
): EquityValue {
  const { scope, path: offerPath, closing } = terms
  const path = `${offerPath}/components/${component.id}`
  const m = ctx.model.scope(scope).under('Rolled equity')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const name = component.label
  const figure = (id: string, label: string, unit: 'usd' | 'rate', meaning: string, formula: Operand) =>
    m.figure(`${component.id}/${id}`, { label: `${name}: ${label}`, unit, meaning }, formula)

  const { newEquity: stated, value } = component.platform
  const newEquity = figure(
    'newEquity',
    'new equity of the parent',
    'usd',
    'Value less debt: what rolled dollars are a share of.',
    stated !== null
      ? input('platform/newEquity')
      : value !== null
        ? f`max(0, ${input('platform/value')} - ${input('platform/debt')})`
        : 0,
  )
  const rolled = figure(
    'amount',
    'rolled dollars',
    'usd',
    'The part of the price that is not paid but stays invested in the parent.',
    component.basis === 'fixed'
      ? input('amount')
      : component.basis === 'share'
        ? f`${input('share')} * ${consideration}`
        : f`${input('share')} * ${newEquity}`,
  )
  const ownership = figure(
    'ownership',
    'share of the parent',
    'rate',
    'Rolled dollars ÷ new equity; debt of the parent makes it larger than the share of its value.',
    f`if(${newEquity} > 0, ${rolled} / ${newEquity}, 0)`,
  )
  const { exitOn } = component
  const exit =
    exitOn === null ? ctx.monthsAfter(`${offerPath}/closing`, `${path}/exitMonths`) : ctx.day(`${path}/exitOn`)
  const kept = keptShare(ctx, terms, path, exit.t)

  const values = component.outcomes.map((outcome) => ({
    probability: input(`outcomes/${outcome.id}/probability`),
    value: figure(
      `outcome/${outcome.id}`,
      outcome.label,
      'usd',
      'What your rolled equity is worth at the exit in this outcome.',
      component.method === 'simple'
        ? f`${rolled} * ${input(`outcomes/${outcome.id}/multiple`)}`
        : workbench(ctx, path, component, outcome.id, { ownership, newEquity, years: f`${exit.t} - ${closing.t}` }),
    ),
  }))
  const expected = figure(
    'expected',
    'value at the exit by chances',
    'usd',
    'Each outcome by its chance; chances below 100% in all leave the rest at nothing.',
    f`total(${values.map(({ probability, value }) => f`${probability} * ${value}`)})`,
  )
  const best = figure(
    'best',
    'value at the exit at best',
    'usd',
    'The best of the outcomes.',
    values.reduce<Operand>((most, { value }) => f`max(${most}, ${value})`, 0),
  )

  // What is not cashed at the exit is carried on, and grows by each recapitalisation's multiple.
  const recaps = component.recapitalisations.map(({ id }) => ({
    when: ctx.monthsAfter(`${offerPath}/closing`, `${path}/recapitalisations/${id}/months`),
    multiple: input(`recapitalisations/${id}/multiple`),
    cashed: input(`recapitalisations/${id}/cashed`),
  }))
  let carried: Operand = 1
  let carriedBasis: Operand = 1
  const cashings = [{ when: exit, multiple: 1 as Operand, cashed: input('cashedAtExit') as Operand }, ...recaps].map(
    ({ when, multiple, cashed }, i) => {
      // The last event cashes all that is left.
      const part: Operand = i === recaps.length ? 1 : cashed
      const grown = f`${carried} * ${multiple}`
      const event = { when, factor: f`${grown} * ${part}`, basisPart: f`${carriedBasis} * ${part}` }
      carried = f`${grown} * (1 - ${part})`
      carriedBasis = f`${carriedBasis} * (1 - ${part})`
      return event
    },
  )
  return {
    component,
    path,
    rolled,
    ownership,
    expected,
    best,
    exit,
    kept: exitOn === null ? kept : f`if(${notBefore(exit, closing)}, ${kept}, 0)`,
    cashings,
    value: (view) => (view === 'guaranteed' ? 0 : view === 'expected' ? expected : best),
  }
}

/** Value of the owner's common units in one outcome, behind debt and preference, after dilution. */
function workbench(
  ctx: Context,
  path: string,
  component: Extract<Component, { kind: 'rolled' }>,
  outcome: string,
  lines: { ownership: Line; newEquity: Line; years: Operand },
): Expression {
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const at = (field: string) => input(`outcomes/${outcome}/${field}`)
  const equity = f`max(0, ${at('exitEbitda')} * ${at('exitMultiple')} - ${at('netDebt')})`
  const share = f`${lines.ownership} * (1 - ${input('dilution')})`
  if (component.preference === 'none') return f`${share} * ${equity}`
  const amount = input('preferenceAmount')
  const claim = f`${amount} * ${input('preferenceMultiple')} + ${amount} * ((1 + ${input('preferenceAccrual')}) ^ (${lines.years}) - 1)`
  const afterClaim = f`${equity} - min(${claim}, ${equity})`
  if (component.preference === 'participating') return f`${share} * (${afterClaim})`
  const converted =
    component.preferenceShare === null
      ? f`if(${lines.newEquity} > 0, ${amount} / ${lines.newEquity} * (1 - ${input('dilution')}), 0)`
      : f`${input('preferenceShare')}`
  return f`if(${converted} * ${equity} > ${claim}, ${share} * ${equity}, if(${converted} < 1, ${share} / (1 - ${converted}) * (${afterClaim}), 0))`
}

/** The share of the practice that is kept: its distributions and its exit. */
export interface Retained {
  readonly share: Line
  readonly distribution: Line
  readonly taxable: Line
  /** Of a full year, before tax: what is paid out, and what of the profit is taxed. */
  readonly fullYear: Line
  readonly fullYearTaxable: Line
  readonly exitAmount: Line
  readonly exitGain: Line
  readonly exit: When
  /** Once the path's taxes are known: after tax, as if sold at the end of each year before the exit. */
  unsold(taxes: PathTaxes): Line
}

export function declareRetained(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  price: Price,
  job: Job,
  terms: Terms,
  view: View,
): Retained {
  const { offer, path, scope, closing, retirement, jobEnd } = terms
  const shared = ctx.model.scope(scope).under('The share of the practice you keep')
  const m = shared.scope(view)
  const input = (field: string) => ctx.input(`${path}/retained/${field}`)
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)
  const { exitAt, exitMonths } = offer.retained
  const exit =
    exitAt !== null
      ? ctx.day(`${path}/retained/exitAt`)
      : exitMonths !== null
        ? ctx.monthsAfter(`${path}/closing`, `${path}/retained/exitMonths`)
        : retirement
  const replacementRate = ctx.input('practice/replacementRate')

  const once = (
    id: string,
    label: string,
    unit: 'usd' | 'rate' | 'years' | 'boolean',
    meaning: string,
    formula: Operand,
    shape: 'row' | 'figure' = 'row',
  ) => {
    const full = `${scope}/${id}`
    if (ctx.model.has(full)) return ctx.model.line(full)
    return shape === 'row'
      ? shared.row(id, { label, unit, meaning }, formula)
      : shared.figure(id, { label, unit, meaning }, formula)
  }
  const share = once(
    'retainedShare',
    'share of the practice you keep',
    'rate',
    'Your share × what is not sold.',
    f`${ownership} * (1 - ${sold})`,
    'figure',
  )
  const controls = once(
    'ownerControls',
    'you control the practice',
    'boolean',
    '1 if you do: then its profit counts in all views and you fund its losses.',
    offer.retained.ownerControls === 'auto'
      ? f`if(${sold} < 0.5, 1, 0)`
      : offer.retained.ownerControls === 'yes'
        ? 1
        : 0,
    'figure',
  )
  const staying = offer.debt === 'stays'
  const beforeOwner = once(
    'profitBeforeOwner',
    'profit before your pay',
    'usd',
    'Collections less costs, partners’ market pay, fee, equipment and debt service.',
    f`${affiliation.collections} - ${affiliation.costs} - ${replacementRate} * ${affiliation.partnersCollections} - ${affiliation.managementFee} - ${practice.capex} - ${staying ? practice.debt.service : 0}`,
  )
  const held = once(
    'heldPart',
    'part of the year the share is held',
    'years',
    'From closing to the exit.',
    partOfYear(closing.t, exit.t),
  )
  const worked = once(
    'workedPart',
    'part of the year you work while you hold it',
    'years',
    'From closing until the job or the holding ends.',
    partOfYear(closing.t, f`min(${jobEnd}, ${exit.t})`),
  )
  const profit = m.row(
    'jointProfit',
    {
      label: 'profit of the practice after your pay',
      unit: 'usd',
      meaning:
        'For the months you hold a share: less your pay while you work, less market pay for your work when you do not.',
    },
    f`${beforeOwner} * ${held} - ${job.full} * ${worked} - ${replacementRate} * ${affiliation.ownerCollections} * (${held} - ${worked})`,
  )
  const counts = view === 'guaranteed' ? 0 : 1
  const payout = input('payoutRatio')
  // Stated by the offer year by year, they are what they are, and are taxed as they are paid.
  const { stated } = offer.retained
  const statedInView =
    stated.length > 0 &&
    f`if(${controls} = 1, 1, ${counts}) * ${once(
      'jvStated',
      'distributions as stated',
      'usd',
      'By contract year, while the share is held.',
      f`if(${held} > 0, total(${stated.map((item) => f`if(${affiliation.contractYear} = ${input(`stated/${item.id}/contractYear`)}, ${input(`stated/${item.id}/amount`)}, 0)`)}), 0)`,
    )}`
  const distribution = m.row(
    'jvDistribution',
    {
      label: 'distributions',
      unit: 'usd',
      meaning: statedInView
        ? 'As the offer states them year by year.'
        : 'Your share of the profit that is paid out; losses are yours to fund if you control.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, if(${profit} < 0, ${profit}, ${profit} * ${payout}), ${counts} * max(0, ${profit} * ${payout}))`,
  )
  const principal: Operand = staying ? f`${practice.debt.principal} * ${held}` : 0
  const taxable = m.row(
    'jvTaxable',
    {
      label: 'taxed share of the profit',
      unit: 'usd',
      meaning: 'Also what is not paid out; repaid principal does not deduct.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, ${profit} + ${principal}, ${counts} * max(0, ${profit} + ${principal}))`,
  )
  const fullProfit = f`${beforeOwner} - ${job.full}`
  const fullPrincipal: Operand = staying ? practice.debt.principal : 0
  const fullYear = m.row(
    'jvFullYear',
    {
      label: 'distributions of a full year',
      unit: 'usd',
      meaning: 'As if held and worked the whole year; before tax.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, if(${fullProfit} < 0, ${fullProfit}, (${fullProfit}) * ${payout}), ${counts} * max(0, (${fullProfit}) * ${payout}))`,
  )
  const fullYearTaxable = m.row(
    'jvFullYearTaxable',
    {
      label: 'taxed share of the profit of a full year',
      unit: 'usd',
      meaning: 'As if held and worked the whole year; also what is not paid out.',
    },
    statedInView ||
      f`${share} * if(${controls} = 1, ${fullProfit} + ${fullPrincipal}, ${counts} * max(0, ${fullProfit} + ${fullPrincipal}))`,
  )

  const agreed = offer.retained.exitMultiple === null ? price.multiple : input('exitMultiple')
  const values = once(
    'retainedValues',
    'price of the share you keep',
    'usd',
    'By the exit formula, as if sold at the year’s end.',
    f`${share} * max(0, (${affiliation.affiliatedEbitda} - ${affiliation.managementFee}) * ${agreed} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.end : 0})`,
  )
  const value = once(
    'retainedExit',
    'price of the share you keep at its exit',
    'usd',
    'By the agreed multiple of EBITDA after the fee, less the debt left.',
    f`${share} * max(0, at(${once('ebitdaAfterFee', 'EBITDA after the fee', 'usd', 'What the exit of the kept share is priced on.', f`${affiliation.affiliatedEbitda} - ${affiliation.managementFee}`)}, ${basisYear(exit.t, ctx.years)}) * ${agreed} * (1 - ${input('minorityDiscount')}) - ${staying ? practice.debt.balanceAt(exit.t) : 0})`,
    'figure',
  )
  const w: Operand =
    view === 'maximum'
      ? 1
      : view === 'expected'
        ? input('probability')
        : offer.retained.put
          ? f`if(${input('probability')} = 1, 1, 0)`
          : 0
  const paid = f`if(${notBefore(exit, closing)}, ${w}, 0)`
  // 26 U.S.C. 705, 1367: what was taxed and not received is added to the basis.
  const undistributed = m.row(
    'jvUndistributed',
    {
      label: 'taxed profit not paid out to you',
      unit: 'usd',
      meaning: 'Your taxed share of the profit less distributions: it raises your basis in the share you keep.',
    },
    f`${taxable} - ${distribution}`,
  )
  const keeps = offer.retained.undistributed === 'kept' && !statedInView
  const kept = keeps
    ? m.row(
        'jvKept',
        {
          label: 'profit kept in the practice for you',
          unit: 'usd',
          meaning: 'Your share of the profit that is not paid out and stays in the practice as cash until the exit.',
        },
        f`${share} * if(${controls} = 1, 1, ${counts}) * max(0, ${profit}) * (1 - ${payout})`,
      )
    : undefined
  const basisIn = (line: Operand) => f`(${ctx.input('practice/basis')} * (1 - ${sold}) + ${line})`
  const plusKept = (price: Operand, cash: Operand) => (kept ? f`(${price} + ${cash})` : price)
  const atExit = plusKept(value, kept ? f`sum(${kept})` : 0)
  const exitAmount = m.figure(
    'retainedExitPaid',
    {
      label: 'sale of the share you keep',
      unit: 'usd',
      meaning: kept
        ? 'Its price and the cash kept in the practice, by its chance; certain only if you may require the purchase. Nothing before closing.'
        : 'By its chance; certain only if you may require the purchase. Nothing before closing.',
    },
    f`${paid} * ${atExit}`,
  )
  const exitGain = m.figure(
    'retainedExitGain',
    {
      label: 'gain on the share you keep',
      unit: 'usd',
      meaning: 'What is paid less the tax basis of what was not sold and profit that was taxed but not paid out.',
    },
    f`${paid} * max(0, ${atExit} - ${basisIn(f`sum(${undistributed})`)})`,
  )
  return {
    share,
    distribution,
    taxable,
    fullYear,
    fullYearTaxable,
    exitAmount,
    exitGain,
    exit,
    unsold: (taxes) => {
      const now = plusKept(values, kept ? f`sumToDate(${kept})` : 0)
      return m.row(
        'unsoldShare',
        {
          label: 'unsold share of the practice',
          unit: 'usd',
          meaning: 'What its exit at the year’s end would leave after tax.',
        },
        f`${w} * (${now} - ${taxes.rateIfSold('gain', exit.year)} * max(0, ${now} - ${basisIn(f`sumToDate(${undistributed})`)}))`,
      )
    },
  }
}
