import type { Component } from '../../case/schema'
import { type Expression, f, type Line, type Operand } from '../../formula'
import { type Context, notBefore, type View, type When } from '../plan/context'
import type { Terms } from './terms'
import { keptEquity, keptShare, type Leaving, ownLeaving } from './leaving'

type Rolled = Extract<Component, { kind: 'rolled' }>

/** Section 5 of the method: equity in the parent, rolled, bought or granted. */
export interface EquityValue {
  readonly component: Rolled
  readonly path: string
  /** The dollars rolled or paid; 0 if granted. */
  readonly rolled: Line
  readonly ownership: Line
  /** Value at exit: the expected value over the outcomes, or the best of them. None in the noncontingent view. */
  readonly expected: Line
  readonly best: Line
  readonly exit: When
  readonly kept: Expression
  /** The portion of its exit value kept under another way of leaving. */
  keptBy(leaving: Leaving): Expression
  /** Liquidity events: the exit, then later recapitalizations, as portions of the exit value. */
  readonly cashings: readonly { readonly when: When; readonly factor: Operand; readonly basisPart: Operand }[]
  value(view: View): Operand
}

/** Equity with its tax basis: its share of the basis of the practice if rolled, its price if bought. */
export type RolledPart = EquityValue & { readonly basis: Line }

export function equityValue(ctx: Context, terms: Terms, component: Rolled, consideration: Operand): EquityValue {
  const { scope, path: offerPath, closing } = terms
  const path = `${offerPath}/components/${component.id}`
  const m = ctx.model.scope(scope).under(ctx.owns ? 'Rolled equity' : 'Equity')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const name = component.label
  const figure = (id: string, label: string, unit: 'usd' | 'rate', meaning: string, formula: Operand) =>
    m.figure(`${component.id}/${id}`, { label: `${name}: ${label}`, unit, meaning }, formula)

  const { newEquity: stated, value } = component.platform
  const newEquity = figure(
    'newEquity',
    'parent’s equity value',
    'usd',
    'Enterprise value less debt: the base for your ownership percentage.',
    stated !== null
      ? input('platform/newEquity')
      : value !== null
        ? f`max(0, ${input('platform/value')} - ${input('platform/debt')})`
        : 0,
  )
  const { acquired } = component
  const [amountLabel, amountMeaning] = AMOUNTS[acquired]
  const rolled = figure(
    'amount',
    amountLabel,
    'usd',
    amountMeaning,
    acquired === 'granted'
      ? 0
      : component.basis === 'fixed'
        ? input('amount')
        : component.basis === 'share'
          ? f`${input('share')} * ${consideration}`
          : f`${input('share')} * ${newEquity}`,
  )
  const ownership =
    acquired === 'granted'
      ? figure(
          'ownership',
          'share of appreciation',
          'rate',
          'Share of the value above the threshold.',
          input('grantShare'),
        )
      : figure(
          'ownership',
          'ownership of the parent',
          'rate',
          'Dollars invested ÷ the parent’s equity value; with debt it exceeds your share of enterprise value.',
          f`if(${newEquity} > 0, ${rolled} / ${newEquity}, 0)`,
        )
  const { exitOn } = component
  const exit =
    exitOn === null ? ctx.monthsAfter(`${offerPath}/closing`, `${path}/exitMonths`) : ctx.day(`${path}/exitOn`)
  const keptBy = (leaving: Leaving) =>
    keptEquity(ctx, leaving, path, component, exit.t, keptShare(leaving, path, exit.t))
  const kept = keptBy(ownLeaving(ctx, terms))

  const values = component.outcomes.map((outcome) => ({
    probability: input(`outcomes/${outcome.id}/probability`),
    value: figure(
      `outcome/${outcome.id}`,
      outcome.label,
      'usd',
      'Value of your equity at exit in this outcome.',
      acquired === 'granted'
        ? aboveThreshold(ctx, path, component, outcome.id, { ownership, newEquity })
        : component.method === 'simple'
          ? f`${rolled} * ${input(`outcomes/${outcome.id}/multiple`)}`
          : workbench(ctx, path, component, outcome.id, { ownership, newEquity, years: f`${exit.t} - ${closing.t}` }),
    ),
  }))
  const expected = figure(
    'expected',
    'expected value at exit',
    'usd',
    'Outcomes weighted by probability; if the probabilities total less than 100%, the remainder counts as zero.',
    f`total(${values.map(({ probability, value }) => f`${probability} * ${value}`)})`,
  )
  const best = figure(
    'best',
    'maximum value at exit',
    'usd',
    'The best of the outcomes.',
    values.reduce<Operand>((most, { value }) => f`max(${most}, ${value})`, 0),
  )

  // Equity not sold at the exit is carried forward and grows by each recapitalization's multiple.
  const recaps = component.recapitalisations.map(({ id }) => ({
    when: ctx.monthsAfter(`${offerPath}/closing`, `${path}/recapitalisations/${id}/months`),
    multiple: input(`recapitalisations/${id}/multiple`),
    cashed: input(`recapitalisations/${id}/cashed`),
  }))
  let carried: Operand = 1
  let carriedBasis: Operand = 1
  const cashings = [{ when: exit, multiple: 1 as Operand, cashed: input('cashedAtExit') as Operand }, ...recaps].map(
    ({ when, multiple, cashed }, i) => {
      // The last event sells everything that is left.
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
    keptBy,
    cashings,
    value: (view) => (view === 'guaranteed' ? 0 : view === 'expected' ? expected : best),
  }
}

const AMOUNTS: Readonly<Record<Rolled['acquired'], readonly [label: string, meaning: string]>> = {
  rolled: ['rollover amount', 'The portion of the price reinvested in the parent instead of paid in cash.'],
  bought: ['amount paid', 'Paid on the first day with your own money.'],
  granted: ['amount paid', 'Granted units cost nothing.'],
}

/** Equity of the parent in one outcome, before preferred claims. */
const equityIn = (ctx: Context, outcome: string): Expression => {
  const at = (field: string) => ctx.input(`${outcome}/${field}`)
  return f`max(0, ${at('exitEbitda')} * ${at('exitMultiple')} - ${at('netDebt')})`
}

/** Granted units: their share of the parent's equity above the threshold, after dilution. */
function aboveThreshold(
  ctx: Context,
  path: string,
  component: Rolled,
  outcome: string,
  lines: { ownership: Line; newEquity: Line },
): Expression {
  const at = `${path}/outcomes/${outcome}`
  const equity =
    component.method === 'simple' ? f`${lines.newEquity} * ${ctx.input(`${at}/multiple`)}` : equityIn(ctx, at)
  return f`${lines.ownership} * (1 - ${ctx.input(`${path}/dilution`)}) * max(0, ${equity} - ${ctx.input(`${path}/threshold`)})`
}

/** Value of the owner's common units in one outcome, behind debt and preference, after dilution. */
function workbench(
  ctx: Context,
  path: string,
  component: Rolled,
  outcome: string,
  lines: { ownership: Line; newEquity: Line; years: Operand },
): Expression {
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const equity = equityIn(ctx, `${path}/outcomes/${outcome}`)
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
