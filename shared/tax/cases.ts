import { z } from 'zod'

import { buildGraph, evaluation, f, Model, type Operand, type Table } from '../formula'
import { declareSalt } from './deductions'
import { declareFederalTax } from './federal'
import { context, type Context, type Deduction } from './household'
import { lawFor, type StatusLaw } from './law'
import { niitOn } from './niit'
import {
  FILING_STATUSES,
  LATEST_PARAMETERS,
  PARAMETER_YEARS,
  SALT_CAP,
  taxParameters,
  type FilingStatus,
  type TaxParameters,
} from './parameters'
import { declareQbiDeduction } from './qbi'
import { declareAllocation, declareInstallment, declareRevisedPrice, type AssetKind, type AssetSold } from './sale'

/** What a case gives: figures by name; a list where there is one for each payment. */
export type Computed = Record<string, number | readonly number[]>
export interface TaxCaseResult {
  readonly id: string
  readonly computed: Computed
}
export type TaxCases =
  { readonly ok: true; readonly results: TaxCaseResult[] } | { readonly ok: false; readonly problems: string[] }

const amount = z.number().min(0)
const signed = z.number()
/** One figure, or one for each spouse. */
const perPerson = (one: z.ZodNumber) => z.union([one, z.tuple([one, one])])

const params = z.strictObject({
  /** Standard deduction, and what each person of 65 or more years adds. */
  std: amount.optional(),
  agedAddEach: amount.optional(),
  /** Upper ends of the first six ordinary brackets, and of the first two gain brackets. */
  brackets: z.array(amount).length(6).refine(rising, 'must rise from bracket to bracket').optional(),
  cg: z.array(amount).length(2).refine(rising, 'must rise from bracket to bracket').optional(),
  ssWageBase: amount.optional(),
  qbiThreshold: amount.optional(),
  qbiRange: amount.gt(0).optional(),
  amtExemption: amount.optional(),
  amtPhaseOutFrom: amount.optional(),
  amtSecondRateFrom: amount.optional(),
})
type Params = z.infer<typeof params>

const KINDS = {
  federal: z.strictObject({
    kind: z.literal('federal'),
    wages: perPerson(amount).optional(),
    spouseWages: amount.optional(),
    selfEmployment: perPerson(signed).optional(),
    spouseSelfEmployment: signed.optional(),
    /** Ordinary profit of an S corporation or of a partner who owes no self-employment tax. */
    practiceProfit: signed.optional(),
    passiveProfit: signed.optional(),
    interest: amount.optional(),
    ordinaryDividends: amount.optional(),
    qualifiedDividends: amount.optional(),
    shortTermGain: signed.optional(),
    longTermGain: signed.optional(),
    unrecaptured1250: amount.optional(),
    gainSubjectToNiit: z.boolean().optional(),
    ordinarySaleIncome: signed.optional(),
    withdrawals: amount.optional(),
    socialSecurity: amount.optional(),
    traditional401k: amount.optional(),
    planContributions: amount.optional(),
    adjustments: amount.optional(),
    deduction: z.union([z.enum(['standard', 'itemized']), amount]).optional(),
    /** All itemised deductions as one figure, or by kind. */
    itemized: amount.optional(),
    itemizedDeductions: amount.optional(),
    stateAndLocalTaxesPaid: amount.optional(),
    mortgageInterest: amount.optional(),
    charity: amount.optional(),
    ages: z.union([amount, z.array(amount).min(1).max(2)]).optional(),
    sstb: z.boolean().optional(),
    qbiW2Wages: amount.optional(),
    ubia: amount.optional(),
    params: params.optional(),
  }),
  ordinaryTax: z.strictObject({
    kind: z.literal('ordinaryTax'),
    ordinaryTaxableIncome: signed,
    params: params.optional(),
  }),
  niit: z.strictObject({ kind: z.literal('niit'), magi: signed, netInvestmentIncome: signed }),
  salt: z.strictObject({ kind: z.literal('salt'), magi: signed, stateAndLocalTaxesPaid: amount }),
  additionalMedicare: z.strictObject({
    kind: z.literal('additionalMedicare'),
    wages: perPerson(amount).optional(),
    spouseWages: amount.optional(),
    /** Net earnings: profit × 0.9235. */
    seNetEarnings: perPerson(signed).optional(),
    /** Named to show that deferrals do not reduce the base. */
    traditional401k: amount.optional(),
  }),
  qbi: z.strictObject({
    kind: z.literal('qbi'),
    qbi: signed,
    taxableIncomeBeforeQbi: signed,
    netCapitalGain: signed.optional(),
    businessW2Wages: amount.optional(),
    ubia: amount.optional(),
    sstb: z.boolean(),
    threshold: amount.optional(),
    range: amount.gt(0).optional(),
    /** Already within taxable income. */
    wages: amount.optional(),
    spouseWages: amount.optional(),
  }),
  installment: z.strictObject({
    kind: z.literal('installment'),
    contractPrice: amount.gt(0).optional(),
    grossProfit: amount.optional(),
    sellingPrice: amount.gt(0).optional(),
    price: amount.gt(0).optional(),
    basis: amount.optional(),
    sellingExpenses: amount.optional(),
    depreciationRecapture: amount.optional(),
    debtAssumed: amount.optional(),
    payment: amount.optional(),
    payments: z.array(amount).min(1).optional(),
  }),
  installmentRevised: z.strictObject({
    kind: z.literal('installmentRevised'),
    newPrice: amount,
    basis: amount,
    sellingExpenses: amount.optional(),
    gainAlreadyReported: amount,
    remainingPayments: z.array(amount).min(1),
  }),
  installmentBusiness: z.strictObject({
    kind: z.literal('installmentBusiness'),
    price: amount.gt(0),
    sellingExpenses: amount.optional(),
    downPayment: amount,
    assets: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          /** Left out for goodwill, it is what the other assets leave of the price. */
          fmv: amount.optional(),
          basis: amount.optional(),
          depreciation: amount.optional(),
          type: z.enum(['none', '1231', '1250SL', '1245', '197self', '197', 'receivables', 'covenant']),
        }),
      )
      .min(1),
  }),
} as const
type Kind = keyof typeof KINDS
type Inputs = z.infer<(typeof KINDS)[Kind]>
type Of<K extends Kind> = z.infer<(typeof KINDS)[K]>

const SALE_KINDS: readonly string[] = ['installment', 'installmentRevised', 'installmentBusiness']
const CASE_KEYS = ['id', 'source', 'year', 'filingStatus', 'inputs', 'expected', 'tolerance', 'note']

/**
 * Computes tax cases given as data: `[{ id, year, filingStatus, inputs: { kind, … } }]`. Where a case has `expected`,
 * `computed` has its keys, else all that its kind knows. Whatever cannot be computed is refused with a sentence each.
 */
export function computeTaxCases(cases: unknown): TaxCases {
  if (!Array.isArray(cases))
    return { ok: false, problems: ['Tax cases must be a list: [{ id, year, filingStatus, inputs }].'] }
  const results: TaxCaseResult[] = []
  const problems: string[] = []
  cases.forEach((item: unknown, i) => {
    const name = nameOf(item, i)
    try {
      const { id, computed } = computeCase(item)
      results.push({ id, computed })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const sentence of error.sentences) problems.push(`${name}: ${sentence}`)
    }
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, results }
}

/** What a case is refused for; never leaves this file. */
class Refusal extends Error {
  readonly sentences: readonly string[]
  constructor(...sentences: string[]) {
    super(sentences.join(' '))
    this.sentences = sentences
  }
}

function computeCase(item: unknown): TaxCaseResult {
  if (!isRecord(item)) throw new Refusal('a case is an object with id, year, filingStatus and inputs.')
  const unknown = Object.keys(item).filter((key) => !CASE_KEYS.includes(key))
  if (unknown.length > 0)
    throw new Refusal(...unknown.map((key) => `there is no key "${key}"; a case has ${CASE_KEYS.join(', ')}.`))
  const { id, year, inputs: given, expected } = item
  if (typeof id !== 'string' || id === '') throw new Refusal('id must be a text.')
  if (!Number.isInteger(year)) throw new Refusal(`year must be a calendar year, not ${shown(year)}.`)
  if (!isRecord(given)) throw new Refusal('inputs must be an object with a kind.')
  const { kind } = given
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind))
    throw new Refusal(`there is no kind of case ${shown(kind)}; known are ${Object.keys(KINDS).join(', ')}.`)
  const status = statusOf(item['filingStatus'], kind as Kind)
  const parsed = KINDS[kind as Kind].safeParse(given)
  if (!parsed.success)
    throw new Refusal(...parsed.error.issues.flatMap((issue) => sentences(issue, kind as Kind, given)))
  const computed = compute(parsed.data as Inputs, year as number, status)
  if (expected === undefined) return { id, computed }
  if (!isRecord(expected)) throw new Refusal('expected must be an object of figures.')
  const picked: Computed = {}
  for (const key of Object.keys(expected)) {
    const value = computed[key]
    if (value === undefined)
      throw new Refusal(`"${key}" is not computed for the kind ${kind}; known are ${Object.keys(computed).join(', ')}.`)
    picked[key] = value
  }
  return { id, computed: picked }
}

function compute(inputs: Inputs, year: number, status: FilingStatus): Computed {
  switch (inputs.kind) {
    case 'federal':
      return federal(inputs, year, status)
    case 'ordinaryTax':
      return ordinaryTax(inputs, year, status)
    case 'niit': {
      needYear(year, 2013, 'the tax on net investment income')
      return figures(unindexed(status), year, (ctx, amounts) => ({
        niit: niitOn(ctx, amounts('magi', inputs.magi), amounts('netInvestmentIncome', inputs.netInvestmentIncome)),
      }))
    }
    case 'additionalMedicare':
      return additionalMedicare(inputs, year, status)
    case 'salt': {
      needYear(year, SALT_CAP.keys[0]!, 'the cap on state and local taxes')
      const salt = (paid: number) =>
        figures(unindexed(status), year, (ctx, amounts) => ({
          saltDeduction: declareSalt(ctx, amounts('magi', inputs.magi), amounts('stateAndLocalTaxesPaid', paid)),
        }))['saltDeduction']!
      return { saltDeduction: salt(inputs.stateAndLocalTaxesPaid), saltCap: salt(Number.MAX_VALUE) }
    }
    case 'qbi':
      return qbi(inputs, year, status)
    case 'installment':
      return installment(inputs)
    case 'installmentRevised':
      return installmentRevised(inputs)
    case 'installmentBusiness':
      return installmentBusiness(inputs)
  }
}

/** Turns a figure of a case into an operand: an input, or the number 0 where there is none. */
type Amounts = (id: string, value: number | undefined) => Operand

/** Declares what is asked for, evaluates it for one year, and reads it. */
function figures(
  law: StatusLaw,
  year: number,
  declare: (ctx: Context, amounts: Amounts) => Record<string, Operand>,
): Computed {
  const model = Model.create()
  const values: number[] = []
  const amounts: Amounts = (id, value = 0) => {
    if (value === 0) return 0
    values.push(value)
    return model.input(id, id, 'usd')
  }
  const household = { status: law.status, parameters: LATEST_PARAMETERS, calendarYear: year }
  const outputs = declare(context(model, household, law), amounts)
  const lines = Object.entries(outputs).map(([key, operand]) => ({
    key,
    line: model.row(`out/${key}`, { label: key, unit: isRatio(key) ? 'rate' : 'usd', meaning: key }, operand),
  }))
  const run = evaluation(buildGraph(model, 1))
  run.run(Float64Array.from(values))
  return Object.fromEntries(lines.map(({ key, line }) => [key, run.value(line, 1)]))
}

const isRatio = (key: string): boolean => /Percentage$|Share/.test(key)

function federal(inputs: Of<'federal'>, year: number, status: FilingStatus): Computed {
  const law = lawOf(year, status, inputs.params, ['std', 'brackets', 'cg', 'ssWageBase'])
  const joint = status === 'mfj'
  const pair = (name: string, value: number | readonly [number, number] | undefined, spouse: number | undefined) => {
    const [own, other] = Array.isArray(value) ? (value as [number, number]) : [value as number | undefined, undefined]
    if (other !== undefined && spouse !== undefined) throw new Refusal(`${name} of the spouse is given twice.`)
    const ofSpouse = other ?? spouse
    if (ofSpouse && !joint) throw new Refusal(`${name} of two people need the filing status mfj, not ${status}.`)
    return [own, ofSpouse] as const
  }
  const wages = pair('wages', inputs.wages, inputs.spouseWages)
  const self = pair('selfEmployment', inputs.selfEmployment, inputs.spouseSelfEmployment)
  const ages = inputs.ages === undefined ? [] : [inputs.ages].flat()
  if (ages.length > 1 && !joint) throw new Refusal(`ages of two people need the filing status mfj, not ${status}.`)
  const { unrecaptured1250 = 0, longTermGain = 0 } = inputs
  if (unrecaptured1250 > Math.max(0, longTermGain))
    throw new Refusal(`unrecaptured1250 is a part of longTermGain: ${unrecaptured1250} is more than ${longTermGain}.`)

  return figures(law, year, (ctx, amounts) => {
    const take = (key: keyof Of<'federal'>) => amounts(key, inputs[key] as number | undefined)
    // Some sources leave qualified dividends out of the ordinary ones, of which they are a part.
    const dividends = Math.max(inputs.ordinaryDividends ?? 0, inputs.qualifiedDividends ?? 0)
    const lines = declareFederalTax(
      ctx.m,
      {
        status,
        parameters: LATEST_PARAMETERS,
        calendarYear: year,
        wages: amounts('wages', wages[0]),
        spouseWages: amounts('spouseWages', wages[1]),
        selfEmployment: amounts('selfEmployment', self[0]),
        spouseSelfEmployment: amounts('spouseSelfEmployment', self[1]),
        practiceProfit: take('practiceProfit'),
        passiveProfit: take('passiveProfit'),
        interest: take('interest'),
        ordinaryDividends: amounts('ordinaryDividends', dividends),
        qualifiedDividends: take('qualifiedDividends'),
        shortTermGain: take('shortTermGain'),
        longTermGain: take('longTermGain'),
        unrecaptured1250: take('unrecaptured1250'),
        investmentGain: (inputs.gainSubjectToNiit ?? true) ? 'all' : 0,
        ordinarySaleIncome: take('ordinarySaleIncome'),
        withdrawals: take('withdrawals'),
        socialSecurity: take('socialSecurity'),
        deferrals: take('traditional401k'),
        planContributions: take('planContributions'),
        adjustments: take('adjustments'),
        deduction: deductionOf(inputs, amounts),
        age: ages[0] ?? 0,
        spouseAge: ages[1] ?? 0,
        businessWages: take('qbiW2Wages'),
        businessProperty: take('ubia'),
        specifiedService: inputs.sstb ?? false,
      },
      law,
    )
    const { agi, taxableIncome, regularTax, amt, incomeTax, niit, seTax, additionalMedicare: extra, totalTax } = lines
    return {
      agi,
      taxableIncome,
      qbiDeduction: lines.qbiDeduction,
      deduction: lines.deduction,
      saltDeduction: lines.saltDeduction,
      seniorDeduction: lines.seniorDeduction,
      taxableSocialSecurity: lines.taxedBenefits,
      regularTax,
      amt,
      incomeTax,
      niit,
      incomeTaxPlusNiit: f`${incomeTax} + ${niit}`,
      seTax,
      additionalMedicare: extra,
      totalTax,
      fica: lines.fica,
    }
  })
}

/** With itemised deductions the greater of them and the standard deduction counts, as the sources compute it. */
function deductionOf(inputs: Of<'federal'>, amounts: Amounts): Deduction {
  const { deduction, itemized, itemizedDeductions, stateAndLocalTaxesPaid, mortgageInterest, charity } = inputs
  const sums = [typeof deduction === 'number' ? deduction : undefined, itemized, itemizedDeductions].filter(
    (sum) => sum !== undefined,
  )
  if (sums.length > 1)
    throw new Refusal(
      'itemised deductions are given twice as one figure; keep one of deduction, itemized and itemizedDeductions.',
    )
  const none =
    sums.length === 0 && [stateAndLocalTaxesPaid, mortgageInterest, charity].every((kind) => kind === undefined)
  if (deduction === 'itemized' && none)
    throw new Refusal('deduction is "itemized", but no itemised deductions are given.')
  if (deduction === 'standard' || none) return { kind: 'standard' }
  return {
    kind: 'greater',
    stateAndLocalTaxes: amounts('stateAndLocalTaxesPaid', stateAndLocalTaxesPaid),
    mortgageInterest: amounts('mortgageInterest', mortgageInterest),
    charity: amounts('charity', charity),
    other: amounts('itemized', sums[0]),
  }
}

function ordinaryTax(inputs: Of<'ordinaryTax'>, year: number, status: FilingStatus): Computed {
  const law = lawOf(year, status, inputs.params, ['brackets'])
  return figures(law, year, (_, amounts) => {
    const income = amounts('ordinaryTaxableIncome', inputs.ordinaryTaxableIncome)
    return { incomeTax: f`brackets(${law.ordinary}, ${income}, 1)` }
  })
}

function additionalMedicare(inputs: Of<'additionalMedicare'>, year: number, status: FilingStatus): Computed {
  needYear(year, 2013, 'the additional Medicare tax')
  const sum = (value: number | readonly number[] | undefined) =>
    [value ?? 0].flat().reduce((total, part) => total + Math.max(0, part), 0)
  const law = unindexed(status)
  const { additionalRate, additionalThreshold } = law.payroll
  return figures(law, year, (_, amounts) => {
    const wages = amounts('wages', sum(inputs.wages) + (inputs.spouseWages ?? 0))
    const earnings = amounts('seNetEarnings', sum(inputs.seNetEarnings))
    return { additionalMedicare: f`${additionalRate} * max(0, ${wages} + ${earnings} - ${additionalThreshold})` }
  })
}

function qbi(inputs: Of<'qbi'>, year: number, status: FilingStatus): Computed {
  const known = PARAMETER_YEARS.includes(year)
  if (!known && (inputs.threshold === undefined || inputs.range === undefined))
    throw new Refusal(`${noParameters(year)} Give threshold and range with the case.`)
  const base = known ? lawFor(taxParameters(year), status) : unindexed(status)
  const { threshold = base.qbi.threshold.value, range = base.qbi.range.value } = inputs
  const law: StatusLaw = {
    ...base,
    qbi: { ...base.qbi, threshold: { value: threshold, indexed: true }, range: { value: range, indexed: false } },
  }
  return figures(law, year, (ctx, amounts) => {
    const businessWages = amounts('businessW2Wages', inputs.businessW2Wages)
    const businessProperty = amounts('ubia', inputs.ubia)
    const specified = { ...ctx, of: { ...ctx.of, businessWages, businessProperty, specifiedService: inputs.sstb } }
    return {
      qbiDeduction: declareQbiDeduction(
        specified,
        f`max(0, ${amounts('qbi', inputs.qbi)})`,
        amounts('taxableIncomeBeforeQbi', inputs.taxableIncomeBeforeQbi),
        amounts('netCapitalGain', inputs.netCapitalGain && Math.max(0, inputs.netCapitalGain)),
      ),
    }
  })
}

function installment(inputs: Of<'installment'>): Computed {
  const { contractPrice, grossProfit, sellingPrice, payment } = inputs
  const payments = inputs.payments ?? (payment === undefined ? [] : [payment])
  if (contractPrice !== undefined && grossProfit !== undefined) {
    if (grossProfit > contractPrice)
      throw new Refusal(`grossProfit ${grossProfit} is more than the contractPrice ${contractPrice}.`)
    const ratio = figures(LAW_OF_SALES, 0, (_, amounts) => ({
      grossProfitPercentage: f`${amounts('grossProfit', grossProfit)} / ${amounts('contractPrice', contractPrice)}`,
    }))
    return { contractPrice, grossProfit, ...ratio, ...perPayment(ratio['grossProfitPercentage'] as number, payments) }
  }
  const price = sellingPrice ?? inputs.price ?? contractPrice
  if (price === undefined || inputs.basis === undefined)
    throw new Refusal('an instalment sale needs contractPrice and grossProfit, or sellingPrice and basis.')
  const computed = figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const sale = declareInstallment(m, {
      price: amounts('sellingPrice', price),
      basis: amounts('basis', inputs.basis),
      sellingCosts: amounts('sellingExpenses', inputs.sellingExpenses),
      recapture: amounts('depreciationRecapture', inputs.depreciationRecapture),
      debtAssumed: amounts('debtAssumed', inputs.debtAssumed),
    })
    return {
      grossProfit: sale.grossProfit,
      contractPrice: sale.contractPrice,
      grossProfitPercentage: sale.ratio,
      paymentInYearOfSale: sale.deemedPayment,
    }
  })
  return { ...computed, ...perPayment(computed['grossProfitPercentage'] as number, payments) }
}

function installmentRevised(inputs: Of<'installmentRevised'>): Computed {
  const { remainingPayments } = inputs
  const remaining = remainingPayments.reduce((sum, payment) => sum + payment, 0)
  if (remaining > inputs.newPrice)
    throw new Refusal(`the remaining payments, ${remaining}, are more than the newPrice ${inputs.newPrice}.`)
  const computed = figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const { gainLeft, ratio } = declareRevisedPrice(m, {
      newPrice: amounts('newPrice', inputs.newPrice),
      basis: f`${amounts('basis', inputs.basis)} + ${amounts('sellingExpenses', inputs.sellingExpenses)}`,
      gainReported: amounts('gainAlreadyReported', inputs.gainAlreadyReported),
      remaining: amounts('remaining', remaining),
    })
    return { remainingGain: gainLeft, grossProfitPercentage: ratio }
  })
  return { ...computed, ...perPayment(computed['grossProfitPercentage'] as number, remainingPayments) }
}

/** Gain of each payment; one figure where all payments are alike. */
function perPayment(ratio: number, payments: readonly number[]): Computed {
  if (payments.length === 0) return {}
  const gains = payments.map((payment) => ratio * payment)
  return {
    gainPerPayment: payments.every((payment) => payment === payments[0]) ? gains[0]! : gains,
    totalGain: gains.reduce((sum, gain) => sum + gain, 0),
  }
}

const ASSET_TYPES: Record<Of<'installmentBusiness'>['assets'][number]['type'], AssetKind> = {
  none: 'supplies',
  '1231': 'land',
  '1250SL': 'building',
  '1245': 'equipment',
  '197self': 'goodwill',
  '197': 'boughtIntangibles',
  receivables: 'receivables',
  covenant: 'covenant',
}

/**
 * Publication 537, "Sale of a Business". Percentages are carried to four decimals, the share of payments to three and
 * amounts of the year to whole dollars, as the publication does.
 */
function installmentBusiness(inputs: Of<'installmentBusiness'>): Computed {
  const { price, downPayment, sellingExpenses } = inputs
  const names = inputs.assets.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined) throw new Refusal(`two assets are called "${twice}".`)
  const residual = inputs.assets.filter(({ fmv }) => fmv === undefined)
  if (residual.length > 1 || residual.some(({ type }) => type !== '197self'))
    throw new Refusal(
      `${residual.map(({ name }) => name).join(', ')}: fmv is missing; only one asset of type 197self may take what the others leave.`,
    )
  const allocated = inputs.assets.reduce((sum, { fmv = 0 }) => sum + fmv, 0)
  if (allocated > price)
    throw new Refusal(
      `the assets are allocated ${percent(allocated / price)} of the price; at most 100% can be. Lower an fmv.`,
    )
  if (residual.length === 0 && allocated < price)
    throw new Refusal(
      `the assets are allocated ${percent(allocated / price)} of the price; the rest is goodwill: add an asset of type 197self without fmv.`,
    )
  if (downPayment > price) throw new Refusal(`downPayment ${downPayment} is more than the price ${price}.`)

  const round = (digits: number, operand: Operand): Operand => f`round(${operand} * ${10 ** digits}) / ${10 ** digits}`
  return figures(LAW_OF_SALES, 0, ({ m }, amounts) => {
    const assets = inputs.assets.map(({ name, fmv, basis, depreciation, type }): AssetSold => ({
      id: name,
      label: name,
      kind: ASSET_TYPES[type],
      ...(fmv === undefined ? {} : { price: amounts(`${name}Fmv`, fmv) }),
      basis: amounts(`${name}Basis`, basis),
      depreciation: amounts(`${name}Depreciation`, depreciation),
    }))
    const sale = declareAllocation(m, {
      price: amounts('price', price),
      sellingCosts: amounts('sellingExpenses', sellingExpenses),
      assets,
    })
    const share = round(3, sale.installmentShare)
    const payment = f`${share} * ${amounts('downPayment', downPayment)}`
    const onInstallments = sale.assets.filter(({ deferrable }) => deferrable)
    const ratios = new Map(
      onInstallments.map((asset) => [
        asset,
        f`if(${sale.installmentPrice} > 0, ${round(4, f`max(0, ${asset.capital}) / ${sale.installmentPrice}`)}, 0)`,
      ]),
    )
    const ofYear = (asset: (typeof sale.assets)[number]): Operand => {
      const ratio = ratios.get(asset)
      // At a loss an asset is off the instalment method: its loss counts at once.
      return ratio ? f`if(${asset.gain} < 0, ${asset.gain}, ${round(0, f`${ratio} * (${payment})`)})` : asset.gain
    }
    const sum = (operands: readonly Operand[]) => operands.reduce<Operand>((a, b) => f`${a} + ${b}`, 0)
    const goodwill = sale.assets.filter(({ asset }) => asset.kind === 'goodwill')
    return {
      goodwill: sum(goodwill.map((asset) => asset.price)),
      totalGain: sale.totalGain,
      recaptureYear1: sum(sale.assets.filter(({ asset }) => asset.depreciation !== 0).map((asset) => asset.ordinary)),
      contractPrice: sale.installmentPrice,
      grossProfit: sum(onInstallments.map(({ capital }) => f`max(0, ${capital})`)),
      grossProfitPercentage: sum([...ratios.values()]),
      installmentShareOfPayment: share,
      paymentToInstallmentYear1: payment,
      installmentGainYear1: sum(onInstallments.map((asset) => f`max(0, ${ofYear(asset)})`)),
      ...Object.fromEntries(sale.assets.map((asset) => [`${asset.asset.id}Gain`, ofYear(asset)])),
    }
  })
}

/** Rules that no indexing touches are those of every year on record. */
const unindexed = (status: FilingStatus): StatusLaw => lawFor(LATEST_PARAMETERS, status)
const LAW_OF_SALES = unindexed('single')

function needYear(year: number, first: number, what: string): void {
  if (year < first) throw new Refusal(`${what} began in ${first}; there are no tax parameters for ${year}.`)
}

const noParameters = (year: number): string =>
  `there are no tax parameters for ${year}; those of ${PARAMETER_YEARS.join(' and ')} are on record.`

/** The law of the year; of other years that of the nearest year on record with the figures that the case brings. */
function lawOf(
  year: number,
  status: FilingStatus,
  given: Params | undefined,
  needed: readonly (keyof Params)[],
): StatusLaw {
  const missing = needed.filter((key) => given?.[key] === undefined)
  if (!PARAMETER_YEARS.includes(year) && missing.length > 0)
    throw new Refusal(`${noParameters(year)} Give ${missing.map((key) => `params.${key}`).join(', ')} with the case.`)
  const nearest = PARAMETER_YEARS.reduce((a, b) => (Math.abs(b - year) < Math.abs(a - year) ? b : a))
  const law = lawFor(taxParameters(nearest) satisfies TaxParameters, status)
  if (!given) return law
  const fixed = (value: number | undefined, known: { readonly value: number; readonly indexed: boolean }) =>
    value === undefined ? known : { value, indexed: true }
  const ordinary = replaced(law.ordinary, given.brackets)
  const room = law.ordinary.keys.indexOf(law.buildingRoom.value)
  const amtTable =
    given.amtSecondRateFrom === undefined ? law.amt.table : replaced(law.amt.table, [given.amtSecondRateFrom])
  return {
    ...law,
    ordinary,
    gain: replaced(law.gain, given.cg),
    buildingRoom: { value: ordinary.keys[room]!, indexed: true },
    topBracketFrom: { value: ordinary.keys.at(-1)!, indexed: true },
    standardDeduction: fixed(given.std, law.standardDeduction),
    agedEach: fixed(given.agedAddEach, law.agedEach),
    qbi: {
      ...law.qbi,
      threshold: fixed(given.qbiThreshold, law.qbi.threshold),
      range: fixed(given.qbiRange, law.qbi.range),
    },
    amt: {
      ...law.amt,
      table: amtTable,
      exemption: fixed(given.amtExemption, law.amt.exemption),
      phaseOutFrom: fixed(given.amtPhaseOutFrom, law.amt.phaseOutFrom),
    },
    payroll: { ...law.payroll, wageBase: fixed(given.ssWageBase, law.payroll.wageBase) },
  }
}

const replaced = (table: Table, tops: readonly number[] | undefined): Table =>
  tops ? { ...table, keys: [0, ...tops], source: 'the case' } : table

function rising(tops: readonly number[]): boolean {
  return tops.every((top, i) => top > (tops[i - 1] ?? 0))
}

function statusOf(given: unknown, kind: Kind): FilingStatus {
  if (SALE_KINDS.includes(kind) && (given === undefined || given === 'any')) return 'single'
  const known = FILING_STATUSES.find((status) => status === given)
  if (known) return known
  throw new Refusal(`there is no filing status ${shown(given)}; known are ${FILING_STATUSES.join(', ')}.`)
}

/** A fault that zod found, in words: which key, what stands there, what may. */
function sentences(issue: z.core.$ZodIssue, kind: Kind, inputs: unknown): string[] {
  const path = ['inputs', ...issue.path].reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
  const value = issue.path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    inputs,
  )
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `there is no key "${key}" in ${path} of the kind ${kind}.`)
    case 'too_small':
      if (issue.origin === 'array') return [`${path} is empty or too short.`]
      return [`${path} is ${shown(value)}; it cannot be ${issue.inclusive ? 'below' : 'at or below'} ${issue.minimum}.`]
    case 'too_big':
      return [`${path} has too many values.`]
    case 'invalid_union': {
      const [first] = issue.errors
      if (value !== undefined && first?.[0]?.code === 'too_small')
        return [`${path} is ${shown(value)}; it cannot be below ${first[0].minimum}.`]
      return [`${path} is ${shown(value)}, which is not of a form known there.`]
    }
    case 'invalid_value':
      return [`${path} is ${shown(value)}; possible are ${issue.values.map(String).join(', ')}.`]
    case 'custom':
      return [`${path} ${issue.message}.`]
    default:
      return value === undefined
        ? [`${path} is missing.`]
        : [
            `${path} is ${shown(value)}, which is not ${issue.code === 'invalid_type' ? `of the type ${issue.expected}` : 'possible'}.`,
          ]
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
const nameOf = (item: unknown, i: number): string =>
  isRecord(item) && typeof item['id'] === 'string' && item['id'] ? `Case "${item['id']}"` : `Case ${i + 1}`
