import { f, type Operand } from '../formula'
import type { CapitalGain } from './gain'
import type { Context, LawState, Part } from './household'
import type { Income } from './income'
import { absent, inYear, minus, plus, times } from './operands'
import { declareMove } from './state-move'
import type { PayrollTax } from './payroll'
import { taxedEntity } from './state-tax'
import {
  declareStateLaw,
  entityTaxRule,
  NOBODY,
  type FederalFigures,
  type Person,
  type StateLaw,
  type StateTaxLines,
} from './state'

/** The federal amounts that a state return uses, once known. */
export interface FederalReturn {
  readonly payroll: PayrollTax
  readonly gain: CapitalGain
  readonly income: Income
  readonly entityTax: Operand
  readonly figures: Pick<
    FederalFigures,
    | 'taxableIncome'
    | 'standardDeduction'
    | 'basicStandardDeduction'
    | 'deduction'
    | 'qbiDeduction'
    | 'seniorDeduction'
    | 'incomeTax'
    | 'netInvestmentIncome'
  >
}

export interface StateReturnLines extends StateTaxLines {
  readonly localTax: Part
  /** What the owner owes to the state and its city or county. */
  readonly owed: Part
}

/**
 * The state's tax by its law, on the household of a federal return. Withdrawals, benefits, interest and gain are the
 * owner's; a spouse has wages and self-employment.
 */
export function declareStateReturn(ctx: Context, state: LawState, from: FederalReturn): StateReturnLines {
  const netGain = named(ctx, from.gain.netLong)
  const { agi } = from.income
  const timed = inStateTime(ctx, state.law, state.gainTimed, agi, netGain)
  const own = resident(ctx, state, state.law, from, timed)
  const localTax = declareLocalTax(ctx, state, own.lines, own.people)
  const stays =
    own.lines.stateTax === 0 || localTax === 0
      ? own.lines.stateTax || localTax
      : ctx.row(
          'stateAndLocalTax',
          'state and local income tax',
          'The tax of the state, and that of the city or county.',
          f`${own.lines.stateTax} + ${localTax}`,
        )
  if (!state.move) return { ...own.lines, localTax, owed: stays }
  const there = { ...ctx, m: ctx.m.scope('newState') }
  const timedThere = inStateTime(there, state.move.law, state.move.gainTimed, agi, netGain)
  const { lines: to } = resident(there, state, state.move.law, { ...from, entityTax: 0 }, timedThere)
  const owed = declareMove(
    ctx,
    state.move,
    { law: state.law, owed: stays, agi: timed.agi },
    { owed: to.stateTax, agi: timedThere.agi },
  )
  return { ...own.lines, localTax, owed }
}

/** Income and gain in the year in which the state taxes them. */
interface Timed {
  readonly agi: Operand
  /** Net long-term gain, not below 0. */
  readonly netGain: Operand
  /** What both contain that the federal return of the year does not. */
  readonly shift: Operand
}

/** Where the state taxes gain in a different year: the income and gain its return is based on. */
function inStateTime(ctx: Context, law: StateLaw, shift: Operand | undefined, agi: Operand, netGain: Operand): Timed {
  if (shift === undefined || absent(shift)) return { agi, netGain, shift: 0 }
  const meaning = `With gain in the year in which ${law.name} taxes it.`
  const row = (id: string, label: string, formula: Operand) => ctx.m.row(id, { label, unit: 'usd', meaning }, formula)
  return {
    agi: row('agiInStateTime', `adjusted gross income, with gain as ${law.name} times it`, f`${agi} + ${shift}`),
    netGain: row(
      'netGainInStateTime',
      `net long-term gain, as ${law.name} times it`,
      f`max(0, ${plus(netGain, shift)})`,
    ),
    shift,
  }
}

/** The tax of a resident of a state, and the people on the return. */
function resident(
  ctx: Context,
  state: LawState,
  law: StateLaw,
  from: FederalReturn,
  { agi, netGain, shift }: Timed,
): { readonly lines: StateTaxLines; readonly people: readonly Person[] } {
  const { of } = ctx
  const { payroll, gain, income, figures } = from
  const [ownerPayroll, spousePayroll] = payroll.each
  const person = (own: Partial<Person>, taxes: PayrollTax['each'][number]): Person => ({
    ...NOBODY,
    ...own,
    halfSelfEmploymentTax: times(ctx.law.payroll.deducted, absent(taxes.seTax) ? 0 : f`(${taxes.seTax})`),
    payrollTax: plus(taxes.fica, taxes.seTax),
  })
  const owner = person(
    {
      age: of.age,
      wages: minus(of.wages, of.deferrals),
      selfEmployment: of.selfEmployment,
      practiceProfit: of.practiceProfit,
      withdrawals: of.withdrawals,
      benefits: of.socialSecurity,
    },
    ownerPayroll!,
  )
  const spouse = person(
    { age: of.spouseAge, wages: of.spouseWages, selfEmployment: of.spouseSelfEmployment },
    spousePayroll!,
  )
  const entity = taxedEntity(ctx, law)
  // Gain on which the practice was taxed may be left out of the owner's return.
  const out = !absent(from.entityTax) && entityTaxRule(law)?.owner === 'excluded' ? entity.gain : 0
  const left = (amount: Operand): Operand => (absent(out) || absent(amount) ? amount : f`max(0, ${amount} - ${out})`)
  const base = inYear(ctx.law.benefits.thresholds[0], 1)
  const lines = declareStateLaw(ctx.m.scope('state'), {
    status: ctx.law.status,
    law,
    priceIndex: ctx.index,
    calendarYear: ctx.calendarYear,
    owner,
    spouse: ctx.law.joint ? spouse : undefined,
    dependents: state.dependents ?? 0,
    deferrals: of.deferrals,
    interest: of.interest,
    dividends: of.ordinaryDividends,
    qualifiedDividends: of.qualifiedDividends,
    capitalGain: left(plus(gain.inIncome, shift)),
    netGain: left(netGain),
    practiceSaleGain: state.practiceSaleGain ?? 0,
    realEstateGain: state.realEstateGain ?? 0,
    federal: {
      agi,
      taxedBenefits: income.taxedBenefits,
      combinedIncome: income.combinedIncome,
      combinedIncomeOverBase: absent(income.combinedIncome) ? 0 : f`max(0, ${income.combinedIncome} - ${base})`,
      additionalMedicare: payroll.additionalMedicare,
      ...figures,
    },
    entity: absent(from.entityTax) ? undefined : { tax: from.entityTax, ...entity },
    rules: state.rules,
  })
  return { lines, people: [owner, ...(ctx.law.joint ? [spouse] : [])] }
}

/** City and county tax at the rate that the owner entered, on what they tax in the state. */
function declareLocalTax(ctx: Context, state: LawState, lines: StateTaxLines, people: readonly Person[]): Part {
  const { local } = state.law
  const { localRate = 0 } = state
  if (!local || absent(localRate)) return 0
  const pay = plus(...people.flatMap((person) => [person.wages, person.selfEmployment, person.practiceProfit]))
  const taxed = local.on === 'earned' ? pay : lines.taxableIncome
  return ctx.row(
    'localTax',
    'city or county income tax',
    local.on === 'earned'
      ? 'The rate that you entered, on pay and profit.'
      : 'The rate that you entered, on taxable income of the state.',
    absent(taxed) ? 0 : f`${localRate} * max(0, ${taxed})`,
  )
}

/** Whether a state's return needs more of the federal one than adjusted gross income and the standard deduction. */
export function restsOnFederalReturn(law: StateLaw): boolean {
  const { gain } = law
  return (
    law.base === 'taxable' ||
    law.standardDeduction?.form === 'federal' ||
    law.federalTaxDeduction !== undefined ||
    [...(law.additions ?? []), ...(law.subtractions ?? [])].some(
      ({ form }) => form === 'qbiDeduction' || form === 'federalDeductionsOver',
    ) ||
    (law.credits ?? []).some(({ form }) => form === 'utah') ||
    law.minimumTax?.form === 'alternateLesser' ||
    'atMostShareOfFederalTaxable' in gain ||
    gain.practiceSale?.atMostShareOfFederalTaxable !== undefined
  )
}

/** Net long-term gain as its own line: state formulas refer to it often. */
const named = (ctx: Context, netLong: Operand): Operand =>
  ctx.row('netLongTermGain', 'net long-term gain', 'Long-term gain less losses, not below 0.', netLong)
