import { f, type Line, type Operand } from '../../formula'
import type { Needs } from '../household/needs'
import { fullYearTax, NO_WORK } from '../household/taxes'
import { type Context, partOfYear, wholeMonths } from '../plan/context'
import type { Timeline } from '../plan/timeline'
import { familyStaying } from '../practice/family'
import type { Practice } from '../practice/practice'
import { declareAffiliation } from './affiliation'
import { declareJob } from './job'
import type { Terms } from './terms'
import { declarePrice } from './price'
import type { Retained } from './retained-share'

/** What the job costs its owner, and how much of the price is its own pay cut (section 4). */
export function declareJobFigures(
  ctx: Context,
  timeline: Timeline,
  t: Context['model'],
  part: {
    terms: Terms
    practice: Practice
    affiliation: ReturnType<typeof declareAffiliation>
    price: ReturnType<typeof declarePrice>
    job: ReturnType<typeof declareJob>
    year: Operand
    contractYear1: Operand
    sold: Operand
    ownership: Operand
    inPocket: Line
    ifKept: Line
    retained: Retained
    needs: Needs
  },
): void {
  const { terms, practice, affiliation, price, job, year, contractYear1, sold, ownership, inPocket, ifKept } = part
  const cuts = t.row(
    'payCutFull',
    {
      label: 'pay below market, full year',
      unit: 'usd',
      meaning: 'Market pay for your collections less what the job pays.',
    },
    f`${ctx.input('practice/replacementRate')} * ${affiliation.ownerCollections} - ${job.full}`,
  )
  const payCut = t.figure(
    'payCut',
    {
      label: 'your pay cut relative to market',
      unit: 'usd',
      meaning: 'For a full year, at the figures of the year of closing.',
    },
    f`at(${cuts}, ${year})`,
  )
  t.figure(
    'priceOfTheJob',
    {
      label: 'portion of the price funded by your own pay cut',
      unit: 'usd',
      meaning: 'Pay below market × the multiple × the share sold; at most the price.',
    },
    f`min(${price.consideration}, max(0, ${payCut}) * ${price.multiple} * ${sold} * ${ownership})`,
  )
  t.figure(
    'priceNotPaid',
    {
      label: 'price forgone on pay you do not receive',
      unit: 'usd',
      meaning:
        'If the priced EBITDA deducts more for your work than the job pays: the difference × the multiple × the share sold.',
    },
    f`max(0, at(${practice.discretionary}, ${year}) + (${ctx.input('practice/rentToMarket')} + ${ctx.input('practice/staffToMarket')}) * at(${timeline.priceIndex}, ${year}) - ${ctx.input('practice/managerCost')} * at(${timeline.priceIndex}, ${year}) - ${terms.offer.price.ebitda === null ? f`at(${practice.adjustedEbitda}, ${year})` : ctx.input(`${terms.path}/price/ebitda`)} - ${ctx.input('practice/replacementRate')} * at(${practice.partnersCollections}, ${year}) - at(${job.full}, ${year})) * ${price.multiple} * ${sold} * ${ownership}`,
  )
  const gaps = t.row(
    'employmentGapYear',
    { label: 'pay below market in the year', unit: 'usd', meaning: 'For the months of the term that you work.' },
    f`${cuts} * ${partOfYear(terms.closing.t, f`min(${terms.jobEnd}, ${terms.closing.t} + ${ctx.input(`${terms.path}/job/termYears`)})`)}`,
  )
  t.figure(
    'employmentGap',
    { label: 'pay below market over the term', unit: 'usd', meaning: 'Total over the years you must stay.' },
    f`sum(${gaps})`,
  )

  const at = (line: Line) => f`at(${line}, ${contractYear1})`
  const indexed = (field: string) => f`${ctx.input(`${terms.path}/job/${field}`)} * ${at(timeline.priceIndex)}`
  const contribution = indexed('contributionAsEmployee')
  const deferred = timeline.rateIn('deferred', contractYear1)
  const staying = familyStaying(ctx, terms.offer).map(
    ({ pay, until }) => f`if(${wholeMonths(until.t)} > ${wholeMonths(terms.closing.t)}, ${pay}, 0)`,
  )
  const family: Operand = staying.length === 0 ? 0 : f`total(${staying})`
  const tax = fullYearTax(
    ctx,
    timeline,
    part.needs,
    t,
    {
      ...NO_WORK,
      retained: [at(part.retained.fullYearTaxable)],
      wages: [at(job.full)],
      family,
      contributionAsEmployee: contribution,
    },
    contractYear1,
  )
  const after = t.figure(
    'takeHomeFirstYear',
    {
      label: 'take-home, first full year',
      unit: 'usd',
      meaning:
        'Job pay and distributions in contract year 1; plan contributions net of the tax due when they are withdrawn.',
    },
    f`total(${[at(job.full), at(part.retained.fullYear), ...staying]}) - ${tax} - ${contribution} * ${deferred} + ${indexed('employerContribution')} * (1 - ${deferred})`,
  )
  const givenUp = t.figure(
    'incomeGivenUp',
    {
      label: 'income given up',
      unit: 'usd',
      meaning: 'Full-year take-home if kept less full-year take-home after the sale, in contract year 1.',
    },
    f`${ifKept} - ${after}`,
  )
  t.figure(
    'yearsToRecoup',
    {
      label: 'years of forgone income covered by cash at closing',
      unit: 'years',
      meaning: 'After-tax cash at closing ÷ income given up; none if either is zero or less.',
      optional: true,
    },
    f`if(and(${givenUp} > 0, ${inPocket} > 0), ${inPocket} / ${givenUp}, none)`,
  )
}
