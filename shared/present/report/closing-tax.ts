import { FILING_STATUS_NAMES, STATE_NAMES } from '../../tax/names'
import { SALE_TREATMENT } from '../../tax'
import { describe } from '../../case/describe'
import { dayOf, yearOf } from '../../case/dates'
import type { Case, Offer } from '../../case/schema'
import type { Outcome, Path } from '../../model'
import { stateTaxUsed } from '../state-law'
import { capital } from '../sentence'
import { federalReturn, RETURN_SUFFIX, type ReturnedLine } from '../tax-computation'
import { TAX_PARTS } from '../waterfall'
import { buys } from './offer-grid'

/** A fact of the return, as a label and its words. */
export type Fact = readonly [label: string, words: string]

/**
 * What a CPA asks before any figure: who files, where, with which status, and under which law or rates tax is computed.
 */
export function taxFacts({ document }: Outcome): Fact[] {
  const { tax } = document
  if (tax.mode === 'blended')
    return [
      ['Tax is computed', 'at effective rates that the owner or the CPA entered, including state tax'],
      ['Not modeled at effective rates', 'filing status, state, entity, allocation by asset class, NIIT, AMT, §453A'],
    ]
  const { federal } = tax
  const choice = (field: string, value: string) => describe(`tax/federal/${field}`, document)?.choices?.[value] ?? value
  return [
    ['Tax is computed', `by federal law for each year, indexed; ${stateTaxUsed(federal).replace(/\.$/, '')}`],
    ['Filing status', FILING_STATUS_NAMES[federal.filingStatus]],
    ['State', STATE_NAMES[federal.state] ?? 'another, at flat rates'],
    ['The practice is taxed as', choice('entity', federal.entity)],
    ['Pass-through entity tax', federal.entityTax ? 'elected' : 'not elected'],
  ]
}

/** A class of Form 8594 with its part of the price, and what of it is ordinary income. */
export interface AssetClass {
  readonly label: string
  readonly allocated: number
  readonly ordinary: number | undefined
  readonly character: string
}

const CLASSES = [
  ['supplies', 'IV Supplies', 'ordinary: all gain'],
  ['equipment', 'V Equipment', 'ordinary up to depreciation taken (§1245), else gain'],
  ['covenant', 'VI Covenant not to compete', 'ordinary: all of it'],
  ['intangibles', 'VII Purchased goodwill', 'ordinary up to amortization taken (§1245), else gain'],
  ['goodwill', 'VII Other goodwill and going concern', 'long-term capital gain'],
] as const

/** A year in which tax on the sale falls due or gain is recognized. All amounts in dollars of the year. */
export interface SaleTaxYear {
  readonly year: number
  readonly gain: number
  /** By the parts of `SaleTax.parts`. */
  readonly tax: readonly number[]
  readonly all: number
}

/** A line of the return of the year of the sale. */
export interface ReturnLine {
  readonly id: string
  readonly label: string
  /** Where it stands on the forms. */
  readonly form: string
  /** With the sale, and on the same return without it. */
  readonly value: number
  readonly without: number
  /** How it counts: nothing begins a sum, '+' and '−' go on with the sum, and '=' is the sum so far. */
  readonly sign: ReturnedLine['sign']
}

/** How the price is allocated. */
export interface SalePrice {
  /** What the allocation goes by, in words. */
  readonly basis: string
  /** None at an offer's effective rates or where stock is sold. */
  readonly classes: readonly AssetClass[]
  /** The price that is taxed as a sale, and what of it is ordinary. */
  readonly taxed: number
  readonly ordinary: number
  /** Of a price that an offer pays; a dentist's bank pays at once. */
  readonly grossProfitRatio: number | undefined
}

export interface SaleTax {
  readonly facts: readonly Fact[]
  /** Undefined where nothing is paid for the practice. */
  readonly price: SalePrice | undefined
  readonly parts: readonly { readonly id: string; readonly label: string }[]
  readonly years: readonly SaleTaxYear[]
  /** Over all years: the gain, the parts of the tax, and all tax. */
  readonly gain: number
  readonly totals: readonly number[]
  readonly all: number
  /** Lines of the return of the year of the sale, with the sale on it. None at effective rates. */
  readonly lines: readonly ReturnLine[]
  /** The return that is filed, where itemizing costs less although the standard deduction is greater. */
  readonly itemized: ItemizedReturn | undefined
  readonly yearOfSale: number
}

/** Lines of the return with itemized deductions, in dollars of the year. */
export interface ItemizedReturn {
  readonly deduction: number
  readonly taxableIncome: number
  readonly regularTax: number
  readonly amt: number
  readonly incomeTax: number
}

/** The tax of a path's sale in the expected view; undefined where nothing is sold. */
export function saleTaxOf(outcome: Outcome, path: Path): SaleTax | undefined {
  const { document } = outcome
  const offer = document.offers.find(({ id }) => id === path.id)
  const bought = offer && buys(outcome, offer) ? offer : undefined
  const figure = (id: string) => outcome.figure(path.id, 'expected', id)
  const row = (id: string) => outcome.row(path.id, 'expected', id)
  const parts = Object.entries(TAX_PARTS)
    .map(([id, label]) => ({ id, label }))
    .filter(({ id }) => row(`saleTax/${id}Year`)?.some((amount) => Math.abs(amount) >= HALF_A_DOLLAR))
  const day = bought?.closing ?? dayOfSale(document, path)
  const sale = yearOf(dayOf(day), document.assumptions.startYear)
  const gain = row('recognizedGain') ?? []
  const all = row('datedTax') ?? []
  const calendar = outcome.shared('plan/calendarYear')
  const years = calendar.flatMap((year, n): SaleTaxYear[] => {
    const tax = parts.map(({ id }) => row(`saleTax/${id}Year`)![n]!)
    const empty = [gain[n] ?? 0, ...tax].every((amount) => Math.abs(amount) < HALF_A_DOLLAR)
    return empty ? [] : [{ year, gain: gain[n] ?? 0, tax, all: all[n] ?? 0 }]
  })
  if (!bought && (document.practice.role === 'associate' || years.length === 0)) return undefined
  return {
    facts: bought ? factsOf(outcome, bought) : factsOfDentist(document, path, day),
    price: bought ? priceOfOffer(figure) : priceOfDentist(figure, path.kind === 'sellPrivately'),
    parts,
    years,
    gain: gain.reduce((sum, amount) => sum + amount, 0),
    totals: parts.map(({ id }) => figure(`saleTax/${id}`) ?? 0),
    all: figure('saleTax/all') ?? 0,
    lines: returnLines(outcome, path.id, sale),
    itemized: itemizedReturn(outcome, path.id, sale),
    yearOfSale: calendar[sale - 1] ?? Number(day.slice(0, 4)),
  }
}

/** The return of a year, with the sale and without it; a kind of income that neither has is left out. */
function returnLines(outcome: Outcome, path: string, year: number): ReturnLine[] {
  const inYear = ({ line }: ReturnedLine) => outcome.values(line)[line.shape === 'row' ? year - 1 : 0] ?? 0
  const nameOf = ({ line }: ReturnedLine) => line.id.split(/\/(?:saleTaxed|yearTaxed)\//)[1]!
  const without = new Map(
    federalReturn(outcome, path, 'expected', false).map((line) => [nameOf(line), inYear(line)] as const),
  )
  return federalReturn(outcome, path, 'expected', true).flatMap((returned): ReturnLine[] => {
    const id = nameOf(returned)
    const [value, before] = [inYear(returned), without.get(id) ?? without.get(ALIKE[id] ?? '') ?? 0]
    if (returned.quiet && Math.abs(value) < HALF_A_CENT && Math.abs(before) < HALF_A_CENT) return []
    // The heading says that the sale is on it.
    const label = capital(returned.line.label.replace(RETURN_SUFFIX, ''))
    return [{ id, label, form: returned.form, value, without: before, sign: returned.sign }]
  })
}

/** What a CPA needs to arrive at the minimum tax of a return whose owner itemizes because of it (26 U.S.C. §63(e)). */
function itemizedReturn(outcome: Outcome, path: string, year: number): ItemizedReturn | undefined {
  const inYear = (id: string) => outcome.row(path, 'expected', `saleTaxed/${id}`)?.[year - 1]
  const itemized = (id: string) => inYear(`itemizing/${id}`) ?? 0
  const [tentative, incomeTax] = [inYear('tentativeMinimumTax'), inYear('itemizing/incomeTax')]
  if (tentative === undefined || incomeTax === undefined || (inYear('amt') ?? 0) === 0) return undefined
  if (tentative - incomeTax < HALF_A_CENT) return undefined
  return {
    deduction: itemized('deduction'),
    taxableIncome: itemized('taxableIncome'),
    regularTax: itemized('regularTax'),
    amt: itemized('amt'),
    incomeTax,
  }
}

/** Without gain a return has a single tax, on ordinary income. */
const ALIKE: Readonly<Record<string, string>> = { ordinaryTax: 'regularTax' }
const HALF_A_CENT = 0.005

type FigureOf = (id: string) => number | undefined

function priceOfOffer(figure: FigureOf): SalePrice {
  const classes = CLASSES.flatMap(([id, label, character]): AssetClass[] => {
    const allocated = figure(`allocation/${id}`)
    return allocated === undefined
      ? []
      : [{ label, allocated, ordinary: figure(`allocation/${id}Ordinary`), character }]
  })
  return {
    basis:
      classes.length > 0
        ? 'By class of Form 8594, contingent payments at their stated maximum'
        : 'Not split by class: the price is taxed at one ordinary portion, or stock is sold',
    classes,
    taxed: figure('taxedPrice') ?? 0,
    ordinary: figure('ordinaryPart') ?? 0,
    grossProfitRatio: figure('grossProfitRatio') ?? 0,
  }
}

/** What is entered of a sale to a dentist is one portion that is ordinary income, whatever the classes it falls in. */
function priceOfDentist(figure: FigureOf, now: boolean): SalePrice | undefined {
  const taxed = figure('allocation/taxed')
  const ordinary = figure('allocation/ordinary')
  if (taxed === undefined || ordinary === undefined) return undefined
  return {
    basis: `By class of Form 8594: one ordinary portion as entered, the rest goodwill${now ? '' : '; weighted by the probability of a sale'}`,
    classes: [
      { label: 'IV–VI Supplies, equipment, covenant', allocated: ordinary, ordinary, character: 'ordinary: all of it' },
      {
        label: 'VII Goodwill and going concern',
        allocated: figure('allocation/goodwill') ?? 0,
        ordinary: undefined,
        character: 'long-term capital gain, less selling costs and tax basis',
      },
    ],
    taxed,
    ordinary,
    grossProfitRatio: undefined,
  }
}

/** When a dentist buys: the first tranche now, or the path's retirement. */
function dayOfSale({ alternatives, offers, owner }: Case, { kind, id }: Path): string {
  if (kind === 'sellPrivately')
    return alternatives.sellPrivately.tranches.map(({ on }) => on).toSorted()[0] ?? owner.retirement
  const own = kind === 'stepBack' ? alternatives.stepBack : offers.find((offer) => offer.id === id)
  return own?.retirement ?? owner.retirement
}

const HALF_A_DOLLAR = 0.5

function factsOf({ document }: Outcome, offer: Offer): Fact[] {
  const { mode, federal } = document.tax
  const choice = describe(`offers/${offer.id}/saleForm`, document)?.choices?.[offer.saleForm] ?? offer.saleForm
  return [
    ...(mode === 'federal'
      ? ([['Sold', `${choice}. ${SALE_TREATMENT[federal.entity][offer.saleForm].note}`]] satisfies Fact[])
      : []),
    [
      'Gain',
      offer.instalments
        ? 'reported as payments arrive (installment method, §453)'
        : 'all reported in the year of closing',
    ],
    ...(offer.components.some(({ kind }) => kind === 'rolled')
      ? ([['Rollover equity', capital('taxed when it is cashed out')]] satisfies Fact[])
      : []),
  ]
}

function factsOfDentist({ alternatives, practice }: Case, { kind }: Path, day: string): Fact[] {
  const { ordinaryShare } = kind === 'sellPrivately' ? alternatives.sellPrivately : practice.terminalSale
  const year = day.slice(0, 4)
  if (kind !== 'sellPrivately' && practice.terminalSale.method === 'none')
    return [['Sold', 'real estate and other assets; nothing is received for the practice']]
  return [
    [
      'Sold',
      kind === 'sellPrivately'
        ? `to a dentist in ${year}${alternatives.sellPrivately.tranches.length > 1 ? ' and later' : ''}`
        : `to a dentist at retirement in ${year}, weighted by the probability of a sale`,
    ],
    ['Ordinary income', `${Number((100 * ordinaryShare).toFixed(1))}% of the price, as entered`],
    ['Gain', 'all recognized in the year of sale'],
  ]
}
