import type { Table } from '../../formula'

/** Required minimum distributions from tax-deferred accounts (26 U.S.C. §401(a)(9)). */

/** The age at which they begin, by year of birth. Anyone born in 1950 or earlier is past it in every plan. */
export const FIRST_REQUIRED_AGE: Table = {
  kind: 'table',
  id: 'first-required-age',
  label: 'age at first required minimum distribution',
  keys: [1900, 1951, 1960],
  values: [72, 73, 75],
  source: '26 U.S.C. §401(a)(9)(C)(v), SECURE 2.0 Act §107; 72 from the SECURE Act of 2019 §114',
}

/** For an owner whose sole beneficiary is not a spouse more than ten years younger; for that, see joint-life.ts. */
export const UNIFORM_LIFETIME: Table = {
  kind: 'table',
  id: 'uniformLifetime',
  label: 'uniform-lifetime factor',
  source: 'Treas. Reg. §1.401(a)(9)-9(c), T.D. 9930, for years from 2022 on',
  keys: Array.from({ length: 49 }, (_, i) => 72 + i),
  values: [
    27.4, 26.5, 25.5, 24.6, 23.7, 22.9, 22, 21.1, 20.2, 19.4, 18.5, 17.7, 16.8, 16, 15.2, 14.4, 13.7, 12.9, 12.2, 11.5,
    10.8, 10.1, 9.5, 8.9, 8.4, 7.8, 7.3, 6.8, 6.4, 6, 5.6, 5.2, 4.9, 4.6, 4.3, 4.1, 3.9, 3.7, 3.5, 3.4, 3.3, 3.1, 3,
    2.9, 2.8, 2.7, 2.5, 2.3, 2,
  ],
}
