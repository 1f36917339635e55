import { everyStatus, type Law, type TaxParameters } from './types'

// Figures of 2025: Rev. Proc. 2024-40, https://www.irs.gov/pub/irs-drop/rp-24-40.pdf, as read through Tax-Calculator 6.8.1
// (`policy_current_law.json`), PolicyEngine US (`parameters/gov/irs`) and public copies of its tables, which agree.

const rule = <T>(value: T, source: string): Law<T> => ({ value, indexed: false, source })
const indexed = <T>(value: T, source: string): Law<T> => ({ value, indexed: true, source })

export const parameters2025: TaxParameters = {
  year: 2025,
  ordinary: {
    rates: rule([0.1, 0.12, 0.22, 0.24, 0.32, 0.35, 0.37], '26 U.S.C. §1(j)(2)'),
    tops: indexed(
      {
        single: [11_925, 48_475, 103_350, 197_300, 250_525, 626_350],
        mfj: [23_850, 96_950, 206_700, 394_600, 501_050, 751_600],
        mfs: [11_925, 48_475, 103_350, 197_300, 250_525, 375_800],
        hoh: [17_000, 64_850, 103_350, 197_300, 250_500, 626_350],
        qss: [23_850, 96_950, 206_700, 394_600, 501_050, 751_600],
      },
      'Rev. Proc. 2024-40, tax rate tables',
    ),
  },
  gain: {
    schedule: {
      rates: rule([0, 0.15, 0.2], '26 U.S.C. §1(h)(1)(B)–(D)'),
      tops: indexed(
        {
          single: [48_350, 533_400],
          mfj: [96_700, 600_050],
          mfs: [48_350, 300_000],
          hoh: [64_750, 566_700],
          qss: [96_700, 600_050],
        },
        'Rev. Proc. 2024-40, maximum capital gains rate; 26 U.S.C. §1(j)(5)',
      ),
    },
    building: rule(
      { rate: 0.25, lastRateBelow: 0.24 },
      '26 U.S.C. §1(h)(1)(A) and (E); Schedule D Tax Worksheet, line 19',
    ),
    lossLimit: rule(everyStatus(3_000, { mfs: 1_500 }), '26 U.S.C. §1211(b)'),
  },
  standardDeduction: indexed(
    everyStatus(15_750, { mfj: 31_500, qss: 31_500, hoh: 23_625 }),
    '26 U.S.C. §63(c)(7), as amended by Public Law 119-21 §70102 (replaces the figure of Rev. Proc. 2024-40)',
  ),
  aged: indexed(
    { from: 65, each: everyStatus(1_600, { single: 2_000, hoh: 2_000 }) },
    'Rev. Proc. 2024-40; 26 U.S.C. §63(f): more for the unmarried who are no surviving spouse',
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
    cut: rule({ parts: 0, of: 37 }, '26 U.S.C. §68(f): no limitation in 2018 to 2025'),
    giftFloor: rule(0, 'The floor of 26 U.S.C. §170(b)(1)(I) applies from 2026'),
  },
  qbi: {
    rate: rule(0.2, '26 U.S.C. §199A(a)'),
    threshold: indexed(everyStatus(197_300, { mfj: 394_600 }), 'Rev. Proc. 2024-40, qualified business income'),
    range: rule(everyStatus(50_000, { mfj: 100_000 }), '26 U.S.C. §199A(b)(3)(B) and (d)(3)'),
    limit: rule({ wages: 0.5, wagesWithProperty: 0.25, property: 0.025 }, '26 U.S.C. §199A(b)(2)(B)'),
  },
  amt: {
    rates: rule([0.26, 0.28], '26 U.S.C. §55(b)(1)'),
    secondRateFrom: indexed(everyStatus(239_100, { mfs: 119_550 }), 'Rev. Proc. 2024-40; 26 U.S.C. §55(b)(1)'),
    exemption: indexed(
      everyStatus(88_100, { mfj: 137_000, qss: 137_000, mfs: 68_500 }),
      'Rev. Proc. 2024-40; 26 U.S.C. §55(d)(1)',
    ),
    phaseOutFrom: indexed(
      everyStatus(626_350, { mfj: 1_252_700, qss: 1_252_700 }),
      'Rev. Proc. 2024-40; 26 U.S.C. §55(d)(4)',
    ),
    phaseOutRate: rule(0.25, '26 U.S.C. §55(d)(3)'),
    addBack: rule(['mfs'], '26 U.S.C. §55(d)(3), last sentence; Form 6251, line 4'),
  },
  niit: {
    rate: rule(0.038, '26 U.S.C. §1411(a)(1)'),
    threshold: rule(everyStatus(200_000, { mfj: 250_000, qss: 250_000, mfs: 125_000 }), '26 U.S.C. §1411(b)'),
  },
  payroll: {
    wageBase: indexed(
      176_100,
      'Social Security Administration, contribution and benefit base for 2025; grows with average wages',
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
    deferral: indexed(23_500, 'Notice 2024-80; 26 U.S.C. §402(g)'),
    catchUp: indexed({ from50: 7_500, from60to63: 11_250 }, 'Notice 2024-80; 26 U.S.C. §414(v)'),
    definedContribution: indexed(70_000, 'Notice 2024-80; 26 U.S.C. §415(c)'),
    definedBenefit: indexed(280_000, 'Notice 2024-80; 26 U.S.C. §415(b)'),
    payCap: indexed(350_000, 'Notice 2024-80; 26 U.S.C. §401(a)(17)'),
    ira: indexed(7_000, 'Notice 2024-80; 26 U.S.C. §219(b)(5)'),
  },
}
