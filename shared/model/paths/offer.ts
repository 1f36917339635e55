import type { Offer } from '../../case/schema'
import { f } from '../../formula'
import { declareAffiliation } from '../deal/affiliation'
import { firstContractYear } from '../deal/job'
import type { Terms } from '../deal/terms'
import { declareClosing, defineClosingTax, taxedAtClosing } from '../deal/closing'
import { declareConsulting } from '../deal/consulting'
import { declareDates } from '../deal/dates'
import { declareJobMoney } from '../deal/job-money'
import { declarePrice } from '../deal/price'
import { shareSold } from '../deal/share-sold'
import { declareStressTable } from '../deal/stress'
import { tailOnLeaving } from '../deal/tail-cover'
import type { Needs } from '../household/needs'
import { clampedYear, type Context, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { declareHoldings } from '../practice/holdings'
import type { AssetSale } from '../practice/other-assets'
import { buildingSale, ownerFullYear } from '../practice/owner'
import type { Practice } from '../practice/practice'
import type { BuildingTerms } from '../practice/real-estate'
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
  const price = declarePrice(ctx, practice, affiliation, terms)
  const jobMoney = sells ? declareJobMoney(ctx, terms) : undefined
  declareStressTable(ctx, terms, price, jobMoney)
  const consulting = declareConsulting(ctx, terms)
  const closing = ctx.unlessLean(() => declareClosing(ctx, timeline, price, terms))
  const taxed = taxedAtClosing(ctx, price, terms)

  const services = sells ? undefined : declareServicesYear(ctx, practice, affiliation, terms)
  const ownership = declareOwnership(ctx, practice, services, terms)
  const contractYear1 = firstContractYear(terms.closing, ctx.years)
  const ifKept = ctx.unlessLean(() => declareTakeHomeIfKept(ctx, timeline, needs, practice, terms, contractYear1))
  const tail = tailOnLeaving(ctx, terms)
  const holdings = declareHoldings(
    ctx,
    timeline,
    terms.scope,
    buildingTerms(ctx, terms),
    terms.retirement,
    assetSales(ctx, offer, terms.closing),
  )
  const take = ctx.model.scope(terms.scope).under('What you take home')
  const servicesFullYear =
    services && ctx.unlessLean(() => ownerFullYear(ctx, timeline, needs, take, services.year, contractYear1))

  const parts = {
    terms,
    practice,
    affiliation,
    price,
    taxedAtClosing: taxed,
    closing,
    jobMoney,
    consulting,
    tail,
    holdings,
    ownership,
    services,
    ifKept,
    servicesFullYear,
  }
  const views = ctx.byView((view) => declareOfferView(ctx, timeline, needs, parts, view))
  if (!closing) return views
  defineClosingTax(ctx, timeline, needs, terms, closing.tax, taxed, () => {
    const line = (id: string) => ctx.model.line(`${terms.scope}/${id}`)
    const year = clampedYear(ctx, terms.closing.year)
    return workOf(
      ctx,
      timeline,
      terms,
      {
        practiceTaxed: ownership.received.taxable,
        retainedTaxed: sells ? line('expected/jvTaxable') : undefined,
        holdings,
        family: ownership.family,
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

/** The building, which the buyer of the practice may also buy, or lease at a new rent. */
function buildingTerms(ctx: Context, terms: Terms): BuildingTerms {
  const { offer, path, closing, retirement, jobEnd } = terms
  if (offer.structure === 'services') return { sale: buildingSale(ctx), activeUntil: retirement.t }
  const { sold, price, netRent } = offer.realEstate
  const input = (field: string) => ctx.input(`${path}/realEstate/${field}`)
  const untilClosing = f`min(${closing.t}, ${retirement.t})`
  const exit = ctx.dayOr(`${path}/retained/exitAt`, retirement)
  return {
    sale: sold ? closing : buildingSale(ctx),
    ...(sold && price !== null ? { price: input('price') } : {}),
    // In a joint venture the owner keeps a share and works in the practice while the job lasts.
    activeUntil: f`if(${shareSold(ctx, offer, path)} < 1, max(${untilClosing}, min(${jobEnd}, ${exit.t})), ${untilClosing})`,
    ...(netRent === null ? {} : { newRent: { from: closing.t, netRent: input('netRent') } }),
  }
}

/** The owner's other assets that the offer buys, at closing or on dates of their own. */
const assetSales = (ctx: Context, offer: Offer, closing: When): ReadonlyMap<string, AssetSale> =>
  new Map(
    offer.assetsSold.map(({ id, asset, price }) => {
      const path = `offers/${offer.id}/assetsSold/${id}`
      return [asset, { path, when: ctx.dayOr(`${path}/on`, closing), priceStated: price !== null }]
    }),
  )
