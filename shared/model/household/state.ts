import { f, type Model, type Operand } from '../../formula'
import { LATEST_PARAMETERS, stateLaw, type FlatState, type Household, type LawState } from '../../tax'
import type { Context } from '../plan/context'

/** How the state taxes the household: by its law, or at flat rates if chosen or if no state is set. */
export function stateOf(ctx: Context): FlatState | LawState {
  const { federal } = ctx.document.tax
  const input = (field: string): Operand => ctx.input(`tax/federal/${field}`)
  const law = federal.state === 'other' ? undefined : stateLaw(federal.state, LATEST_PARAMETERS.year)
  if (!law || federal.stateTax === 'flat') {
    const retired = law?.retirementIncome
    return {
      ordinary: input('stateOrdinary'),
      gain: input('stateGain'),
      ...(retired?.form === 'exempt' ? { withdrawalsFreeFrom: retired.minAge ?? 0 } : {}),
    }
  }
  return {
    law,
    localRate: federal.localRate === 0 ? 0 : input('localRate'),
    rules: { businessIncome: federal.businessIncomeRule },
    ...(federal.movesTo === 'none'
      ? {}
      : {
          move: {
            law: stateLaw(federal.movesTo, LATEST_PARAMETERS.year),
            year: input('moveYear'),
            sourcedGain: 0,
          },
        }),
  }
}

/** The gains of a year by what was sold, for state rules that depend on it. */
export interface GainsSold {
  readonly form: 'assets' | 'equity'
  readonly practice: Operand
  readonly realEstate: Operand
  readonly installments: Installments | undefined
}

/** A sale paid in part in later years. */
export interface Installments {
  /** The year of the sale, by the model's count. */
  readonly saleYear: Operand
  /** Gain of a year in unconditional payments. */
  readonly fixedGain: Operand
}

/** The state tax of a year with a sale. */
export function withGains(
  ctx: Context,
  m: Model,
  { state, calendarYear }: Pick<Household, 'state' | 'calendarYear'>,
  { form, practice, realEstate, installments }: GainsSold,
): FlatState | LawState | undefined {
  if (!state || !('law' in state)) return state
  const { practiceSaleRule, equityGainAfterMove } = ctx.document.tax.federal
  const { timed, taxedBefore } =
    practice === 0 || !installments ? IN_ITS_YEAR : timing(ctx, m, state, calendarYear, practice, installments)
  const stays = form === 'assets' || equityGainAfterMove === 'former'
  const sourced = [realEstate, ...(stays ? [practice, taxedBefore === 0 ? 0 : f`-(${taxedBefore})`] : [])]
  return {
    ...state,
    gainTimed: timed,
    ...(state.move ? { move: { ...state.move, sourcedGain: sumOf(sourced) } } : {}),
    practiceSaleGain: practice === 0 ? 0 : f`max(0, ${practice})`,
    realEstateGain: realEstate === 0 ? 0 : f`max(0, ${realEstate})`,
    rules: { ...state.rules, ...(practiceSaleRule ? { practiceSale: form } : {}) },
  }
}

/** Gain that the state adds to a year (negative: removes), and gain of a year that it has taxed before. */
interface Timing {
  readonly timed: Operand
  readonly taxedBefore: Operand
}

const IN_ITS_YEAR: Timing = { timed: 0, taxedBefore: 0 }

/**
 * When a state taxes installment gain on the practice other than as it is paid: all of it in the year of
 * the sale (Pennsylvania, on goodwill and interests), or what is still owed in the last year before a move, unless
 * security is given (New York, Connecticut). A contingent price does not accrue.
 */
function timing(
  ctx: Context,
  m: Model,
  { law, move }: LawState,
  calendarYear: Operand,
  practice: Operand,
  { saleYear, fixedGain }: Installments,
): Timing {
  const row = (id: string, label: string, meaning: string, formula: Operand) =>
    m.row(id, { label, unit: 'usd', meaning }, formula)
  if (law.installment?.form === 'notForIntangibles') {
    const gain = row('practiceGain', 'gain on the practice', 'As taxed on the federal return.', practice)
    const timed = row(
      'gainTaxedAtOnce',
      `timing difference of gain taxed by ${law.name}`,
      `All gain on the practice is taxed in the year of the sale: that gain less the year’s federal gain (${law.installment.source!}).`,
      f`if(n = ${saleYear}, sum(${gain}), 0) - ${gain}`,
    )
    return { timed, taxedBefore: f`-${timed}` }
  }
  const accrues = move && law.installment?.moving === 'accrual' && move.law.code !== law.code && fixedGain !== 0
  if (!accrues || ctx.document.tax.federal.moveSecurity) return IN_ITS_YEAR
  const taxedBefore = row(
    'gainOfInstallments',
    'installment gain on a sale before the move',
    'Gain in unconditional installments only.',
    f`if(${saleYear} < ${move.year} - ${calendarYear} + n, ${fixedGain}, 0)`,
  )
  const timed = row(
    'gainAccrued',
    `gain in later installments, taxed by ${law.name} before the move`,
    `Taxed in the last year of residence, unless security is given (${law.installment!.source!}).`,
    f`if(${calendarYear} = ${move.year} - 1, sum(${taxedBefore}) - sumToDate(${taxedBefore}), 0)`,
  )
  return { timed, taxedBefore }
}

function sumOf(parts: readonly Operand[]): Operand {
  const there = parts.filter((part) => part !== 0)
  return there.length === 0 ? 0 : f`total(${there})`
}
