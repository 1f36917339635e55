import { everyStatus, type Law, type TaxParameters } from './types'

// Figures of 2026: Rev. Proc. 2025-32, https://www.irs.gov/pub/irs-drop/rp-25-32.pdf, as read through Tax-Calculator 6.8.1
// (`policy_current_law.json`), PolicyEngine US (`parameters/gov/irs`) and public copies of its tables, which agree.

const rule = <T>(value: T, source: string): Law<T> => ({ value, indexed: false, source })
const indexed = <T>(value: T, source: string): Law<T> => ({ value, indexed: true, source })

export const parameters2026: TaxParameters = {
  year: 2026,
  ordinary: {
    rates: rule([0.1, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37], '26 U.S.C. §1(j)(2)'),
    tops: indexed(
      {
        single: [12_400, 50_400, 105_700, 201_775, 256_225, 640_600],
        mfj: [24_800, 100_800, 211_400, 403_550, 512_450, 768_700],
        mfs: [12_400, 50_400, 105_700, 201_775, 256_225, 384_350],
        hoh: [17_700, 67_450, 105_700, 201_750, 256_200, 640_600],
        qss: [24_800, 100_800, 211_400, 403_550, 512_450, 768_700],
      },
      'Rev. Proc. 2025-32, tax rate tables',
    ),
  },
  gain: {
    schedule: {
      rates: rule([0, 0.15, 0.2], '26 U.S.C. §1(h)(1)(B)–(D)'),
      tops: indexed(
        {
          single: [49_450, 545_500],
          mfj: [98_900, 613_700],
          mfs: [49_450, 306_850],
          hoh: [66_200, 579_600],
          qss: [98_900, 613_700],
        },
        'Rev. Proc. 2025-32, maximum capital gains rate; 26 U.S.C. §1(j)(5)',
      ),
    },
    building: rule(
      { rate: 0.25, lastRateBelow: 0.24 },
      '26 U.S.C. §1(h)(1)(A) and (E); Schedule D Tax Worksheet, line 19',
    ),
    lossLimit: rule(everyStatus(3_000, { mfs: 1_500 }), '26 U.S.C. §1211(b)'),
  },
  standardDeduction: indexed(
    everyStatus(16_100, { mfj: 32_200, qss: 32_200, hoh: 24_150 }),
    'Rev. Proc. 2025-32; 26 U.S.C. §63(c), as amended by Public Law 119-21 §70102',
  ),
  aged: indexed(
    { from: 65, each: everyStatus(1_650, { single: 2_050, hoh: 2_050 }) },
    'Rev. Proc. 2025-32; 26 U.S.C. §63(f): more for the unmarried who are no surviving spouse',
  ),
  senior: {
    threshold: rule(everyStatus(75_000, { mfj: 150_000 }), '26 U.S.C. §151(d)(5)(C)'),
    rate: rule(0.06, '26 U.S.C. §151(d)(5)(C)'),
    excluded: rule(['mfs'], '26 U.S.C. §151(d)(5)(C): the married must file jointly'),
  },
  salt: {
    phaseDownRate: rule(0.3, '26 U.S.C. §164(b)(7)'),
    floor: rule(10_000, '26 U.S.C. §164(b)(7)'),
    share: rule(everyStatus(1, { mfs: 0.5 }), '26 U.S.C. §164(b)(6)'),
  },
  itemized: {
    cut: rule({ parts: 2, of: 37 }, '26 U.S.C. §68(a), as amended by Public Law 119-21 §70111, from 2026'),
    giftFloor: rule(0.005, '26 U.S.C. §170(b)(1)(I), added by Public Law 119-21 §70425, from 2026'),
  },
  qbi: {
    rate: rule(0.2, '26 U.S.C. §199A(a)'),
    threshold: indexed(
      everyStatus(201_750, { mfj: 403_500, mfs: 201_775 }),
      'Rev. Proc. 2025-32, qualified business income',
    ),
    range: rule(
      everyStatus(75_000, { mfj: 150_000 }),
      '26 U.S.C. §199A(b)(3)(B) and (d)(3), as amended by Public Law 119-21 §70105, from 2026',
    ),
    limit: rule({ wages: 0.5, wagesWithProperty: 0.25, property: 0.025 }, '26 U.S.C. §199A(b)(2)(B)'),
  },
  amt: {
    rates: rule([0.26, 0.28], '26 U.S.C. §55(b)(1)'),
    secondRateFrom: indexed(everyStatus(244_500, { mfs: 122_250 }), 'Rev. Proc. 2025-32; 26 U.S.C. §55(b)(1)'),
    exemption: indexed(
      everyStatus(90_100, { mfj: 140_200, qss: 140_200, mfs: 70_100 }),
      'Rev. Proc. 2025-32; 26 U.S.C. §55(d)(1)',
    ),
    phaseOutFrom: indexed(
      everyStatus(500_000, { mfj: 1_000_000, qss: 1_000_000 }),
      'Rev. Proc. 2025-32; 26 U.S.C. §55(d)(4)',
    ),
    phaseOutRate: rule(0.5, '26 U.S.C. §55(d)(4), as amended by Public Law 119-21 §70107, from 2026'),
    addBack: rule(['mfs'], '26 U.S.C. §55(d)(3), last sentence; Form 6251, line 4'),
  },
  niit: {
    rate: rule(0.038, '26 U.S.C. §1411(a)(1)'),
    threshold: rule(everyStatus(200_000, { mfj: 250_000, qss: 250_000, mfs: 125_000 }), '26 U.S.C. §1411(b)'),
  },
  payroll: {
    wageBase: indexed(
      184_500,
      'Social Security Administration, contribution and benefit base for 2026; grows with average wages',
    ),
    socialSecurity: rule(0.062, '26 U.S.C. §§3101(a), 3111(a), 1401(a)'),
    medicare: rule(0.0145, '26 U.S.C. §§3101(b)(1), 3111(b), 1401(b)(1)'),
    selfEmployment: rule({ share: 0.9235, from: 400 }, '26 U.S.C. §1402(a)(12) and (b)(2); Schedule SE'),
    deducted: rule(0.5, '26 U.S.C. §164(f)'),
    additionalRate: rule(0.009, '26 U.S.C. §§3101(b)(2), 1401(b)(2)'),
    additionalThreshold: rule(everyStatus(200_000, { mfj: 250_000, mfs: 125_000 }), '26 U.S.C. §3101(b)(2); Form 8959'),
  },
  benefits: {
    thresholds: rule(
      everyStatus([25_000, 34_000], { mfj: [32_000, 44_000], mfs: [0, 0] }),
      '26 U.S.C. §86(c); a separate filer is taken to live with the spouse',
    ),
    shares: rule([0.5, 0.85], '26 U.S.C. §86(a)'),
  },
  corporateRate: rule(0.21, '26 U.S.C. §11(b)'),
  plans: {
    deferral: indexed(24_500, 'Notice 2025-67; 26 U.S.C. §402(g)'),
    catchUp: indexed({ from50: 8_000, from60to63: 11_250 }, 'Notice 2025-67; 26 U.S.C. §414(v)'),
    definedContribution: indexed(72_000, 'Notice 2025-67; 26 U.S.C. §415(c)'),
    definedBenefit: indexed(290_000, 'Notice 2025-67; 26 U.S.C. §415(b)'),
    payCap: indexed(360_000, 'Notice 2025-67; 26 U.S.C. §401(a)(17)'),
    ira: indexed(7_500, 'Notice 2025-67; 26 U.S.C. §219(b)(5)'),
  },
}
