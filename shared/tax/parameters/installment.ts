import type { Law } from './types'

/** What the law says of notes and other payments that a seller waits for; none of it is indexed. */

/** Notes given in one year that are above this in all at its end bear interest on the tax they defer; for each person. */
export const LARGE_NOTES: Law<number> = {
  value: 5_000_000,
  indexed: false,
  source: '26 U.S.C. 453A(b)(2)(B); for owners of S corporations and partnerships each by themselves, Notice 88-81',
}

/** Notes of a sale for no more than this do not count among them. */
export const SMALL_DEFERRAL: Law<number> = { value: 150_000, indexed: false, source: '26 U.S.C. 453A(b)(1)' }

/** A sale for no more than this needs no interest. */
export const SMALL_SALE: Law<number> = { value: 3_000, indexed: false, source: '26 U.S.C. 483(d)(2)' }

/** Terms in years up to which the short-term and the mid-term rate apply; above, the long-term rate. */
export const RATE_TERMS: Law<{ readonly short: number; readonly mid: number }> = {
  value: { short: 3, mid: 9 },
  indexed: false,
  source: '26 U.S.C. 1274(d)(1)(A)',
}
