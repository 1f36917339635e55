// Text and places on a page as paragraphs and rows.
import { describe, expect, it } from 'vitest'

import { documentOfText } from '../../electron/intake/text'
import { newestMessage } from '../../electron/intake/quoted'
import { blocksOf } from '../../shared/intake/layout'
import { readFile } from '../../shared/intake/read'

/** Lines of a table of two columns: a row stands 18 below the one before, its further lines 12. */
function table(rows: readonly (readonly [name: string, value: string][])[]): Parameters<typeof blocksOf>[0] {
  let top = 0
  return rows.flatMap((lines) =>
    lines.map(([name, value], at) => {
      top += at === 0 ? 18 : 12
      const cell = (text: string, left: number) => ({ text, left, right: left + text.length * 5 })
      return { top, segments: [...(name ? [cell(name, 50)] : []), ...(value ? [cell(value, 200)] : [])] }
    }),
  )
}

describe('a table whose rows stand apart', () => {
  it('keeps a name of two lines in its row', () => {
    const blocks = blocksOf(
      table([
        [['Price', '$6,300,000']],
        [
          ['Deferred', 'Payable on the second anniversary of closing,'],
          ['Consideration', 'without interest.'],
        ],
        [
          ['Performance', 'In addition, up to $300,000 if EBITDA for the'],
          ['Payment', '12 months following closing is at least $1,000,000.'],
        ],
        [['Term', 'Five years']],
        [['Exclusivity', '60 days']],
        [['Closing', 'May 3, 2027']],
      ]),
      4,
    )
    expect(blocks).toEqual([
      {
        kind: 'table',
        rows: [
          ['Price', '$6,300,000'],
          ['Deferred Consideration', 'Payable on the second anniversary of closing, without interest.'],
          [
            'Performance Payment',
            'In addition, up to $300,000 if EBITDA for the 12 months following closing is at least $1,000,000.',
          ],
          ['Term', 'Five years'],
          ['Exclusivity', '60 days'],
          ['Closing', 'May 3, 2027'],
        ],
      },
    ])
  })
})

it('takes each line for a paragraph where blank lines part all of them', () => {
  const first = `We are pleased to offer ${'a price that we think is fair and '.repeat(4)}that you will like.`
  const { pages } = documentOfText(`Dear Dr. Moss,\n\n${first}\n\nThe term is five years.\n\nSincerely,\n`)
  expect(pages[0]!.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
    'Dear Dr. Moss,',
    first,
    'The term is five years.',
    'Sincerely,',
  ])
})

const OFFER = `From: Jo Tull <jo@larkhavendental.example>
Sent: Tuesday, March 16, 2027 3:02 PM
To: Cal Bright <cal@brightadvisors.example>
Subject: Our proposal

Larkhaven Dental Group, LLC offers $4,927,500, which is 6.75x EBITDA of $730,000. 80% is paid in cash at closing and 20% in Larkhaven stock.`

describe('remarks above an offer that is passed on', () => {
  const remarks = `Noor,\n\nBetter than the 6.0x they floated, still short of the $5.5 million you want. Our fee is 6% of the price.\n\nCal\n\n`
  it('are left aside, but for the fee of whoever passes it on, and the reader is told', () => {
    for (const [text, subject] of [
      [`${remarks}Begin forwarded message:\n\n${OFFER}`, ''],
      [remarks + OFFER, 'FW: Our proposal'],
    ] as const) {
      const { own, note } = newestMessage(text, subject)
      expect(note).toMatch(/passes on an offer.*check/)
      const { fields } = readFile(documentOfText(own))
      expect(fields['offers.o1.price.amount']!.value).toBe(4_927_500)
      expect(fields['offers.o1.price.multiple']!.value).toBe(6.75)
      expect(fields['offers.o1.costs.broker']!.value).toBe(0.06)
    }
  })
  it('are the newest message where an answer quotes the offer', () => {
    const { own, note } = newestMessage(remarks + OFFER, 'RE: Our proposal')
    expect(own).toContain('6.0x')
    expect(own).not.toContain('6.75x')
    expect(note).toMatch(/quotes an earlier one/)
  })
})
