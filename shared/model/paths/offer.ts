import { isOnTop } from '../../case/earn-outs'
import type { Offer } from '../../case/schema'
import { f, type Line, type Operand } from '../../formula'
import { declareAffiliation, declareJob, firstContractYear, labRateOf, type Terms } from '../deal/affiliation'
import { declareConsulting } from '../deal/consulting'
import { declareJobFigures } from '../deal/job-figures'
import { declareJobMoney } from '../deal/job-money'
import { clawback } from '../deal/leaving'
import { declareDeferredTaxInterest } from '../deal/notes'
import { declarePrice } from '../deal/price'
import { declareRetained } from '../deal/retained-share'
import { shareSold } from '../deal/share-sold'
import { declareStressTable } from '../deal/stress'
import { dated, type DatedFlow } from '../household/dated'
import type { Needs } from '../household/needs'
import { closingTaxFormula, declareTaxes, NO_DEAL, type Work } from '../household/taxes'
import { basisYear, before, clampedYear, type Context, onDay, partOfYear, type When } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import {
  buildingSale,
  contributionAsOwner,
  gainOfBuilding,
  ownerFullYear,
  rentOf,
  withBuilding,
} from '../practice/owner'
import type { Practice } from '../practice/practice'
import { declareBuilding } from '../practice/real-estate'
import { declareTerminalSale } from '../practice/terminal-sale'
import { figureWithToday, finishPath, hoursAt, ownedUntil, present, type Views } from './path'

/** An offer, or a sale expected later: section 2's `affiliate` in all its structures. */
export function declareOffer(ctx: Context, timeline: Timeline, needs: Needs, practice: Practice, offer: Offer): Views {
  const scope = offer.id
  const path = `offers/${offer.id}`
  const services = offer.structure === 'services'
  const m = ctx.model.scope(scope).under('The price and how it is paid')
  const input = (field: string) => ctx.input(`${path}/${field}`)
  const closing = ctx.day(`${path}/closing`)
  const retirement = ctx.dayOr(`${path}/retirement`, timeline.retirement)
  const leavingDay = ctx.dayOr(`${path}/leaving/on`, retirement)
  const when = ctx.model.scope(scope).under('Dates')
  const leave = when.figure(
    'leave',
    { label: 'you leave', unit: 'years', meaning: 'Years from the start: retirement, or earlier if you say so.' },
    f`min(${retirement.t}, ${leavingDay.t})`,
  )
  const jobEnd = when.figure(
    'jobEnd',
    {
      label: 'the job ends',
      unit: 'years',
      meaning: 'Years from the start: its own end, leaving or retirement, whichever is first.',
    },
    offer.job.ends === null ? f`${leave}` : f`min(${leave}, ${ctx.day(`${path}/job/ends`).t})`,
  )
  const terms: Terms = { offer, path, scope, closing, retirement, jobEnd, leavingDay, leave }
  const affiliation = declareAffiliation(ctx, timeline, practice, terms)
  const price = declarePrice(ctx, timeline, practice, affiliation, terms)
  const jobMoney = services ? undefined : declareJobMoney(ctx, terms)
  declareStressTable(ctx, terms, price, jobMoney)
  const consulting = declareConsulting(ctx, terms)

  const year = basisYear(closing.t, ctx.years)
  const contractYear1 = firstContractYear(closing, ctx.years)
  const ownership = ctx.input('practice/ownershipShare')
  const sold = shareSold(ctx, offer, path)
  const ratio = price.grossProfitRatio
  const closingGain = offer.instalments
    ? f`${ratio} * max(0, ${price.paidAtClosing})`
    : f`${ratio} * ${price.taxedPrice}`

  const closingTax = m.declare(
    'closingTax',
    { label: 'tax on what is paid at closing', unit: 'usd', meaning: 'Ordinary part in full, gain on the cash.' },
    'figure',
  )
  const inPocket = figureWithToday(
    ctx,
    timeline,
    m,
    'inPocketAtClose',
    'in pocket at close',
    'Cash at close less the tax on it.',
    f`${price.cashAtClose} - ${closingTax}`,
    closing.year,
  )
  m.figure(
    'cashAtCloseToday',
    {
      label: 'cash at close, in today’s dollars',
      unit: 'usd',
      meaning: 'Divided by the price level of the year of closing.',
    },
    f`${price.cashAtClose} / at(${timeline.priceIndex}, clamp(${closing.year}, 1, ${ctx.years}))`,
  )
  m.figure(
    'pocketReturn',
    { label: 'return on what you pocket', unit: 'usd', meaning: 'A year, after tax, if all of it is invested.' },
    f`${inPocket} * ${timeline.afterTaxReturnIn(closing.year)}`,
  )
  m.figure(
    'cashShareOfHeadline',
    {
      label: 'cash share of the price',
      unit: 'rate',
      meaning: 'Paid in cash at closing, of the headline price with everything on top.',
    },
    f`if(${price.consideration} > 0, ${price.cash} / (${price.consideration} + total(${price.payments.filter(({ component }) => isOnTop(component)).map(({ amount }) => amount)})), 0)`,
  )

  // As owner: until closing (or, with management services alone, until retirement).
  const ownerShare = m.row(
    'ownedPart',
    { label: 'part of the year as owner before closing', unit: 'years', meaning: 'Until closing or retirement.' },
    ownedUntil(closing.t, retirement.t),
  )
  const served = partOfYear(closing.t, retirement.t)
  const take = ctx.model.scope(scope).under('What you take home')
  let after: { readonly cash: Line; readonly taxable: Line; readonly perks: Line } | undefined
  if (services) {
    const cashAfter = take.row(
      'practiceCashAfter',
      {
        label: 'practice cash after affiliation',
        unit: 'usd',
        meaning: 'With the new collections and costs, after the fee; full year.',
      },
      f`${ctx.input('practice/ownersPayRate')} * ${affiliation.ownerCollections} + ${ownership} * (${affiliation.collections} - ${affiliation.costs} - ${affiliation.managementFee} - ${ctx.input('practice/ownersPayRate')} * (${affiliation.ownerCollections} + ${affiliation.partnersCollections}) - ${practice.capex} - ${practice.debt.service})`,
    )
    const taxableAfter = take.row(
      'practiceTaxableAfter',
      {
        label: 'taxable practice income after affiliation',
        unit: 'usd',
        meaning: 'Practice cash and the principal repaid, which does not deduct; full year.',
      },
      f`${cashAfter} + ${ownership} * ${practice.debt.principal}`,
    )
    after = { cash: cashAfter, taxable: taxableAfter, perks: practice.perks }
  }
  const cash = take.row(
    'practiceCashReceived',
    { label: 'practice cash received', unit: 'usd', meaning: 'For the part of the year as owner.' },
    after
      ? f`${practice.practiceCash} * ${ownerShare} + ${after.cash} * ${served}`
      : f`${practice.practiceCash} * ${ownerShare}`,
  )
  const ownedPart = services ? f`(${ownerShare} + ${served})` : f`${ownerShare}`
  const perks = take.row(
    'perksReceived',
    { label: 'perks received', unit: 'usd', meaning: 'For the part of the year as owner; untaxed.' },
    f`${practice.perks} * ${ownedPart}`,
  )
  const taxable = take.row(
    'practiceTaxed',
    { label: 'practice income taxed', unit: 'usd', meaning: 'For the part of the year as owner.' },
    after
      ? f`${practice.practiceTaxable} * ${ownerShare} + ${after.taxable} * ${served}`
      : f`${practice.practiceTaxable} * ${ownerShare}`,
  )
  const ifKept = m.under('Your job after the sale').figure(
    'takeHomeIfKept',
    {
      label: 'take-home of a full year if kept',
      unit: 'usd',
      meaning: 'In contract year 1; plan contributions counted after their later tax.',
    },
    ownerFullYear(
      ctx,
      timeline,
      needs,
      m.scope('ifKept'),
      { cash: practice.practiceCash, taxable: practice.practiceTaxable, perks: practice.perks },
      contractYear1,
    ),
  )
  const ownedLine = services
    ? take.row(
        'ownedPartInAll',
        {
          label: 'part of the year as owner',
          unit: 'years',
          meaning: 'Before closing and after it, until retirement.',
        },
        ownedPart,
      )
    : ownerShare
  const discountRate = ctx.input('assumptions/discountRate')

  const building = declareBuilding(ctx, timeline, scope, {
    sale: offer.realEstate.sold && !services ? closing : buildingSale(ctx),
    ...(offer.realEstate.sold && !services && offer.realEstate.price !== null
      ? { price: input('realEstate/price') }
      : {}),
    // Of a joint venture the owner still holds a part, and works in it while the job lasts.
    activeUntil: services
      ? retirement.t
      : f`if(${sold} < 1, max(min(${closing.t}, ${retirement.t}), min(${jobEnd}, ${ctx.dayOr(`${path}/retained/exitAt`, retirement).t})), min(${closing.t}, ${retirement.t}))`,
    ...(services || offer.realEstate.netRent === null
      ? {}
      : { newRent: { from: closing.t, netRent: input('realEstate/netRent') } }),
  })
  const firstYear = after && ownerFullYear(ctx, timeline, needs, take, after, contractYear1)
  const form = { form: offer.saleForm, personalGoodwill: input('allocation/personalGoodwill') } as const

  const views = ctx.byView((view) => {
    const job = declareJob(ctx, timeline, labRateOf(practice), affiliation, terms, view)
    const retained = services ? undefined : declareRetained(ctx, practice, affiliation, price, job, terms, view)
    const v = ctx.model.scope(scope).under('Money on a day').scope(view)
    const flow = (id: string, label: string, meaning: string, formula: Operand, time: Operand): DatedFlow => ({
      row: v.row(id, { label, unit: 'usd', meaning }, formula),
      time,
    })
    const closingId = `${scope}/closingPaid`
    const closingRow = ctx.model.has(closingId)
      ? ctx.model.line(closingId)
      : ctx.model
          .scope(scope)
          .under('Money on a day')
          .row(
            'closingPaid',
            { label: 'cash at close', unit: 'usd', meaning: 'On the day of closing.' },
            onDay(closing, price.cashAtClose),
          )
    const weighted = price.payments.map((payment) => {
      const w = f`${payment.weight(view)} * ${payment.kept}`
      const { taxed } = payment
      const byLaw = ctx.model.scope(scope).under('How notes are taxed').scope(view)
      const taxedRow = (id: string, { label }: Line, amount: Line) =>
        byLaw.row(
          `${payment.key}/${id}`,
          { label: `${label}, counted`, unit: 'usd', meaning: 'By its chance, as far as it is kept.' },
          f`${w} * ${amount}`,
        )
      return {
        payment,
        weight: w,
        taxed: taxed && {
          principal: taxedRow('principalTaxed', taxed.principal, taxed.principal),
          interest: taxedRow('interestTaxed', taxed.interest, taxed.interest),
        },
        principal: flow(
          `${payment.key}/paid`,
          payment.amount.label,
          'By its chance, as far as it is kept.',
          f`${w} * ${payment.principal}`,
          payment.time,
        ),
        interest:
          payment.interest &&
          flow(
            `${payment.key}/interestPaid`,
            payment.interest.label,
            'By its chance.',
            f`${w} * ${payment.interest}`,
            payment.time,
          ),
      }
    })
    const equity = price.equities.flatMap((item) =>
      item.cashings.map((cashing, i) => {
        const value = f`${item.value(view)} * ${item.kept}`
        return {
          item,
          cashing,
          flow: flow(
            `${item.component.id}/cashed${i === 0 ? '' : i + 1}`,
            `${item.component.label}: cashed`,
            'At the exit or a later recapitalization.',
            onDay(cashing.when, f`${value} * ${cashing.factor}`),
            cashing.when.t,
          ),
          gain: onDay(cashing.when, f`max(0, ${value} * ${cashing.factor} - ${item.basis} * ${cashing.basisPart})`),
        }
      }),
    )
    const ofThePrice = equity.filter(({ item }) => item.component.acquired === 'rolled').map(({ flow: item }) => item)
    const gains = (isLongTerm: boolean) =>
      equity
        .filter(({ item: { component } }) => (component.acquired !== 'granted' || component.longTerm) === isLongTerm)
        .map(({ gain: part }) => part)
    const back = flow(
      'clawback',
      'cash paid back',
      'On leaving before the term ends.',
      clawback(ctx, terms, price.cash),
      leave,
    )
    const exit =
      retained &&
      flow(
        'retainedPaid',
        'sale of the share you keep',
        'On the day of its exit.',
        onDay(retained.exit, retained.exitAmount),
        retained.exit.t,
      )
    const terminal = services
      ? declareTerminalSale(
          ctx,
          scope,
          view,
          {
            collections: servicesRow(take, 'collections', practice.collections, affiliation.collections, closing),
            discretionary: servicesRow(
              take,
              'discretionary',
              practice.discretionary,
              affiliation.discretionary,
              closing,
            ),
            adjustedEbitda: servicesRow(
              take,
              'adjustedEbitda',
              practice.adjustedEbitda,
              affiliation.adjustedEbitda,
              closing,
            ),
            debt: practice.debt,
          },
          retirement,
        )
      : undefined
    const terminalFlow = terminal
      ? [
          dated(
            ctx,
            `${scope}/${view}`,
            'saleAtRetirement',
            'sale at retirement',
            'In the year of retirement.',
            retirement,
            terminal.received,
          ),
        ]
      : []

    const priceRows = weighted.filter(({ payment }) => !payment.wages)
    const unpaid = v.figure(
      'neverPaid',
      {
        label: 'price never paid',
        unit: 'usd',
        meaning: 'Scheduled parts of the price that this view does not count.',
      },
      f`total(${priceRows.map(({ payment, principal, taxed }) => (taxed ? f`${payment.taxed!.amount} - sum(${taxed.principal})` : f`${payment.amount} - sum(${principal.row})`))})`,
    )
    const gain = v.row(
      'saleGain',
      {
        label: 'gain on the sale',
        unit: 'usd',
        meaning:
          'The gain in what is paid in the year, less cash paid back; in the last year less what was never paid, or was owed at closing.',
      },
      offer.instalments
        ? f`if(n = ${closing.year}, ${closingGain}, 0) + ${ratio} * (total(${priceRows.map(({ principal, taxed }) => taxed?.principal ?? principal.row)})) + ${back.row} - if(n = ${price.lastPaymentYear}, (1 - ${ratio}) * ${unpaid} - ${ratio} * min(0, ${price.paidAtClosing}), 0)`
        : f`if(n = ${closing.year}, ${closingGain}, 0) + ${back.row} - if(n = ${price.lastPaymentYear}, ${unpaid}, 0)`,
    )
    const ordinary = f`if(n = ${closing.year}, ${price.ordinaryPart} + ${price.receivables}, 0)`
    const interestParts = weighted.flatMap(({ interest: row, taxed }) =>
      taxed ? [taxed.interest] : row ? [row.row] : [],
    )
    const deferredTaxInterest = offer.instalments
      ? declareDeferredTaxInterest(ctx, scope, view, {
          closing,
          form: offer.saleForm,
          grossProfitRatio: ratio,
          notes: weighted.flatMap(({ payment, weight }) => (payment.taxed ? [{ note: payment.taxed, weight }] : [])),
        })
      : 0
    const wageParts = sumOf([
      ...weighted.filter(({ payment }) => payment.wages).map(({ principal }) => principal.row),
      ...(jobMoney?.wages ?? []),
    ])
    const contribution = contributionAsOwner(ctx, timeline, ownedPart)
    const asEmployee = f`${input('job/contributionAsEmployee')} * ${timeline.priceIndex} * ${job.share}`
    const work: Work = {
      practice: [taxable],
      retained: retained ? [retained.taxable] : [],
      ...rentOf(building),
      ownedPart: ownedLine,
      wages: [job.paid, job.gap],
      selfEmployment: consulting === 0 ? [] : [consulting],
      contributionAsOwner: contribution,
      contributionAsEmployee: asEmployee,
    }
    const exitGain = retained ? onDay(retained.exit, retained.exitGain) : 0
    const terminalParts = terminal && {
      ordinary: onDay(retirement, terminal.ordinary),
      gain: onDay(retirement, terminal.gain),
    }
    const taxes = declareTaxes(ctx, timeline, needs, scope, view, work, {
      ...NO_DEAL,
      ...gainOfBuilding(building),
      ...form,
      ordinary: terminalParts ? f`${ordinary} + ${terminalParts.ordinary}` : ordinary,
      gain: terminalParts ? f`${gain} + ${terminalParts.gain}` : gain,
      exitGain,
      passiveGain: sumOf(gains(true)),
      // Short-term gain of units that are granted is taxed like interest: at ordinary rates, and as investment income.
      interest: sumOf([...interestParts, ...gains(false)]),
      deferredTaxInterest,
      wages: wageParts,
    })

    // What the deal still owes after the end of a year, after tax, discounted to that day.
    const later: DatedFlow[] = [
      ...weighted.flatMap(({ principal, interest: row }) => (row ? [principal, row] : [principal])),
      ...equity.map(({ flow: item }) => item),
      ...(jobMoney?.flows ?? []),
      back,
    ]
    // What stands on paper elsewhere, the kept share and the practice of an owner who only buys services, is not the deal's.
    const elsewhere = terminalParts
      ? f`${taxes.rate('ordinary')} * ${terminalParts.ordinary} + ${taxes.rate('gain')} * ${terminalParts.gain}`
      : f`${taxes.rate('gain')} * ${exitGain}`
    const dealTax = building
      ? f`${taxes.datedTax} - (${elsewhere} + ${taxes.rate('gain')} * ${building.gain})`
      : f`${taxes.datedTax} - (${elsewhere})`
    const dealPresent = v.row(
      'dealPresent',
      {
        label: 'present value of the deal’s later money',
        unit: 'usd',
        meaning: 'Payments after closing less their tax.',
      },
      f`total(${later.map(({ row, time }) => present(row, discountRate, time))}) - (${dealTax}) * ${timeline.discountEnd}`,
    )
    const outstanding = v.row(
      'dealOutstanding',
      { label: 'still to come from the deal', unit: 'usd', meaning: 'After tax, discounted to the end of the year.' },
      f`(sum(${dealPresent}) - sumToDate(${dealPresent})) / ${timeline.discountEnd}`,
    )
    // Before closing the practice is worth what keeping would make of it.
    const practicePaper = terminal
      ? f`if(${before(retirement)}, ${terminal.finish(taxes)}, 0)`
      : f`if(${before(closing)}, if(${before(retirement)}, ${ctx.model.line(`keep/${view}/unsoldPractice`)}, 0), ${outstanding} + if(${before(retained!.exit)}, ${retained!.unsold(taxes)}, 0))`
    const { household } = finishPath(ctx, timeline, needs, {
      scope,
      view,
      retirement,
      practice: [cash, ...(retained ? [retained.distribution] : []), ...(building ? [building.rent] : [])],
      untaxed: [perks],
      work,
      employerContribution: f`${input('job/employerContribution')} * ${timeline.priceIndex} * ${job.share}`,
      dated: [
        { row: closingRow, time: closing.t },
        ...later,
        ...(exit ? [exit] : []),
        ...terminalFlow,
        ...(building?.flows ?? []),
      ],
      taxes,
      paper: withBuilding(practicePaper, building?.paper(view, taxes)),
      hours: f`${hoursAt(ctx, practice.clinicalDays, ownerShare)} + ${hoursAt(ctx, affiliation.clinicalDays, services ? served : job.share)}`,
    })

    const t = ctx.model.scope(scope).under('Totals').scope(view)
    const priceYear = t.row(
      'priceYear',
      {
        label: 'price paid in the year',
        unit: 'usd',
        meaning: 'Components by their chance, before tax, rolled equity at its exit, without interest.',
      },
      f`${onDay(closing, price.cash)} + total(${[...weighted.map(({ principal }) => principal.row), ...ofThePrice.map(({ row }) => row)]})`,
    )
    const priceTotal = t.figure(
      'priceTotal',
      { label: 'price in all', unit: 'usd', meaning: 'Everything the deal pays for the practice, before tax.' },
      f`sum(${priceYear})`,
    )
    t.figure(
      'saleBesides',
      {
        label: 'beside the price',
        unit: 'usd',
        meaning:
          'Interest, working capital, receivables, the kept share, a building, retention bonuses, loans, equity bought or granted; less what is paid back.',
      },
      f`${ctx.model.line(`${scope}/${view}/saleBeforeTax`)} - ${priceTotal} + ${price.debtPaid} + ${price.sellingCosts}`,
    )
    const pricePresent = t.row(
      'pricePresent',
      {
        label: 'present value of the price paid in the year',
        unit: 'usd',
        meaning: 'Each part discounted from its day.',
      },
      f`${present(onDay(closing, price.cash), discountRate, closing.t)} + total(${[...weighted.map(({ principal }) => principal), ...ofThePrice].map(({ row, time }) => present(row, discountRate, time))})`,
    )
    const pricePv = t.figure(
      'priceTotalPresentValue',
      {
        label: 'present value of the price',
        unit: 'usd',
        meaning: 'The price in one amount at the start of the plan.',
      },
      f`sum(${pricePresent})`,
    )
    if (!services)
      t.figure(
        'effectiveMultiple',
        {
          label: 'effective multiple',
          unit: 'factor',
          meaning: 'Present value of the price for a dollar of the EBITDA sold; none if nothing is sold.',
          optional: true,
        },
        f`${pricePv} / (at(${practice.adjustedEbitda}, ${year}) * ${sold} * ${ownership})`,
      )
    if (!services)
      declareJobFigures(ctx, timeline, t, {
        terms,
        practice,
        affiliation,
        price,
        job,
        year,
        contractYear1,
        sold,
        ownership,
        inPocket,
        ifKept,
        retained: retained!,
        needs,
      })
    else
      t.figure(
        'takeHomeFirstYear',
        {
          label: 'take-home, first full year',
          unit: 'usd',
          meaning: 'In contract year 1, plan contributions after their later tax.',
        },
        f`${firstYear!}`,
      )
    const [only] = price.equities
    if (only && price.equities.length === 1 && only.component.acquired !== 'granted')
      t.figure(
        'rolledReturn',
        {
          label: 'yearly return of the rolled equity',
          unit: 'rate',
          meaning: 'Value at the exit against what was rolled; none if nothing is rolled.',
          optional: true,
        },
        f`(${only.value(view)} * ${only.kept} / ${only.rolled}) ^ (1 / (${only.exit.t} - ${closing.t})) - 1`,
      )
    return household
  })
  const expected = ctx.model.scope(scope).scope('expected')
  const inClosingYear = (line: Line) => f`at(${line}, ${clampedYear(ctx, closing.year)})`
  const shareOfYear = ctx.model.line(`${scope}/jobShare`)
  m.define(
    closingTax,
    closingTaxFormula(
      ctx,
      timeline,
      needs,
      scope,
      closing.year,
      { ordinary: f`${price.ordinaryPart} + ${price.receivables}`, gain: closingGain, ...form },
      () => ({
        practice: [inClosingYear(taxable)],
        retained: services ? [] : [inClosingYear(expected.lineLocal('jvTaxable'))],
        rent: building ? inClosingYear(building.ownRent) : 0,
        passiveRent: building ? inClosingYear(building.passiveRent) : 0,
        ownedPart: inClosingYear(ownedLine),
        wages: [inClosingYear(expected.lineLocal('jobPay')), inClosingYear(ctx.model.line(`${scope}/gapPay`))],
        selfEmployment: consulting === 0 ? [] : [inClosingYear(consulting)],
        contributionAsOwner: f`${ctx.input('owner/contributionAsOwner')} * ${inClosingYear(timeline.priceIndex)} * ${inClosingYear(ownedLine)}`,
        contributionAsEmployee: f`${input('job/contributionAsEmployee')} * ${inClosingYear(timeline.priceIndex)} * ${inClosingYear(shareOfYear)}`,
      }),
    ),
  )
  return views
}

/** A sum, or the number 0 where there is nothing to add. */
const sumOf = (parts: readonly Operand[]): Operand => (parts.length === 0 ? 0 : f`total(${parts})`)

/** With management services alone: the practice as kept until closing, with the new figures afterwards. */
function servicesRow(m: Context['model'], id: string, before: Line, after: Line, closing: When): Line {
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
