import { f, type Line, type Model, type Operand } from '../formula'
import { declareMinimumTax } from './amt'
import { declareAllowances, declareDeductions, type Allowances, type Deductions } from './deductions'
import { declareGain, declareStacking } from './gain'
import { context, withDeduction, type Context, type Household, type LawState, type Part } from './household'
import { declareIncome } from './income'
import { lawFor, type StatusLaw } from './law'
import { declareNiit, investmentIncome } from './niit'
import { minus, plus } from './operands'
import { declarePayroll } from './payroll'
import { declareBusinessIncome, declareQbiDeduction } from './qbi'
import { declareRegular } from './regular'
import { declareStateReturn, restsOnFederalReturn, type FederalReturn, type StateReturnLines } from './state-return'
import { declareStateTax } from './state-tax'
import type { StateLaw } from './state'

/** The lines of a taxed household; 0 where it has nothing of the kind. */
export interface TaxLines {
  readonly agi: Line
  readonly taxedBenefits: Part
  readonly saltDeduction: Part
  readonly seniorDeduction: Part
  /** The standard or the itemized deduction. */
  readonly deduction: Operand
  readonly qbiDeduction: Part
  readonly taxableIncome: Line
  readonly regularTax: Line
  readonly amt: Line
  /** Regular tax and alternative minimum tax. */
  readonly incomeTax: Line
  readonly niit: Part
  readonly seTax: Part
  readonly additionalMedicare: Part
  /** The employees' share, withheld from wages; it is not on the return. */
  readonly fica: Part
  /** All tax of the federal return: income tax, NIIT, self-employment tax, additional Medicare tax. */
  readonly totalTax: Line
  readonly stateTax: Part
  /** The amounts that a state return uses. */
  readonly federalReturn: FederalReturn
  /** The lines of the state return, where state tax is by the law. */
  readonly stateLaw: StateReturnLines | undefined
  /** Federal return, FICA and state. */
  readonly allTax: Line
  /** The same by kind of income; the parts sum to `allTax`. */
  readonly parts: readonly { readonly id: string; readonly label: string; readonly line: Line }[]
}

/**
 * Declares a household's federal tax, and its state tax at flat rates, as rows of the given scope, under sections that
 * begin with `heading`. In a model of figures (`asFigures`) it is one year's tax, and losses are not carried.
 * Never throws: losses and negative income give zero tax, never a negative tax.
 */
export function declareFederalTax(
  model: Model,
  household: Household,
  law: StatusLaw = lawFor(household.parameters, household.status),
  heading = 'Tax',
): TaxLines {
  const at = (section: string) => context(model.under(`${heading}: ${section}`), household, law)
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })

  const payroll = declarePayroll(at('payroll'))
  const gain = declareGain(at('income'))
  const state = declareStateTax(at('state'), payroll, gain)
  const income = declareIncome(at('income'), payroll, gain, state.entityTax)
  const { agi, taxedBenefits } = income

  const allowances = declareAllowances(at('deductions'), agi)
  let business: Part | undefined
  const businessIncome = () => (business ??= declareBusinessIncome(at('deductions'), payroll, state.entityTax))
  const invested = at('investment income')
  const byLaw = household.state && 'law' in household.state ? household.state : undefined
  const known = { payroll, gain, income, entityTax: state.entityTax }
  const knownFigures = {
    standardDeduction: allowances.standard,
    basicStandardDeduction: allowances.basicStandard,
    seniorDeduction: allowances.senior,
    netInvestmentIncome: investmentIncome(invested, gain),
  }
  const niit = declareNiit(invested, agi, gain)
  const shared: BeforeDeductions = { ...known, figures: knownFigures, allowances, businessIncome, niit }
  // State tax deducted from federal income must be known first: see `stateTaxInRounds`.
  const first =
    byLaw && household.deduction && household.deduction.kind !== 'standard' && household.deduction.withStateTax
      ? lawsOf(byLaw).some(restsOnFederalReturn)
        ? stateTaxInRounds(model, household, byLaw, law, heading, shared)
        : declareStateReturn(at(byLaw.law.name), byLaw, {
            ...known,
            figures: { ...knownFigures, taxableIncome: 0, deduction: 0, qbiDeduction: 0, incomeTax: 0 },
          })
      : undefined
  const taxed = declareIncomeTax(at, shared, first?.owed ?? minus(state.stateTax, state.entityTax))
  const { deductions, deduction, qbiDeduction, taxableIncome, ordinaryTax, gainTax, regularTax, amt, incomeTax } = taxed

  const { m } = at('total')
  const federalReturn = returnOf(shared, taxed)
  const stateLaw = first ?? (byLaw && declareStateReturn(at(byLaw.law.name), byLaw, federalReturn))
  const stateTax = stateLaw ? withEntityTax(at(byLaw!.law.name), stateLaw.owed, state.entityTax) : state.stateTax
  const { seTax, additionalMedicare, fica } = payroll
  const totalTax = m.row(
    'totalTax',
    usd(
      'total federal tax',
      'All tax of the federal return: income, investment income, self-employment, additional Medicare.',
    ),
    plus(incomeTax, niit, seTax, additionalMedicare),
  )
  const allTax = m.row(
    'allTax',
    usd('all tax', 'Federal return, FICA withheld from wages, and state.'),
    plus(totalTax, fica, stateTax),
  )
  const parts = [
    { id: 'ordinaryTax', label: 'Federal tax on ordinary income', line: ordinaryTax },
    { id: 'gainTax', label: 'Federal tax on gain', line: gainTax },
    { id: 'amt', label: 'Alternative minimum tax', line: amt },
    { id: 'niit', label: 'Net investment income tax', line: niit },
    { id: 'seTax', label: 'Self-employment tax', line: seTax },
    { id: 'fica', label: 'FICA', line: fica },
    { id: 'additionalMedicare', label: 'Additional Medicare tax', line: additionalMedicare },
    { id: 'stateTaxOnOrdinaryIncome', label: 'State tax on ordinary income', line: state.onOrdinary },
    { id: 'stateTaxOnGain', label: 'State tax on gain', line: state.onGain },
    { id: 'stateTaxByLaw', label: 'State tax', line: stateLaw ? stateTax : 0 },
  ]
  return {
    agi,
    taxedBenefits,
    saltDeduction: deductions.salt,
    seniorDeduction: allowances.senior,
    deduction,
    qbiDeduction,
    taxableIncome,
    regularTax,
    amt,
    incomeTax,
    niit,
    seTax,
    additionalMedicare,
    fica,
    totalTax,
    stateTax,
    stateLaw,
    federalReturn,
    allTax,
    parts: parts.filter((part): part is { id: string; label: string; line: Line } => part.line !== 0),
  }
}

/** The federal return before deductions, independent of any state tax deducted. */
interface BeforeDeductions extends Omit<FederalReturn, 'figures'> {
  readonly figures: Pick<
    FederalReturn['figures'],
    'standardDeduction' | 'basicStandardDeduction' | 'seniorDeduction' | 'netInvestmentIncome'
  >
  readonly allowances: Allowances
  /** Declared when first needed: after the deductions. */
  readonly businessIncome: () => Part
  readonly niit: Part
}

interface IncomeTaxLines {
  readonly deductions: Deductions
  readonly deduction: Operand
  readonly qbiDeduction: Part
  readonly taxableIncome: Line
  readonly ordinaryTax: Line
  readonly gainTax: Part
  readonly regularTax: Line
  readonly amt: Line
  readonly incomeTax: Line
}

/**
 * The minimum tax allows mortgage interest and gifts, but no standard deduction. Whoever owes it may therefore pay less
 * by itemizing even where the standard deduction is greater (26 U.S.C. §63(e)), as in the year of a large sale.
 */
const itemizesAnyway = ({ of: { deduction } }: Context): boolean =>
  deduction.kind === 'greater' &&
  plus(deduction.mortgageInterest ?? 0, deduction.charity ?? 0, deduction.other ?? 0) !== 0

/** The same return with itemized deductions, whichever is greater. */
const itemized =
  (at: (section: string) => Context) =>
  (section: string): Context => {
    const ctx = at(section)
    const { deduction } = ctx.of
    const model = ctx.m.scope('itemizing').labeled(', itemizing').reusing(ctx.m)
    return withDeduction(ctx, model, deduction.kind === 'standard' ? deduction : { ...deduction, kind: 'itemized' })
  }

/** The return from deductions to income tax, given the state tax deducted. */
function declareIncomeTax(at: (section: string) => Context, before: BeforeDeductions, paid: Operand): IncomeTaxLines {
  const {
    gain,
    income: { agi },
    allowances,
    businessIncome,
  } = before
  const usd = (label: string, meaning: string) => ({ label, unit: 'usd' as const, meaning })
  const deductible = at('deductions')
  const { senior } = allowances
  const deductions = declareDeductions(deductible, agi, allowances, paid)
  const less = (...parts: readonly Operand[]) => f`${agi} - (${plus(...parts)})`
  const business = businessIncome()
  const qbiDeduction =
    business === 0
      ? 0
      : declareQbiDeduction(deductible, business, less(deductions.beforeCut, senior), gain.preferential)
  const deduction = deductions.finish(qbiDeduction)
  const taxableIncome = deductible.m.row(
    'taxableIncome',
    usd('taxable income', 'Adjusted gross income less all deductions (Form 1040, line 15).'),
    f`max(0, ${less(deduction, senior, qbiDeduction)})`,
  )
  const regularly = at('regular tax')
  const stacking = declareStacking(regularly, taxableIncome, gain)
  const { ordinaryTax, gainTax, regularTax } = declareRegular(regularly, taxableIncome, gain, stacking)
  const allowed = plus(deductions.allowedInMinimumTax(deduction), qbiDeduction)
  const itemizing = itemizesAnyway(deductible) && declareIncomeTax(itemized(at), before, paid).incomeTax
  const { amt } = declareMinimumTax(
    at('minimum tax'),
    agi,
    allowed === 0 ? 0 : f`(${allowed})`,
    gain,
    stacking,
    regularTax,
    itemizing || undefined,
  )
  const incomeTax = at('total').m.row(
    'incomeTax',
    usd('federal income tax', 'Regular tax and alternative minimum tax.'),
    f`${regularTax} + ${amt}`,
  )
  return { deductions, deduction, qbiDeduction, taxableIncome, ordinaryTax, gainTax, regularTax, amt, incomeTax }
}

/** The federal amounts that a state return uses. */
const returnOf = (
  { payroll, gain, income, entityTax, figures, niit }: BeforeDeductions,
  { taxableIncome, deduction, qbiDeduction, incomeTax }: IncomeTaxLines,
): FederalReturn => ({
  payroll,
  gain,
  income,
  entityTax,
  figures: { ...figures, taxableIncome, deduction, qbiDeduction, incomeTax: plus(incomeTax, niit) },
})

/** The owner's state tax, and what the practice paid of it. */
function withEntityTax(ctx: Context, own: Part, entityTax: Part): Part {
  return own === 0 || entityTax === 0
    ? own || entityTax
    : ctx.row(
        'stateTaxWithEntity',
        'state tax, the practice’s own included',
        'What the owner pays to the state, and what the practice has paid.',
        f`${own} + ${entityTax}`,
      )
}

/**
 * The circularity: state income tax is an itemized deduction on the federal return, which the state return starts from.
 * Most states disallow their own tax, so a federal return without it suffices. Where the state allows federal tax as a
 * deduction, each is computed with the other's previous round; the difference shrinks to less than a twentieth each
 * round and is cents after the third.
 */
function stateTaxInRounds(
  model: Model,
  household: Household,
  state: LawState,
  law: StatusLaw,
  heading: string,
  shared: BeforeDeductions,
): StateReturnLines {
  const at = (scope: string, round: number) => (section: string) =>
    context(model.scope(scope).labeled(`, round ${round}`).under(`${heading}: ${section}`), household, law)
  const federal = (round: number, paid: Operand) =>
    returnOf(shared, declareIncomeTax(at(`round${round}`, round), shared, paid))
  const without = federal(1, 0)
  let found = declareStateReturn(at('round1', 1)(state.law.name), state, without)
  const deducted = lawsOf(state).flatMap(({ federalTaxDeduction }) => federalTaxDeduction?.form ?? [])
  if (deducted.length === 0) return found
  // Where only part of federal tax is deductible, as in Missouri and Oregon, it settles a round earlier.
  for (const round of deducted.includes('full') ? [2, 3] : [2]) {
    const { incomeTax } = federal(round, found.owed).figures
    const again = at(`state${round}`, round)(state.law.name)
    // Amounts that do not depend on federal tax are as in the first round.
    found = declareStateReturn(context(again.m.reusing(model.scope('round1')), household, law), state, {
      ...without,
      // Other deductions of the state are those of a federal return without any state tax.
      figures: { ...without.figures, incomeTax },
    })
  }
  return found
}

const lawsOf = ({ law, move }: LawState): readonly StateLaw[] => (move ? [law, move.law] : [law])
