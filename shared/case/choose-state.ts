import { STATES } from '../tax/states'
import type { Case } from './schema'

/** The case with a state chosen and the state's flat rates filled in, as assumptions that the owner may overwrite. */
export function withState(document: Case, code: string): Case {
  const found = STATES.find((state) => state.code === code)
  const { 'tax/federal/stateOrdinary': _ordinary, 'tax/federal/stateGain': _gain, ...origins } = document.origins
  return {
    ...document,
    tax: {
      ...document.tax,
      federal: {
        ...document.tax.federal,
        state: code,
        ...(found ? { stateOrdinary: found.ordinary, stateGain: found.gain } : {}),
      },
    },
    origins: { ...(found ? origins : document.origins), 'tax/federal/state': 'entered' },
  }
}
