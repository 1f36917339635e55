import { type Expression, f, type Line, type Model, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { fullYearTax, type Work } from '../household/taxes'
import type { Context, When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Practice } from './practice'

/** What no path's work has: to be spread before what it has. */
export const NO_WORK: Work = {
  practice: [],
  retained: [],
  rent: 0,
  passiveRent: 0,
  ownedPart: 0,
  wages: [],
  selfEmployment: [],
  family: 0,
  contributionAsOwner: 0,
  contributionAsEmployee: 0,
}

export const contributionAsOwner = (ctx: Context, timeline: Timeline, part: Operand): Expression =>
  f`${ctx.input('owner/contributionAsOwner')} * ${timeline.priceIndex} * ${part}`

/** What the practice gives its owner for a part of each year, as rows of a path; `how` says in words which part. */
export function ownersRows(m: Model, practice: Practice, part: Line, how: string) {
  return {
    cash: m.row(
      'practiceCashReceived',
      { label: 'practice cash received', unit: 'usd', meaning: `${how}.` },
      f`${practice.practiceCash} * ${part}`,
    ),
    perks: m.row(
      'perksReceived',
      { label: 'perks received', unit: 'usd', meaning: `${how}; untaxed.` },
      f`${practice.perks} * ${part}`,
    ),
    taxable: m.row(
      'practiceTaxed',
      { label: 'practice income taxed', unit: 'usd', meaning: `${how}.` },
      f`${practice.practiceTaxable} * ${part}`,
    ),
  }
}

/** What the family is paid, before tax: in the part of each year as owner, and whatever else; 0 where nobody is. */
export const familyPay = (
  m: Model,
  practice: Practice,
  part: Operand,
  how: string,
  besides: readonly Operand[] = [],
): Line | 0 =>
  practice.family
    ? m.row(
        'familyPayReceived',
        { label: 'pay of your family from the practice', unit: 'usd', meaning: `${how}; wages before tax.` },
        f`total(${[f`${practice.family.pay} * ${part}`, ...besides]})`,
      )
    : 0

/**
 * Take-home of a full year as owner in a year of the plan, with plan contributions at what they are worth after their
 * later tax. Cash, perks and what is taxed are rows of full years; the tax's own lines are declared in `m`.
 */
export function ownerFullYear(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  full: { readonly cash: Line; readonly taxable: Line; readonly perks: Line; readonly family: Line | undefined },
  year: Operand,
): Expression {
  const at = (line: Line) => f`at(${line}, ${year})`
  const family = full.family ? at(full.family) : 0
  const contribution = f`${ctx.input('owner/contributionAsOwner')} * ${at(timeline.priceIndex)}`
  const tax = fullYearTax(
    ctx,
    timeline,
    needs,
    m,
    { ...NO_WORK, practice: [at(full.taxable)], ownedPart: 1, family, contributionAsOwner: contribution },
    year,
  )
  const received =
    family === 0 ? f`${at(full.cash)} + ${at(full.perks)}` : f`${at(full.cash)} + ${at(full.perks)} + ${family}`
  return f`${received} - ${tax} - ${contribution} * ${timeline.rateIn('deferred', year)}`
}

/** When the building is sold on its own; the owner may keep it. */
export const buildingSale = (ctx: Context): When | undefined =>
  ctx.document.practice.realEstate.soldOn === null ? undefined : ctx.day('practice/realEstate/soldOn')
