import { f, type Line } from '../../formula'
import type { Context, When } from '../plan/context'
import { sharedLines } from '../plan/shared-lines'
import { shareSold } from './share-sold'
import type { Terms } from './terms'

/** How much of the practice the owner keeps, with what say, and until when. */
export interface Holding {
  readonly share: Line
  /** 1 if the owner controls the practice. */
  readonly controls: Line
  /** The exit as agreed. */
  readonly agreed: When
  /** The exit as it happens: earlier than agreed if the buyer calls the share. */
  readonly exit: When
}

export function declareHolding(ctx: Context, terms: Terms): Holding {
  const { offer, path, scope } = terms
  const shared = sharedLines(ctx.model.scope(scope).under('The share of the practice you keep'))
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)
  const share = shared.figure(
    'retainedShare',
    { label: 'share of the practice you keep', unit: 'rate', meaning: 'Your ownership × the portion not sold.' },
    f`${ownership} * (1 - ${sold})`,
  )
  const controls = shared.figure(
    'ownerControls',
    {
      label: 'you control the practice',
      unit: 'boolean',
      meaning: '1 if you do: its profit then counts in all views, and you fund its losses.',
    },
    offer.retained.ownerControls === 'auto'
      ? f`if(${sold} < 0.5, 1, 0)`
      : offer.retained.ownerControls === 'yes'
        ? 1
        : 0,
  )
  return { share, controls, ...exitOf(ctx, terms) }
}

function exitOf(ctx: Context, { offer, path, retirement, leavingDay, leave }: Terms): Pick<Holding, 'agreed' | 'exit'> {
  const { exitAt, exitMonths, called } = offer.retained
  const agreed =
    exitAt !== null
      ? ctx.day(`${path}/retained/exitAt`)
      : exitMonths !== null
        ? ctx.monthsAfter(`${path}/closing`, `${path}/retained/exitMonths`)
        : retirement
  // A buyer who may call the share at a discount is assumed to do so on the day of leaving.
  const exit: When = called
    ? {
        t: f`min(${agreed.t}, ${leave})`,
        year: f`min(${agreed.year}, min(${leavingDay.year}, ${retirement.year}))`,
      }
    : agreed
  return { agreed, exit }
}
