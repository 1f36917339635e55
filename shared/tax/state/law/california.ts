import type { Reduction, StateLaw } from '../types'

/** How credits for people shrink with income (R&TC 17054.1). */
const creditsReduced: readonly Reduction[] = [
  {
    form: 'steps',
    of: 'federalAgi',
    start: { single: 252_203, mfj: 504_411, mfs: 252_203, hoh: 378_310 },
    step: { single: 2_500, mfj: 2_500, mfs: 1_250, hoh: 2_500 },
    rounding: 'up',
    amountPerStep: 6,
    each: true,
  },
]

const law2026: StateLaw = {
  code: 'CA',
  name: 'California',
  year: 2026,
  tax: 'income',
  base: 'agi',
  socialSecurity: { form: 'exempt' },
  retirementIncome: { form: 'taxed' },
  gain: { form: 'ordinary' },
  standardDeduction: { form: 'amount', amount: { single: 5_706, mfj: 11_412, mfs: 5_706, hoh: 11_412 } },
  brackets: {
    single: [
      [0, 0.01],
      [11_079, 0.02],
      [26_264, 0.04],
      [41_452, 0.06],
      [57_542, 0.08],
      [72_724, 0.093],
      [371_479, 0.103],
      [445_771, 0.113],
      [742_953, 0.123],
    ],
    mfj: [
      [0, 0.01],
      [22_158, 0.02],
      [52_528, 0.04],
      [82_904, 0.06],
      [115_084, 0.08],
      [145_448, 0.093],
      [742_958, 0.103],
      [891_542, 0.113],
      [1_485_906, 0.123],
    ],
    mfs: [
      [0, 0.01],
      [11_079, 0.02],
      [26_264, 0.04],
      [41_452, 0.06],
      [57_542, 0.08],
      [72_724, 0.093],
      [371_479, 0.103],
      [445_771, 0.113],
      [742_953, 0.123],
    ],
    hoh: [
      [0, 0.01],
      [22_173, 0.02],
      [52_530, 0.04],
      [67_716, 0.06],
      [83_805, 0.08],
      [98_990, 0.093],
      [505_208, 0.103],
      [606_251, 0.113],
      [1_010_417, 0.123],
    ],
  },
  minimumTax: {
    form: 'alternative',
    rate: 0.07,
    exemption: { single: 92_749, mfj: 123_667, mfs: 61_830, hoh: 92_749 },
    phaseOutStart: { single: 347_808, mfj: 463_745, mfs: 231_868, hoh: 347_808 },
    phaseOutRate: 0.25,
    base: 'beforeStandardDeduction',
    words: 'binds only with preferences; with the standard deduction it does not exceed the regular tax',
  },
  surtaxes: [
    {
      name: 'mental health services tax',
      of: 'taxableIncome',
      brackets: [
        [0, 0],
        [1_000_000, 0.01],
      ],
      creditsApply: false,
    },
  ],
  credits: [
    {
      name: 'exemption credit',
      form: 'perPerson',
      amount: 153,
      agedExtra: { age: 65, amount: 153 },
      reduce: creditsReduced,
    },
    {
      name: 'dependent credit',
      form: 'perDependent',
      amount: 475,
      reduce: creditsReduced,
    },
  ],
  entityTax: {
    available: true,
    form: 'elective, 9.3% of qualified net income; nonrefundable credit carried five years; 2026 on: 12.5% less credit if the June payment is short',
    source: 'R&TC 19900, 17052.10; SB 132 (2025)',
  },
  installment: {
    form: 'federal',
    moving: 'bySource',
    words:
      'Later payments to a nonresident are taxed to the extent the gain was sourced to California; intangible property is sourced to the residence at the time of sale unless it has a business situs there.',
    source: 'FTB Publication 1100; R&TC 17952',
  },
  notes: [
    'No preference for gain and no business-income deduction. The top rate of 13.3% is reached only far above 1 million of taxable income.',
  ],
  confidence: 'B',
  stated: {
    standardDeduction: { year: 2025, indexed: true },
    brackets: { year: 2025, indexed: true },
    surtaxes: { year: 2005 },
    credits: { year: 2025, indexed: true },
    minimumTax: { year: 2025, indexed: true },
  },
  sources: {
    standardDeduction: ['Cal. Rev. & Tax. Code § 17073.5', '2025 Form 540 California Resident Income Tax Return'],
    brackets: ['Cal. Rev. & Tax. Code § 17041', 'California Income Tax Rate Schedules for 2025'],
    surtaxes: [
      'California Revenue and Taxation Code | Division 2 | Part 10 | Chapter 2 | §17043',
      '2025 Form 540 California Resident Income Tax Return',
    ],
    credits: ['Cal. Rev. & Tax. Code § 17054', '2025 Form 540 California Resident Income Tax Return'],
    minimumTax: [
      'Cal. Rev. & Tax. Code § 17062 (b)(3)(iv)',
      '2025 Schedule P (540) Alternative Minimum Tax and Credit Limitations - Residents',
    ],
  },
}

export const california: readonly StateLaw[] = [{ ...law2026, year: 2025 }, law2026]
