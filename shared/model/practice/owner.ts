import { type Expression, f, type Line, type Model, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { type Deal, fullYearTax, NO_WORK, type Work } from '../household/taxes'
import { type Context, partOfYear, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { OwnersYear } from './owners-year'
import type { Building } from './real-estate'

export const contributionAsOwner = (ctx: Context, timeline: Timeline, part: Operand): Expression =>
  f`${ctx.input('owner/contributionAsOwner')} * ${timeline.priceIndex} * ${part}`

/** For which part of each year the owner draws what. */
interface Owned {
  readonly year: OwnersYear
  readonly part: Line
  /** What follows in the rest of the year, if the owner still owns the practice on other terms. */
  readonly after?: { readonly year: OwnersYear; readonly part: Operand }
}

/** What the practice yields its owner for a part of each year, as rows of a path; `how` says in words which part. */
export function ownersRows(m: Model, { year, part, after }: Owned, how: string): OwnersYear {
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

/**
 * Take-home of a full year as owner in a year of the plan, with plan contributions at what they are worth after their
 * later tax. Cash, perks and what is taxed are rows of full years; the tax's own lines are declared in `m`.
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
  const tax = fullYearTax(
    ctx,
    timeline,
    needs,
    m,
    { ...NO_WORK, practice: [at(full.taxable)], ownedPart: 1, contributionAsOwner: contribution },
    year,
  )
  return f`${at(full.cash)} + ${at(full.perks)} - ${tax} - ${contribution} * ${timeline.rateIn('deferred', year)}`
}

/** The part of year n in which the owner still owns the practice: until the first of two times. */
export const ownedUntil = (first: Operand, second: Operand): Expression => partOfYear(0, f`min(${first}, ${second})`)

/** When the building is sold on its own; the owner may keep it. */
export const buildingSale = (ctx: Context): When | undefined =>
  ctx.document.practice.realEstate.soldOn === null ? undefined : ctx.day('practice/realEstate/soldOn')

export const rentOf = (building: Building | undefined): Pick<Work, 'rent' | 'passiveRent'> =>
  building ? { rent: building.ownRent, passiveRent: building.passiveRent } : { rent: 0, passiveRent: 0 }

export const gainOfBuilding = (
  building: Building | undefined,
): Pick<Deal, 'buildingGain' | 'buildingDepreciation' | 'buildingPassiveGain'> =>
  building
    ? {
        buildingGain: building.gain,
        buildingDepreciation: building.depreciation,
        buildingPassiveGain: building.passiveGain,
      }
    : { buildingGain: 0, buildingDepreciation: 0, buildingPassiveGain: 0 }

export const withBuilding = (paper: Operand, building: Line | undefined): Operand =>
  building ? f`${paper} + ${building}` : paper
