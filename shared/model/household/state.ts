import { f, type Model, type Operand } from '../../formula'
import { LATEST_PARAMETERS, stateLaw, type FlatState, type Household, type LawState, type Move } from '../../tax'
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
    ...(federal.movesTo === 'none' || federal.movesTo === federal.state
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
  readonly assetGains: readonly AssetGain[]
}

/** A sale paid in part in later years. */
export interface Installments {
  /** The year of the sale, by the model's count. */
  readonly saleYear: Operand
  /** Gain of a year in unconditional payments. */
  readonly fixedGain: Operand
}

/** Gain on another asset, by the year in which the federal return taxes it. */
export interface AssetGain {
  readonly id: string
  readonly label: string
  /** A building; a second location, sold in the form of the practice; a share in a company. */
  readonly sold: 'building' | 'business' | 'interest'
  readonly passive: boolean
  readonly gain: Operand
  readonly saleYear: Operand
  readonly inInstallments: boolean
}

/** The state tax of a year with a sale. */
export function withGains(
  ctx: Context,
  m: Model,
  { state, calendarYear }: Pick<Household, 'state' | 'calendarYear'>,
  { form, practice, realEstate, installments, assetGains }: GainsSold,
): FlatState | LawState | undefined {
  if (!state || !('law' in state)) return state
  const { practiceSaleRule, equityGainAfterMove } = ctx.document.tax.federal
  const { move } = state
  const equityStays = equityGainAfterMove === 'former'
  const businessStays = form === 'assets' || equityStays
  const assetStays = { building: true, business: businessStays, interest: equityStays }
  const sales: Sale[] = [
    ...(practice !== 0 && installments
      ? [{ id: '', of: 'the practice', tangible: false, stays: businessStays, gain: practice, ...installments }]
      : []),
    ...assetGains
      .filter(({ inInstallments }) => inInstallments)
      .map(({ id, label, sold, gain, saleYear }) => ({
        id: `asset/${id}/`,
        of: label,
        tangible: sold === 'building',
        stays: assetStays[sold],
        gain,
        saleYear,
        fixedGain: gain,
      })),
  ]
  const timings = sales.map((sale) => ({ sale, ...timing(ctx, m, state, calendarYear, sale) }))
  const there = move ? sales.map((sale) => ({ sale, timed: timingThere(m, move, calendarYear, sale) })) : []
  const sourced = move
    ? [
        realEstate,
        ...(businessStays ? [practice] : []),
        ...assetGains.filter(({ sold }) => sold !== 'building' && assetStays[sold]).map(({ gain }) => gain),
      ]
    : []
  const less = timings.flatMap(({ sale, taxedBefore }) => (sale.stays && taxedBefore !== 0 ? [taxedBefore] : []))
  const shifted = there.flatMap(({ sale, timed }) => (sale.stays && timed !== 0 ? [timed] : []))
  return {
    ...state,
    gainTimed: sumOf(timings.map(({ timed }) => timed)),
    ...(move
      ? {
          move: {
            ...move,
            sourcedGain: sumOf([...sourced, ...less.map((row) => f`-(${row})`)]),
            gainTimed: sumOf(there.map(({ timed }) => timed)),
            ...(less.length + shifted.length > 0 ? { sourcedGainThere: sumOf([...sourced, ...shifted]) } : {}),
          },
        }
      : {}),
    practiceSaleGain: practice === 0 ? 0 : f`max(0, ${practice})`,
    realEstateGain: realEstate === 0 ? 0 : f`max(0, ${realEstate})`,
    rules: { ...state.rules, ...(practiceSaleRule ? { practiceSale: form } : {}) },
  }
}

/** A sale in installments as state law sees it. */
interface Sale extends Installments {
  /** Before the names of its rows. */
  readonly id: string
  readonly of: string
  /** Real estate: Pennsylvania spreads its gain. */
  readonly tangible: boolean
  /** Whether its source stays in the state that is left. */
  readonly stays: boolean
  /** The federal gain of a year. */
  readonly gain: Operand
}

/** Gain that the state adds to a year (negative: removes), and gain of a year that it has taxed before. */
interface Timing {
  readonly timed: Operand
  readonly taxedBefore: Operand
}

const IN_ITS_YEAR: Timing = { timed: 0, taxedBefore: 0 }

/** Rows of the timing of one sale. */
const rowsOf =
  (m: Model, { id, of }: Sale) =>
  (name: string, label: string, meaning: string, formula: Operand) =>
    m.row(`${id}${name}`, { label: `${label}${id === '' ? '' : `: ${of}`}`, unit: 'usd', meaning }, formula)

/** The model's year of a calendar year. */
const yearOf = (calendar: Operand, calendarYear: Operand): Operand => f`(${calendar} - ${calendarYear} + n)`

/**
 * When a state taxes installment gain other than as it is paid: all of it in the year of the sale (Pennsylvania, on
 * goodwill and interests), or what is still owed in the last year before a move, unless security is given (New York,
 * Connecticut). A contingent price does not accrue.
 */
function timing(ctx: Context, m: Model, { law, move }: LawState, calendarYear: Operand, sale: Sale): Timing {
  const row = rowsOf(m, sale)
  const { saleYear, fixedGain } = sale
  if (law.installment?.form === 'notForIntangibles' && !sale.tangible) {
    const gain = gainRow(m, sale)
    const timed = row(
      'gainTaxedAtOnce',
      `timing difference of gain taxed by ${law.name}`,
      `All gain on ${sale.of} is taxed in the year of the sale: that gain less the year’s federal gain (${law.installment.source!}).`,
      f`if(n = ${saleYear}, sum(${gain}), 0) - ${gain}`,
    )
    return { timed, taxedBefore: f`-${timed}` }
  }
  const accrues = move && law.installment?.moving === 'accrual' && fixedGain !== 0
  if (!accrues || ctx.document.tax.federal.moveSecurity) return IN_ITS_YEAR
  const taxedBefore = row(
    'gainOfInstallments',
    'installment gain on a sale before the move',
    'Gain in unconditional installments only.',
    f`if(${saleYear} < ${yearOf(move.year, calendarYear)}, ${fixedGain}, 0)`,
  )
  const timed = row(
    'gainAccrued',
    `gain in later installments, taxed by ${law.name} before the move`,
    `Taxed in the last year of residence, unless security is given (${law.installment!.source!}).`,
    f`if(${calendarYear} = ${move.year} - 1, sum(${taxedBefore}) - sumToDate(${taxedBefore}), 0)`,
  )
  return { timed, taxedBefore }
}

/**
 * Gain that the new state adds to a year or leaves out. A sale before the move is none of its gain, however late it is
 * paid, where gain belongs to the period in which it accrued: in New York and Connecticut (whose rules hold for arrival as
 * for departure), and in Pennsylvania, which taxes all gain in the year of the sale.
 */
function timingThere(m: Model, { law, year }: Move, calendarYear: Operand, sale: Sale): Operand {
  const row = rowsOf(m, sale)
  const { saleYear, fixedGain } = sale
  const moved = yearOf(year, calendarYear)
  if (law.installment?.form === 'notForIntangibles' && !sale.tangible) {
    const gain = gainRow(m, sale)
    return row(
      'gainTaxedAtOnceThere',
      `timing difference of gain taxed by ${law.name}`,
      `All gain on ${sale.of} belongs to the year of the sale; nothing of it is taxed if that is before the move (${law.installment.source!}).`,
      f`if(and(n = ${saleYear}, ${saleYear} >= ${moved}), sum(${gain}), 0) - ${gain}`,
    )
  }
  if (law.installment?.moving !== 'accrual' || fixedGain === 0) return 0
  return row(
    'gainBeforeResidence',
    `installment gain that ${law.name} does not tax`,
    `Gain accrued before you live there, in unconditional installments (${law.installment.source!}).`,
    f`-if(${saleYear} < ${moved}, ${fixedGain}, 0)`,
  )
}

/** The federal gain of a sale as a row, which a sum over years needs. */
function gainRow(m: Model, sale: Sale): Operand {
  const id = `${sale.id}gainByYear`
  return m.hasLocal(id)
    ? m.lineLocal(id)
    : rowsOf(m, sale)('gainByYear', `gain on ${sale.of}`, 'As taxed on the federal return.', sale.gain)
}

function sumOf(parts: readonly Operand[]): Operand {
  const there = parts.filter((part) => part !== 0)
  return there.length === 0 ? 0 : f`total(${there})`
}
