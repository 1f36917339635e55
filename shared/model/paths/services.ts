import { f, type Line, type Operand } from '../../formula'
import type { Affiliation } from '../deal/affiliation'
import type { Terms } from '../deal/terms'
import { type Context, partOfYear, type View, type When } from '../plan/context'
import { declareOwnersYear, type OwnersYear } from '../practice/owners-year'
import type { Practice } from '../practice/practice'
import { declareTerminalSale, type TerminalSale } from '../practice/terminal-sale'

/** Management services alone: nothing is sold, and from closing the owner owns the practice on the buyer's terms. */
export interface ServicesYear {
  readonly year: OwnersYear
  /** From closing until retirement. */
  readonly part: Operand
}

export function declareServicesYear(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  { scope, closing, retirement }: Terms,
): ServicesYear {
  const { collections, costs, managementFee, ownerCollections, partnersCollections } = affiliation
  const { capex, debt } = practice
  return {
    year: declareOwnersYear(
      ctx,
      ctx.model.scope(scope).under('What you take home'),
      {
        practiceProfit: f`${collections} - ${costs} - ${managementFee}`,
        ownerCollections,
        partnersCollections,
        capex,
        debt,
        perks: practice.perks,
        family: practice.family?.pay,
      },
      {
        id: 'After',
        label: ' after affiliation',
        meaning: 'At collections and costs after affiliation, net of the management fee; full year.',
        taxableMeaning: 'Practice cash plus principal repaid, which is not deductible; full year.',
      },
    ),
    part: partOfYear(closing.t, retirement.t),
  }
}

/** The sale at retirement of a practice as it then is under the agreement. */
export function declareServicesSale(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  { scope, closing, retirement }: Terms,
  view: View,
): TerminalSale {
  const m = ctx.model.scope(scope).under('What you take home')
  const owned = (id: 'collections' | 'discretionary' | 'adjustedEbitda') =>
    ownedRow(m, id, practice[id], affiliation[id], closing)
  return declareTerminalSale(
    ctx,
    scope,
    view,
    {
      collections: owned('collections'),
      discretionary: owned('discretionary'),
      adjustedEbitda: owned('adjustedEbitda'),
      debt: practice.debt,
    },
    retirement,
  )
}

/** The practice as kept until closing, with the figures under the agreement afterward. */
function ownedRow(m: Context['model'], id: string, before: Line, after: Line, closing: When): Line {
  const full = `${id}Owned`
  // The three views share the row.
  return m.hasLocal(full)
    ? m.lineLocal(full)
    : m.row(
        full,
        { label: before.label, unit: 'usd', meaning: 'As kept until closing, after affiliation from then on.' },
        f`if(n <= ${closing.t}, ${before}, ${after})`,
      )
}
