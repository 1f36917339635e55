import type { Offer } from '../../case/schema'
import { f } from '../../formula'
import { declareAffiliation, firstContractYear, type Terms } from '../deal/affiliation'
import { declareClosing, defineClosingTax } from '../deal/closing'
import { declareConsulting } from '../deal/consulting'
import { declareDates } from '../deal/dates'
import { declareJobMoney } from '../deal/job-money'
import { declarePrice } from '../deal/price'
import { shareSold } from '../deal/share-sold'
import { declareStressTable } from '../deal/stress'
import type { Needs } from '../household/needs'
import { clampedYear, type Context } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { buildingSale, ownerFullYear } from '../practice/owner'
import type { Practice } from '../practice/practice'
import { type Building, declareBuilding } from '../practice/real-estate'
import { declareOwnership, declareTakeHomeIfKept } from './offer-ownership'
import { declareOfferView } from './offer-view'
import { workOf } from './offer-work'
import type { Views } from './path'
import { declareServicesYear } from './services'

/** An offer, or a sale expected later: section 2's `affiliate` in all its structures. */
export function declareOffer(ctx: Context, timeline: Timeline, needs: Needs, practice: Practice, offer: Offer): Views {
  const sells = offer.structure !== 'services'
  const terms = declareDates(ctx, timeline, offer)
  const affiliation = declareAffiliation(ctx, timeline, practice, terms)
  const price = declarePrice(ctx, timeline, practice, affiliation, terms)
  const jobMoney = sells ? declareJobMoney(ctx, terms) : undefined
  declareStressTable(ctx, terms, price, jobMoney)
  const consulting = declareConsulting(ctx, terms)
  const closing = declareClosing(ctx, timeline, price, terms)

  const services = sells ? undefined : declareServicesYear(ctx, practice, affiliation, terms)
  const ownership = declareOwnership(ctx, practice, services, terms)
  const contractYear1 = firstContractYear(terms.closing, ctx.years)
  const ifKept = declareTakeHomeIfKept(ctx, timeline, needs, practice, terms, contractYear1)
  const building = declareOfferBuilding(ctx, timeline, terms)
  const take = ctx.model.scope(terms.scope).under('What you take home')
  const servicesFullYear = services && ownerFullYear(ctx, timeline, needs, take, services.year, contractYear1)

  const parts = {
    terms,
    practice,
    affiliation,
    price,
    closing,
    jobMoney,
    consulting,
    building,
    ownership,
    services,
    ifKept,
    servicesFullYear,
  }
  const views = ctx.byView((view) => declareOfferView(ctx, timeline, needs, parts, view))
  defineClosingTax(ctx, timeline, needs, terms, closing, () => {
    const line = (id: string) => ctx.model.line(`${terms.scope}/${id}`)
    const year = clampedYear(ctx, terms.closing.year)
    return workOf(
      ctx,
      timeline,
      terms,
      {
        practiceTaxed: ownership.received.taxable,
        retainedTaxed: sells ? line('expected/jvTaxable') : undefined,
        building,
        ownedPart: ownership.part,
        jobPay: line('expected/jobPay'),
        gapPay: line('gapPay'),
        consulting,
        jobShare: line('jobShare'),
      },
      (row) => f`at(${row}, ${year})`,
    )
  })
  return views
}

/** The building beside the practice, which the buyer of the practice may buy too, or pay another rent for. */
function declareOfferBuilding(ctx: Context, timeline: Timeline, terms: Terms): Building | undefined {
  const { offer, path, scope, closing, retirement, jobEnd } = terms
  if (offer.structure === 'services')
    return declareBuilding(ctx, timeline, scope, { sale: buildingSale(ctx), activeUntil: retirement.t })
  const { sold, price, netRent } = offer.realEstate
  const input = (field: string) => ctx.input(`${path}/realEstate/${field}`)
  const untilClosing = f`min(${closing.t}, ${retirement.t})`
  const exit = ctx.dayOr(`${path}/retained/exitAt`, retirement)
  return declareBuilding(ctx, timeline, scope, {
    sale: sold ? closing : buildingSale(ctx),
    ...(sold && price !== null ? { price: input('price') } : {}),
    // Of a joint venture the owner still holds a part, and works in it while the job lasts.
    activeUntil: f`if(${shareSold(ctx, offer, path)} < 1, max(${untilClosing}, min(${jobEnd}, ${exit.t})), ${untilClosing})`,
    ...(netRent === null ? {} : { newRent: { from: closing.t, netRent: input('netRent') } }),
  })
}
