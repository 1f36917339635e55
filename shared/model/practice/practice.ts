import { f, type Line } from '../../formula'
import type { Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { type Collections, declareCollections } from './collections'
import { type Costs, declareCosts } from './costs'
import { type Debt, declareDebt } from './debt'
import { declareFamily, type Family } from './family'
import { declareOwnersYear, type OwnersYear } from './owners-year'
import type { StepBack } from './step-back'

/** Section 3 of the method: the practice if kept, in full-year amounts before proration. */
export interface Practice extends Collections, Costs {
  readonly practiceProfit: Line
  readonly addBacks: Line
  readonly family: Family | undefined
  readonly discretionary: Line
  readonly replacementPay: Line
  readonly adjustedEbitda: Line
  readonly capex: Line
  readonly perks: Line
  readonly debt: Debt
  readonly ownersYear: OwnersYear
}

export function declarePractice(ctx: Context, timeline: Timeline, scope: string, stepBack?: StepBack): Practice {
  const m = ctx.model.scope(scope).under('The practice if kept')
  const input = (field: string) => ctx.input(`practice/${field}`)
  const { priceIndex } = timeline
  const { practice } = ctx.document

  const collected = declareCollections(ctx, timeline, m, stepBack)
  const { ownerCollections, partnersCollections, collections } = collected
  const ofCollections = (line: Line) => f`if(${collections} > 0, ${line} / ${collections}, none)`

  const spent = declareCosts(ctx, timeline, m, collected, stepBack)
  const { costs } = spent
  const practiceProfit = m.row(
    'practiceProfit',
    { label: 'practice profit', unit: 'usd', meaning: 'Collections less operating costs, before any owner’s pay.' },
    f`${collections} - ${costs}`,
  )
  m.row(
    'overhead',
    { label: 'overhead', unit: 'rate', meaning: 'Costs as a share of collections; none without collections.' },
    ofCollections(costs),
  )
  m.row(
    'profitMargin',
    { label: 'profit margin', unit: 'rate', meaning: 'Profit before any owner’s pay as a share of collections.' },
    ofCollections(practiceProfit),
  )
  const perks = m.row(
    'perks',
    {
      label: 'perks',
      unit: 'usd',
      meaning: 'Personal benefits the practice pays for: untaxed income while you own it.',
    },
    f`${input('perks')} * ${priceIndex}`,
  )
  const addBacks = m.row(
    'addBacks',
    { label: 'add-backs', unit: 'usd', meaning: 'Recurring costs that a buyer would not bear, perks included.' },
    f`total(${practice.addBacks.map(({ id }) => input(`addBacks/${id}/amount`))}) * ${priceIndex}`,
  )
  const family = declareFamily(ctx, timeline, m)
  const discretionary = m.row(
    'discretionary',
    {
      label: 'discretionary earnings',
      unit: 'usd',
      meaning: family
        ? 'Practice profit plus add-backs and the family’s pay above market, before owners’ pay (SDE).'
        : 'Practice profit plus add-backs, before owners’ pay (SDE).',
    },
    family ? f`${practiceProfit} + ${addBacks} + ${family.toMarket}` : f`${practiceProfit} + ${addBacks}`,
  )
  const replacementPay = m.row(
    'replacementPay',
    {
      label: 'market pay for the owners’ work',
      unit: 'usd',
      meaning: 'What it would cost to replace the owners with employed doctors and a manager.',
    },
    f`${input('replacementRate')} * (${ownerCollections} + ${partnersCollections}) + ${input('managerCost')} * ${priceIndex}`,
  )
  const adjustedEbitda = m.row(
    'adjustedEbitda',
    {
      label: 'adjusted EBITDA',
      unit: 'usd',
      meaning: 'Earnings after market pay for the owners: what a buyer applies a multiple to.',
    },
    f`${discretionary} - ${replacementPay} + (${input('rentToMarket')} + ${input('staffToMarket')}) * ${priceIndex}`,
  )
  m.row(
    'ebitdaMargin',
    { label: 'EBITDA margin', unit: 'rate', meaning: 'Adjusted EBITDA as a share of collections.' },
    ofCollections(adjustedEbitda),
  )
  const capex = m.row(
    'capex',
    { label: 'capital expenditures', unit: 'usd', meaning: 'Spent in the year to maintain equipment and premises.' },
    f`${input('capex')} * ${priceIndex}`,
  )
  const debt = declareDebt(ctx, scope)
  const ownersYear = declareOwnersYear(
    ctx,
    m,
    { practiceProfit, ownerCollections, partnersCollections, capex, debt, perks, family: family?.pay },
    {
      id: '',
      label: '',
      meaning:
        'Your draw plus your share of what remains after all owners’ draws, capital expenditures and debt service.',
      taxableMeaning: 'Practice cash plus principal repaid, which is not deductible.',
    },
  )
  return {
    ...collected,
    ...spent,
    practiceProfit,
    addBacks,
    family,
    discretionary,
    replacementPay,
    adjustedEbitda,
    capex,
    perks,
    debt,
    ownersYear,
  }
}
