import type { Offer } from '../../case/schema'
import type { Operand } from '../../formula'
import { Context } from '../plan/context'

/** The share sold; management services alone sell nothing. */
export const shareSold = (ctx: Context, offer: Offer, path: string): Operand =>
  offer.structure === 'services' ? 0 : ctx.input(`${path}/shareSold`)
