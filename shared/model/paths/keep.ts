import { f } from '../../formula'
import { dated } from '../household/dated'
import type { Needs } from '../household/needs'
import { declareTaxes, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { before, type Context, onDay, partOfYear, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import {
  buildingSale,
  contributionAsOwner,
  gainOfBuilding,
  ownerFullYear,
  ownersRows,
  rentOf,
  withBuilding,
} from '../practice/owner'
import type { Practice } from '../practice/practice'
import { declareBuilding } from '../practice/real-estate'
import { declareTerminalSale } from '../practice/terminal-sale'
import { finishPath, hoursAt, type Views } from './path'

/** Keep until retirement, then sell to a dentist or to nobody. */
export function declareKeep(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  practice: Practice,
  scope: string,
  retirement: When,
): Views {
  const shared = ctx.model.scope(scope).under('What you take home')
  const owned = shared.row(
    'ownedPart',
    { label: 'part of the year as owner', unit: 'years', meaning: 'Until retirement.' },
    partOfYear(0, retirement.t),
  )
  const { cash, perks, taxable } = ownersRows(
    shared,
    { year: practice.ownersYear, part: owned },
    'For the part of the year as owner',
  )
  const building = declareBuilding(ctx, timeline, scope, { sale: buildingSale(ctx), activeUntil: retirement.t })
  const firstYear = ownerFullYear(ctx, timeline, needs, shared, practice.ownersYear, 1)
  return ctx.byView((view) => {
    const sale = declareTerminalSale(ctx, scope, view, practice, retirement)
    const received = dated(
      ctx,
      `${scope}/${view}`,
      'saleAtRetirement',
      'sale at retirement',
      'In the year of retirement.',
      retirement,
      sale.received,
    )
    const work: Work = {
      ...NO_WORK,
      ...rentOf(building),
      practice: [taxable],
      ownedPart: owned,
      contributionAsOwner: contributionAsOwner(ctx, timeline, owned),
    }
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      ...gainOfBuilding(building),
      ordinary: onDay(retirement, sale.ordinary),
      gain: onDay(retirement, sale.gain),
    })
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: building ? [cash, building.rent] : [cash],
      untaxed: [perks],
      work,
      employerContribution: 0,
      dated: building ? [received, ...building.flows] : [received],
      taxes,
      paper: withBuilding(f`if(${before(retirement)}, ${sale.finish(taxes)}, 0)`, building?.paper(view, taxes)),
      hours: hoursAt(ctx, practice.clinicalDays, owned),
    })
    ctx.model.scope(scope).under('What you take home').scope(view).figure(
      'takeHomeFirstYear',
      {
        label: 'take-home, first full year',
        unit: 'usd',
        meaning: 'Plan contributions counted after their later tax.',
      },
      firstYear,
    )
    return household
  })
}
