import { type Expression, f, type Line, type Model, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { fullYearTax, NO_WORK } from '../household/taxes'
import { type Context, partOfYear, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { OwnersYear } from './owners-year'

export const contributionAsOwner = (ctx: Context, timeline: Timeline, part: Operand): Expression =>
  f`${ctx.input('owner/contributionAsOwner')} * ${timeline.priceIndex} * ${part}`

/** The portion of each year for which the owner draws from the practice. */
interface Owned {
  readonly year: OwnersYear
  readonly part: Line
  /** The rest of the year, if the owner still owns the practice on other terms. */
  readonly after?: { readonly year: OwnersYear; readonly part: Operand }
}

/** The practice's yield to its owner for a portion of each year, as rows of a path; `how` names the portion. */
export function ownersRows(m: Model, { year, part, after }: Owned, how: string): Omit<OwnersYear, 'family'> {
  const during = (of: 'cash' | 'taxable') =>
    after ? f`${year[of]} * ${part} + ${after.year[of]} * ${after.part}` : f`${year[of]} * ${part}`
  return {
    cash: m.row(
      'practiceCashReceived',
      { label: 'practice cash received', unit: 'usd', meaning: `${how}.` },
      during('cash'),
    ),
    perks: m.row(
      'perksReceived',
      { label: 'perks received', unit: 'usd', meaning: `${how}; untaxed.` },
      f`${year.perks} * ${after ? f`(${part} + ${after.part})` : part}`,
    ),
    taxable: m.row(
      'practiceTaxed',
      { label: 'taxable practice income received', unit: 'usd', meaning: `${how}.` },
      during('taxable'),
    ),
  }
}

/** Family pay before tax: for the portion of each year as owner, plus `besides`; 0 where there is none. */
export const familyPay = (
  m: Model,
  { family }: OwnersYear,
  part: Operand,
  how: string,
  besides: readonly Operand[] = [],
): Line | 0 =>
  family
    ? m.row(
        'familyPayReceived',
        { label: 'pay of your family from the practice', unit: 'usd', meaning: `${how}; wages before tax.` },
        f`total(${[f`${family} * ${part}`, ...besides]})`,
      )
    : 0

/**
 * Full-year take-home as owner, with plan contributions net of the tax due when they are withdrawn. Cash, perks and
 * taxable income are full-year rows; the tax lines are declared in `m`.
 */
export function ownerFullYear(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  m: Model,
  full: OwnersYear,
  year: Operand,
): Expression {
  const at = (line: Line) => f`at(${line}, ${year})`
  const contribution = f`${ctx.input('owner/contributionAsOwner')} * ${at(timeline.priceIndex)}`
  const family = full.family ? at(full.family) : 0
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

/** The portion of year n in which the owner still owns the practice: until the earlier of two times. */
export const ownedUntil = (first: Operand, second: Operand): Expression => partOfYear(0, f`min(${first}, ${second})`)

/** When the building is sold on its own; the owner may keep it. */
export const buildingSale = (ctx: Context): When | undefined =>
  ctx.document.practice.realEstate.soldOn === null ? undefined : ctx.day('practice/realEstate/soldOn')
