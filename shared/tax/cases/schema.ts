import { z } from 'zod'

/** The forms of cases, one for each kind; what is not named here is refused. */

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
export type Params = z.infer<typeof params>

export const KINDS = {
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
    /** All itemized deductions as one figure, or by kind. */
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
    adjustedBasis: amount.optional(),
    sellingExpenses: amount.optional(),
    depreciationRecapture: amount.optional(),
    debtAssumed: amount.optional(),
    mortgageAssumed: amount.optional(),
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
  state: z.strictObject({
    kind: z.literal('state'),
    /** Two capital letters. */
    state: z.string(),
    /** Conditional rules for owners of practices, off unless said. */
    rules: z.strictObject({ businessIncome: z.boolean().optional(), practiceSale: z.boolean().optional() }).optional(),
    age: amount,
    spouseAge: amount.optional(),
    dependents: amount.optional(),
    wages: amount.optional(),
    spouseWages: amount.optional(),
    selfEmployment: signed.optional(),
    spouseSelfEmployment: signed.optional(),
    practiceProfit: signed.optional(),
    interest: amount.optional(),
    dividends: amount.optional(),
    shortTermGain: signed.optional(),
    longTermGain: signed.optional(),
    /** The part of `longTermGain` that is of the sale of the own practice. */
    practiceSaleGain: amount.optional(),
    /** Whether gain bears the federal tax on investment income. */
    investmentGain: z.enum(['all', 'none']).optional(),
    withdrawals: amount.optional(),
    socialSecurity: amount.optional(),
    spouseSocialSecurity: amount.optional(),
  }),
} as const
export type Kind = keyof typeof KINDS
export type Inputs = z.infer<(typeof KINDS)[Kind]>
export type Of<K extends Kind> = z.infer<(typeof KINDS)[K]>

/** Installment sales are the same for every filing status and year. */
export const SALE_KINDS: readonly string[] = ['installment', 'installmentRevised', 'installmentBusiness']

function rising(tops: readonly number[]): boolean {
  return tops.every((top, i) => top > (tops[i - 1] ?? 0))
}
