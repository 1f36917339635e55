import { f } from '../../formula'
import { dated } from '../household/dated'
import type { Needs } from '../household/needs'
import { declareTaxes, NO_DEAL, NO_WORK, type Work } from '../household/taxes'
import { before, type Context, onDay, partOfYear, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { declareHoldings } from '../practice/holdings'
import { buildingSale, contributionAsOwner, familyPay, ownerFullYear, ownersRows } from '../practice/owner'
import type { Practice } from '../practice/practice'
import { declareTerminalSale } from '../practice/terminal-sale'
import { finishPath, hoursAt, type Views } from './path'

/** Keep until retirement, then sell to a dentist or close. */
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
    { label: 'portion of the year as owner', unit: 'years', meaning: 'Until retirement.' },
    partOfYear(0, retirement.t),
  )
  const { cash, perks, taxable } = ownersRows(
    shared,
    { year: practice.ownersYear, part: owned },
    'For the portion of the year as owner',
  )
  const family = familyPay(shared, practice.ownersYear, owned, 'For the portion of the year as owner')
  const holdings = declareHoldings(
    ctx,
    timeline,
    scope,
    { sale: buildingSale(ctx), activeUntil: retirement.t },
    retirement,
  )
  const firstYear = ctx.unlessLean(() => ownerFullYear(ctx, timeline, needs, shared, practice.ownersYear, 1))
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
      ...holdings.work(),
      practice: [taxable],
      ownedPart: owned,
      family,
      contributionAsOwner: contributionAsOwner(ctx, timeline, owned),
    }
    const held = holdings.inView(view)
    const deal = held.soldWith({
      ...NO_DEAL,
      ordinary: onDay(retirement, sale.ordinary),
      gain: onDay(retirement, sale.gain),
    })
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, deal)
    const household = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [cash, ...holdings.income],
      untaxed: [perks],
      work,
      employerContribution: 0,
      dated: [received, ...held.flows],
      taxes,
      paper: held.onPaper(f`if(${before(retirement)}, ${sale.finish(taxes)}, 0)`, taxes),
      worked: owned,
      hours: hoursAt(ctx, practice.clinicalDays, owned),
    })
    if (firstYear !== undefined)
      ctx.model.scope(scope).under('What you take home').scope(view).figure(
        'takeHomeFirstYear',
        {
          label: 'take-home, first full year',
          unit: 'usd',
          meaning: 'Plan contributions net of the tax due when they are withdrawn.',
        },
        firstYear,
      )
    return household
  })
}
