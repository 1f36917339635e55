import type { FilingStatus } from './parameters'
import { STATES } from './states'

/** Plain names of the filing statuses and the states. */
export const FILING_STATUS_NAMES: Readonly<Record<FilingStatus, string>> = {
  single: 'single',
  mfj: 'married, filing jointly',
  mfs: 'married, filing separately',
  hoh: 'head of household',
  qss: 'qualifying surviving spouse',
}

export const STATE_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  STATES.map(({ code, name }) => [code, name]),
)
