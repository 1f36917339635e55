import type { Context, View } from '../plan/context'
import type { Practice } from '../practice/practice'
import type { Affiliation } from './affiliation'
import { declareHolding, type Holding } from './holding'
import type { Job } from './job'
import type { Price } from './price'
import { declareRetainedExit, type RetainedExit } from './retained-exit'
import { declareRetainedProfit, type RetainedProfit } from './retained-profit'
import type { Terms } from './terms'

/** The retained share of the practice: its distributions and its exit. */
export type Retained = Pick<Holding, 'share' | 'exit'> & RetainedProfit & RetainedExit

export function declareRetained(
  ctx: Context,
  practice: Practice,
  affiliation: Affiliation,
  price: Price,
  job: Job,
  terms: Terms,
  view: View,
): Retained {
  const holding = declareHolding(ctx, terms)
  const profit = declareRetainedProfit(ctx, practice, affiliation, job, terms, holding, view)
  const exit = declareRetainedExit(ctx, practice, affiliation, price, terms, holding, profit, view)
  return { share: holding.share, exit: holding.exit, ...profit, ...exit }
}
