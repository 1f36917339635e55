import type { Law } from './types'

/** The law on notes and other deferred payments to a seller; none of it is indexed. */

/** If the notes from one year's sales exceed this at its end, interest is due on the tax they defer; per person. */
export const LARGE_NOTES: Law<number> = {
  value: 5_000_000,
  indexed: false,
  source: '26 U.S.C. §453A(b)(2)(B); for owners of S corporations and partnerships each by themselves, Notice 88-81',
}

/** Notes from sales for no more than this do not count. */
export const SMALL_DEFERRAL: Law<number> = { value: 150_000, indexed: false, source: '26 U.S.C. §453A(b)(1)' }

/** A sale for no more than this needs to state no interest. */
export const SMALL_SALE: Law<number> = { value: 3_000, indexed: false, source: '26 U.S.C. §483(d)(2)' }

/** The longest terms, in years, to which the short-term and mid-term rates apply; beyond, the long-term rate. */
export const RATE_TERMS: Law<{ readonly short: number; readonly mid: number }> = {
  value: { short: 3, mid: 9 },
  indexed: false,
  source: '26 U.S.C. §1274(d)(1)(A)',
}
