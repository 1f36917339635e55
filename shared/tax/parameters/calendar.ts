import type { Table } from '../../formula'

/**
 * Amounts that the law itself sets year by year, independent of inflation. Keys are calendar years; a value holds until
 * the next key.
 */

/** Public Law 119-21 §70120: 40,000 in 2025, 40,400 in 2026, 1% more each year to 2029, then 10,000 again. */
export const SALT_CAP: Table = {
  kind: 'table',
  id: 'salt-cap',
  label: 'cap on state and local taxes',
  unit: 'usd',
  keys: [2018, 2025, 2026, 2027, 2028, 2029, 2030],
  values: [10_000, 40_000, 40_400, 40_804, 41_212.04, 41_624.1604, 10_000],
  source: '26 U.S.C. §164(b)(6)–(7), as amended by Public Law 119-21 §70120',
}

/** Income above which the cap shrinks: 500,000 in 2025, 505,000 in 2026, 1% more each year. */
export const SALT_THRESHOLD: Table = {
  kind: 'table',
  id: 'salt-threshold',
  label: 'income from which the cap shrinks',
  unit: 'usd',
  keys: [2018, 2026, 2027, 2028, 2029],
  values: [500_000, 505_000, 510_050, 515_150.5, 520_302.005],
  source: '26 U.S.C. §164(b)(7), as amended by Public Law 119-21 §70120',
}

/** Public Law 119-21 §70103: for each person 65 or older, 2025 through 2028. */
export const SENIOR_DEDUCTION: Table = {
  kind: 'table',
  id: 'senior-deduction',
  label: 'senior deduction for a person',
  unit: 'usd',
  keys: [0, 2025, 2029],
  values: [0, 6_000, 0],
  source: '26 U.S.C. §151(d)(5)(C), as amended by Public Law 119-21 §70103; Schedule 1-A, Part V',
}
