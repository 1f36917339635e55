import { f, type Line, type Model, type Operand } from '../../formula'
import type { Context } from '../plan/context'
import type { Debt } from './debt'

/** A practice's full-year yield to its owner. */
export interface OwnersYear {
  readonly cash: Line
  /** Taxable practice income: cash plus principal repaid, which is not deductible. */
  readonly taxable: Line
  readonly perks: Line
  /** Wages of family on its payroll. */
  readonly family: Line | undefined
}

/** The practice from which it is drawn; the profit is before any owner's pay. */
interface Earning {
  readonly practiceProfit: Operand
  readonly ownerCollections: Line
  readonly partnersCollections: Line
  readonly capex: Line
  readonly debt: Debt
  readonly perks: Line
  readonly family: Line | undefined
}

/** Declares it, in full-year amounts; `words` distinguishes its lines from those of the same practice on other terms. */
export function declareOwnersYear(
  ctx: Context,
  m: Model,
  { practiceProfit, ownerCollections, partnersCollections, capex, debt, perks, family }: Earning,
  words: { readonly id: string; readonly label: string; readonly meaning: string; readonly taxableMeaning: string },
): OwnersYear {
  const ownership = ctx.input('practice/ownershipShare')
  const payRate = ctx.input('practice/ownersPayRate')
  const cash = m.row(
    `practiceCash${words.id}`,
    { label: `practice cash${words.label}`, unit: 'usd', meaning: words.meaning },
    f`${payRate} * ${ownerCollections} + ${ownership} * (${practiceProfit} - ${payRate} * (${ownerCollections} + ${partnersCollections}) - ${capex} - ${debt.service})`,
  )
  const taxable = m.row(
    `practiceTaxable${words.id}`,
    { label: `taxable practice income${words.label}`, unit: 'usd', meaning: words.taxableMeaning },
    f`${cash} + ${ownership} * ${debt.principal}`,
  )
  return { cash, taxable, perks, family }
}
