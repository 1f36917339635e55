import { f, type Line, type Operand } from '../../formula'
import type { Affiliation } from '../deal/affiliation'
import { declareJob, firstContractYear, labRateOf } from '../deal/job'
import type { Terms } from '../deal/terms'
import type { Closing, TaxedAtClosing } from '../deal/closing'
import { declareCounted } from '../deal/counted'
import { declareJobFigures } from '../deal/job-figures'
import type { JobMoney } from '../deal/job-money'
import { declareOutstanding } from '../deal/outstanding'
import type { Price } from '../deal/price'
import { declarePriceFigures, declareRolledReturn } from '../deal/price-figures'
import { declareRetained, type Retained } from '../deal/retained-share'
import { shareSold } from '../deal/share-sold'
import { declareTaxedSale } from '../deal/taxed-sale'
import { dated, type DatedFlow } from '../household/dated'
import type { Household } from '../household/household'
import type { Needs } from '../household/needs'
import { type Deal, declareTaxes, type PathTaxes } from '../household/taxes'
import { basisYear, before, type Context, onDay, type View } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import type { Holdings } from '../practice/holdings'
import type { Practice } from '../practice/practice'
import type { TerminalSale } from '../practice/terminal-sale'
import type { Ownership } from './offer-ownership'
import { workOf } from './offer-work'
import { finishPath, hoursAt } from './path'
import { declareServicesSale, type ServicesYear } from './services'

/** What the views of an offer share. */
export interface OfferParts {
  readonly terms: Terms
  readonly practice: Practice
  readonly affiliation: Affiliation
  readonly price: Price
  readonly taxedAtClosing: TaxedAtClosing
  readonly jobMoney: JobMoney | undefined
  readonly consulting: Line | 0
  /** Tail coverage that the owner pays when the job ends. */
  readonly tail: readonly DatedFlow[]
  readonly holdings: Holdings
  readonly ownership: Ownership
  readonly services: ServicesYear | undefined
  /** Only read, and undefined in a lean model: what is in pocket at closing; take-home of a full year if kept, and of an owner who only buys services. */
  readonly closing: Closing | undefined
  readonly ifKept: Line | undefined
  readonly servicesFullYear: Operand | undefined
}

/** An offer in one view: the deal as counted, the job, tax, household and totals. */
export function declareOfferView(
  ctx: Context,
  timeline: Timeline,
  needs: Needs,
  parts: OfferParts,
  view: View,
): Household {
  const { terms, practice, affiliation, price, jobMoney, holdings, ownership, services } = parts
  const { scope, closing, retirement, path } = terms
  const job = declareJob(ctx, timeline, labRateOf(practice), affiliation, terms, view)
  const retained = services ? undefined : declareRetained(ctx, practice, affiliation, price, job, terms, view)
  const deal = declareCounted(ctx, price, terms, view)
  const exit = retained && declareRetainedExit(ctx, scope, view, retained)
  const terminal = services && declareServicesSale(ctx, practice, affiliation, terms, view)
  const terminalFlow =
    terminal &&
    dated(
      ctx,
      `${scope}/${view}`,
      'saleAtRetirement',
      'sale at retirement',
      'In the year of retirement.',
      retirement,
      terminal.received,
    )

  const taxedSale = declareTaxedSale(ctx, price, parts.taxedAtClosing, deal, jobMoney, terms, view)
  const work = workOf(ctx, timeline, terms, {
    practiceTaxed: ownership.received.taxable,
    retainedTaxed: retained?.taxable,
    holdings,
    family: ownership.family,
    ownedPart: ownership.part,
    jobPay: job.paid,
    gapPay: job.gap,
    consulting: parts.consulting,
    jobShare: job.share,
  })
  const elsewhere = soldElsewhere(terms, retained, terminal)
  const held = holdings.inView(view)
  const allSold = held.soldWith({
    ...taxedSale,
    ordinary: plus(taxedSale.ordinary, elsewhere.ordinary),
    gain: plus(taxedSale.gain, elsewhere.gain),
    exitGain: elsewhere.exitGain,
    // A sale at retirement is paid at once.
    ...(terminal && { installments: undefined }),
  })
  const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, allSold)

  const later: DatedFlow[] = [
    ...deal.payments.flatMap(({ principal, interest }) => (interest ? [principal, interest] : [principal])),
    ...deal.equity.map(({ flow }) => flow),
    ...(jobMoney?.flows ?? []),
    ...parts.tail,
    deal.paidBack,
  ]
  const taxOfDeal = f`${taxes.datedTax} - (${taxElsewhere(taxes, elsewhere, held.tax(taxes))})`
  const outstanding = declareOutstanding(ctx, timeline, scope, view, later, taxOfDeal)
  // Before closing the practice is valued as if kept.
  const practicePaper = terminal
    ? f`if(${before(retirement)}, ${terminal.finish(taxes)}, 0)`
    : f`if(${before(closing)}, if(${before(retirement)}, ${ctx.model.line(`keep/${view}/unsoldPractice`)}, 0), ${outstanding} + if(${before(retained!.exit)}, ${retained!.unsold(taxes)}, 0))`
  const household = finishPath(ctx, timeline, needs, {
    scope,
    view,
    retirement,
    practice: [ownership.received.cash, ...(retained ? [retained.distribution] : []), ...holdings.income],
    untaxed: [ownership.received.perks],
    work,
    employerContribution: f`${ctx.input(`${path}/job/employerContribution`)} * ${timeline.priceIndex} * ${job.share}`,
    dated: [deal.closing, ...later, ...(exit ? [exit] : []), ...(terminalFlow ? [terminalFlow] : []), ...held.flows],
    taxes,
    paper: held.onPaper(practicePaper, taxes),
    worked: f`${ownership.before} + ${services ? services.part : job.share}`,
    hours: f`${hoursAt(ctx, practice.clinicalDays, ownership.before)} + ${hoursAt(ctx, affiliation.clinicalDays, services ? services.part : job.share)}`,
  })

  if (ctx.lean) return household
  declarePriceFigures(ctx, practice, price, deal, terms, view)
  const totals = ctx.model.scope(scope).under('Totals').scope(view)
  if (retained)
    declareJobFigures(ctx, timeline, totals, {
      terms,
      practice,
      affiliation,
      price,
      job,
      year: basisYear(closing.t, ctx.years),
      contractYear1: firstContractYear(closing, ctx.years),
      sold: shareSold(ctx, terms.offer, path),
      ownership: ctx.input('practice/ownershipShare'),
      inPocket: parts.closing!.inPocket,
      ifKept: parts.ifKept!,
      retained,
      needs,
    })
  else
    totals.figure(
      'takeHomeFirstYear',
      {
        label: 'take-home, first full year',
        unit: 'usd',
        meaning: 'In contract year 1; plan contributions net of the tax due when they are withdrawn.',
      },
      parts.servicesFullYear!,
    )
  declareRolledReturn(ctx, price, terms, view)
  return household
}

function declareRetainedExit(ctx: Context, scope: string, view: View, { exit, exitAmount }: Retained): DatedFlow {
  const m = ctx.model.scope(scope).under('Dated cash flows').scope(view)
  const row = m.row(
    'retainedPaid',
    { label: 'sale of the retained share', unit: 'usd', meaning: 'On the day of its exit.' },
    onDay(exit, exitAmount),
  )
  return { row, time: exit.t }
}

/** Taxable amounts of sales outside the deal: the retained share, or the practice of an owner who only buys services. */
type Elsewhere = Pick<Deal, 'ordinary' | 'gain' | 'exitGain'>

const soldElsewhere = (
  { retirement }: Terms,
  retained: Retained | undefined,
  terminal: TerminalSale | undefined,
): Elsewhere => ({
  ordinary: terminal ? onDay(retirement, terminal.ordinary) : 0,
  gain: terminal ? onDay(retirement, terminal.gain) : 0,
  exitGain: retained ? onDay(retained.exit, retained.exitGain) : 0,
})

function taxElsewhere(
  taxes: PathTaxes,
  { ordinary, gain, exitGain }: Elsewhere,
  ofHoldings: readonly Operand[],
): Operand {
  const sales =
    ordinary === 0 && gain === 0
      ? f`${taxes.rate('gain')} * ${exitGain}`
      : f`${taxes.rate('ordinary')} * ${ordinary} + ${taxes.rate('gain')} * ${gain}`
  return ofHoldings.length > 0 ? f`${sales} + total(${ofHoldings})` : sales
}

const plus = (a: Operand, b: Operand): Operand => (b === 0 ? a : f`${a} + ${b}`)
