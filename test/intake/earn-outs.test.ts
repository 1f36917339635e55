// Several earn-outs of one offer, in the words and tables of many letters: each keeps its own amount, target, and time.
import { describe, expect, it } from 'vitest'

import { documentOfText } from '../../electron/intake/text'
import type { Block, PlainDocument } from '../../shared/intake/document'
import { readFile, type FileRead } from '../../shared/intake/read'

type EarnOut = readonly [amount: number, target: number, months?: number]

const fileOf = (sentence: string): FileRead =>
  readFile(
    documentOfText(
      `Northlake Dental Partners, LLC offers to buy your practice for $6,000,000, which is 6.0x EBITDA of $1,000,000.\n\n${sentence}`,
    ),
  )
const earnOutsOf = ({ fields }: FileRead): EarnOut[] => {
  const of = (at: number, name: string): number | undefined =>
    fields[`offers.o1.components.earnOut-${at}.${name}`]?.value as number | undefined
  const found: EarnOut[] = []
  for (let at = 1; of(at, 'target') !== undefined || of(at, 'amount') !== undefined; at++) {
    const months = of(at, 'months')
    found.push([of(at, 'amount')!, of(at, 'target')!, ...(months === undefined ? ([] as const) : ([months] as const))])
  }
  return found
}

const SENTENCES: readonly (readonly [string, readonly EarnOut[]])[] = [
  [
    'The price includes an earn-out of up to $600,000, payable in two installments: $250,000 if EBITDA for the first twelve months after closing equals or exceeds $1,200,000, and $350,000 if EBITDA for the second twelve months equals or exceeds $1,350,000.',
    [
      [250_000, 1_200_000],
      [350_000, 1_350_000],
    ],
  ],
  [
    'Earn-out:\n- Year 1: $200,000 if collections reach $2.4M, paid in month 15\n- Year 2: $300,000 if collections reach $2.6M, paid in month 27',
    [
      [200_000, 2_400_000, 15],
      [300_000, 2_600_000, 27],
    ],
  ],
  [
    'You can also earn two earn-out payments of $150,000 each, if collections exceed $3,000,000 in year one and $3,200,000 in year two, paid 14 and 26 months after closing.',
    [
      [150_000, 3_000_000, 14],
      [150_000, 3_200_000, 26],
    ],
  ],
  [
    'EO = 2 tranches, 255k each, 12 & 24 mos, need 2.6mm & 2.75mm collections.',
    [
      [255_000, 2_600_000, 12],
      [255_000, 2_750_000, 24],
    ],
  ],
  [
    'First earn-out payment. $220,000, due 13 months after closing, if collections in the first year are at least $2,500,000.\n\nSecond earn-out payment. $280,000, due 25 months after closing, if collections in the second year are at least $2,700,000.',
    [
      [220_000, 2_500_000, 13],
      [280_000, 2_700_000, 25],
    ],
  ],
  [
    'Seller may earn an additional $500,000 in total: $200,000 if 2028 EBITDA is at least $1,100,000 and $300,000 if 2029 EBITDA is at least $1,200,000.',
    [
      [200_000, 1_100_000],
      [300_000, 1_200_000],
    ],
  ],
  [
    'Performance earn-out: $975,000.\n\nYou earn half after the first year if EBITDA reaches $1.4M and the other half after the second year if EBITDA reaches $1.5M. Payments are made in months 14 and 26.',
    [
      [487_500, 1_400_000, 14],
      [487_500, 1_500_000, 26],
    ],
  ],
  [
    'Growth incentive: if EBITDA in 2028 is $900,000 or more, we will pay you an additional $150,000 on March 31, 2029; if EBITDA in 2029 is $1,000,000 or more, we will pay you a further $200,000 on March 31, 2030.',
    [
      [150_000, 900_000],
      [200_000, 1_000_000],
    ],
  ],
  [
    'The last $390,000 is an earn-out, which you get if collections in the two years after closing average $2.1 million or better. Payment would be made twenty-seven months after closing.',
    [[390_000, 2_100_000, 27]],
  ],
]

describe('a sentence about several earn-outs', () => {
  it.each(SENTENCES)('%s', (sentence, earnOuts) => {
    expect(earnOutsOf(fileOf(sentence))).toEqual(earnOuts)
  })

  it('is asked about where it names steps of one payment', () => {
    const file = fileOf('An earn-out pays $100,000 if collections reach $2.5M, or $200,000 if they reach $2.7M.')
    expect(earnOutsOf(file)).toEqual([])
    expect(file.questions.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['offers.o1.components.earnOut-1.amount', 'offers.o1.components.earnOut-1.target']),
    )
  })
})

const withTable = (rows: readonly (readonly string[])[], before: string): PlainDocument => ({
  pages: [
    {
      number: 1,
      blocks: [
        { kind: 'paragraph', text: 'Northlake Dental Partners, LLC offers $6,000,000 for the practice.' },
        { kind: 'paragraph', text: before },
        { kind: 'table', rows: rows.map((row) => [...row]) },
      ] satisfies Block[],
    },
  ],
  sheets: [],
  struckOut: [],
  notes: [],
})

describe('a grid of earn-outs', () => {
  it.each([
    [
      [
        ['Measurement period', 'Collections required', 'Payment', 'Paid'],
        ['Months 1-12', '$2,300,000', '$297,500', '15 months after close'],
        ['Months 13-24', '$2,450,000', '$297,500', '27 months after close'],
      ],
      [
        [297_500, 2_300_000, 15],
        [297_500, 2_450_000, 27],
      ],
    ],
    [
      [
        ['Tranche', 'Amount', 'EBITDA target', 'Payment date'],
        ['1', '$200,000', '$1,100,000', 'month 14'],
        ['2', '$300,000', '$1,200,000', 'month 26'],
        ['Total', '$500,000', '', ''],
      ],
      [
        [200_000, 1_100_000, 14],
        [300_000, 1_200_000, 26],
      ],
    ],
  ] as const)('has a payment in each row: %j', (rows, earnOuts) => {
    const total = earnOuts[0][0] + earnOuts[1][0]
    const file = readFile(withTable(rows, `An earn-out of up to $${total.toLocaleString('en-US')} is paid as follows.`))
    expect(earnOutsOf(file)).toEqual(earnOuts)
    expect(file.fields['offers.o1.components.earnOut-2.target']!.quote).toBe(rows[2].join('; '))
  })

  it('is asked about where the letter names another sum for all of it', () => {
    const rows = [
      ['Year', 'Collections at least', 'Earn-out payment'],
      ['Year 1', '$2,300,000', '$200,000'],
      ['Year 2', '$2,450,000', '$200,000'],
    ]
    const { questions } = readFile(withTable(rows, 'An earn-out of up to $600,000 is paid as follows.'))
    expect(questions.find(({ path }) => path.endsWith('earnOut-1.amount'))?.candidates).toEqual([200_000, 600_000])
  })
})
