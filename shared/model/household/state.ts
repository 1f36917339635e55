import { f, type Operand } from '../../formula'
import { LATEST_PARAMETERS, stateLaw, type FlatState, type LawState } from '../../tax'
import type { Context } from '../plan/context'

/** How the state of a case taxes its household: by its law, or at flat rates where that is chosen or no state is. */
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

/** The gains of a year by what was sold, for rules of the state that look at it. */
export interface GainsSold {
  readonly form: 'assets' | 'equity'
  readonly practice: Operand
  readonly realEstate: Operand
}

/** The state of a year in which something is sold. */
export function withGains(
  ctx: Context,
  state: FlatState | LawState | undefined,
  { form, practice, realEstate }: GainsSold,
): FlatState | LawState | undefined {
  if (!state || !('law' in state)) return state
  const { practiceSaleRule, equityGainAfterMove } = ctx.document.tax.federal
  const sourced = [realEstate, form === 'assets' || equityGainAfterMove === 'former' ? practice : 0]
  return {
    ...state,
    ...(state.move ? { move: { ...state.move, sourcedGain: sumOf(sourced) } } : {}),
    practiceSaleGain: practice === 0 ? 0 : f`max(0, ${practice})`,
    realEstateGain: realEstate === 0 ? 0 : f`max(0, ${realEstate})`,
    rules: { ...state.rules, ...(practiceSaleRule ? { practiceSale: form } : {}) },
  }
}

function sumOf(parts: readonly Operand[]): Operand {
  const there = parts.filter((part) => part !== 0)
  return there.length === 0 ? 0 : f`total(${there})`
}
