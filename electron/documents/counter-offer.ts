import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
} from 'docx'

import type { Case } from '../../shared/case/schema'
import { chosenAsks, counterOffer, worthOf, type CounterOffer, type Worth } from '../../shared/present/counter-offer'
import { Refused } from '../refused'

/**
 * A letter to the buyer with the chosen asks, as a Word document.
 * @param asked ids of levers
 * @param today YYYY-MM-DD
 */
export async function writeCounterOffer(
  document: Case,
  offerId: string,
  asked: readonly string[],
  today: string,
): Promise<Buffer> {
  const { offer, chosen } = asksOf(document, offerId, asked)
  return await packed('Response to a letter of intent', letter(counterOffer(document, offer, chosen, today)))
}

/** What the same asks are worth to the owner: a separate document, so that it cannot go out with the letter. */
export async function writeWorth(document: Case, offerId: string, asked: readonly string[]): Promise<Buffer> {
  const { offer, chosen } = asksOf(document, offerId, asked)
  return await packed('What each change is worth', worth(offer.name, worthOf(document, chosen)))
}

/** @throws Refused if the offer no longer exists or nothing is asked for */
function asksOf(document: Case, offerId: string, asked: readonly string[]) {
  const offer = document.offers.find(({ id, include }) => id === offerId && include)
  if (!offer) throw new Refused('not-found', 'The offer is no longer part of the comparison. Choose another offer.')
  const chosen = chosenAsks(document, offer, asked)
  if (chosen.length === 0)
    throw new Refused('invalid', 'None of the chosen terms can be asked for as the case is now. Choose other terms.')
  return { offer, chosen }
}

function letter({ date, to, subject, before, terms, after, from }: CounterOffer): (Paragraph | Table)[] {
  return [
    paragraph('DRAFT for review by your attorney. Delete this line before sending.', { style: 'note' }),
    paragraph(date),
    paragraph(to),
    paragraph(`Re: ${subject}`, { heading: true }),
    ...before.map((text) => paragraph(text)),
    table(
      ['Term', 'In your letter', 'Requested'],
      terms.map(({ term, now, asked }) => [term, now, asked]),
    ),
    ...after.map((text) => paragraph(text)),
    paragraph('Sincerely,'),
    paragraph(''),
    paragraph(from),
  ]
}

function worth(offer: string, rows: readonly Worth[]): (Paragraph | Table)[] {
  const usd = (value: number) =>
    value.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
  return [
    paragraph('PRIVATE: for you and your advisors. Do not send this to the buyer.', { style: 'note' }),
    paragraph(`What each change to the offer from ${offer} is worth to you`, { heading: true }),
    table(
      ['Term', 'As offered', 'Requested', 'Worth, expected', 'Worth, noncontingent'],
      rows.map(({ term, now, asked, expected, noncontingent }) => [
        term,
        now,
        asked,
        usd(expected),
        usd(noncontingent),
      ]),
    ),
    paragraph(
      'Each amount is the change in the present value of your total after-tax cash flow, in today’s dollars, with everything else as offered. Changes made together are not worth the sum of their amounts.',
    ),
  ]
}

const BEFORE = 160 // twentieths of a point
function paragraph(text: string, { heading = false, style }: { heading?: boolean; style?: 'note' } = {}): Paragraph {
  const options: IParagraphOptions = {
    spacing: { before: BEFORE },
    children: [
      new TextRun({
        text,
        bold: heading,
        ...(style === 'note' && { italics: true, color: '7A4B00' }),
      }),
    ],
  }
  return new Paragraph(options)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, i: number, bold = false) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [
        new Paragraph({
          ...(i > 0 && { alignment: AlignmentType.RIGHT }),
          children: [new TextRun({ text, bold })],
        }),
      ],
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text, i) => cell(text, i, true)) }),
      ...rows.map((texts) => new TableRow({ cantSplit: true, children: texts.map((text, i) => cell(text, i)) })),
    ],
  })
}

const packed = (title: string, children: (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      creator: 'Sell or Stay',
      title,
      styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
      sections: [{ children }],
    }),
  )
