// Reports of cases that strain the layout: nothing overlaps, nothing is cut off, no page is nearly empty.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { REPORT_PARTS, type ReportPart } from '../../shared/host'
import { readPdf, type PdfPage, type TextPiece } from '../support/pdf'
import { openProgram, type Program } from '../support/program'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/pack/${name}.json`, import.meta.url), 'utf8')

/** Eight offers beside keeping, with the longest allowed names and no place to break them. */
function crowded(): string {
  const { document } = samples.find(({ name }) => name === 'general-dentist')!
  const long = 'W'.repeat(60)
  const offers = Array.from({ length: 8 }, (_, i) => ({
    ...document.offers[i % document.offers.length]!,
    id: `offer-${i}`,
    name: `${i}${long.slice(1)}`,
    buyer: 'M'.repeat(80),
    note: 'x'.repeat(300),
  }))
  const practice = { ...document.practice, name: 'Q'.repeat(80) }
  return JSON.stringify({
    ...document,
    origins: {},
    name: 'N'.repeat(80),
    owner: { ...document.owner, name: 'O'.repeat(80) },
    practice,
    offers,
  })
}

/** With a warning for each offer. */
function warned(text: string): string {
  const document = JSON.parse(text) as { offers: object[] }
  return JSON.stringify({ ...document, offers: document.offers.map((offer) => ({ ...offer, leaseGuaranty: 'stays' })) })
}

async function printed(
  program: Program,
  text: string,
  parts: readonly ReportPart[],
  paper: 'letter' | 'a4' = 'letter',
) {
  const made = await program.call('importCase', { text })
  if (!made.ok) throw new Error(made.error.message)
  return readPdf(await program.made('reportPdf', { id: made.value.id, dollars: 'today', parts: [...parts], paper }))
}

/** Text runs of one line may touch; glyph outlines may extend slightly beyond their box. */
const OVER = 1.5
const overlap = (a: TextPiece, b: TextPiece): boolean =>
  !(haloOf(a, b) || haloOf(b, a)) &&
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > OVER &&
  Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom) > OVER

/** A chart label is drawn twice, first with a wide white stroke: the same words in the same place. */
const haloOf = (a: TextPiece, b: TextPiece): boolean =>
  a.text.includes(b.text) && Math.abs(a.bottom - b.bottom) < 0.1 && b.left > a.left - 1 && b.right < a.right + 1

const overlapping = ({ pieces }: PdfPage): string[] =>
  pieces.flatMap((one, i) =>
    pieces.slice(i + 1).flatMap((other) => (overlap(one, other) ? [`“${one.text}” on “${other.text}”`] : [])),
  )

const outside = ({ pieces, width, height }: PdfPage): string[] =>
  pieces.flatMap(({ text, left, right, bottom, top }) =>
    left < 0 || right > width || bottom < 0 || top > height ? [text] : [],
  )

/** How much of the page between header and footer is used, from the highest to the lowest text. */
function fullness({ pieces, height }: PdfPage): number {
  const [low, high] = [0.07 * height, 0.94 * height]
  const body = pieces.filter(({ bottom, top }) => bottom > low && top < high)
  return (high - Math.min(...body.map(({ bottom }) => bottom))) / (high - low)
}

/** What stands first below the repeated head of the terms, where a row above has run over the end of its page. */
function runOver({ pieces }: PdfPage): string[] {
  const range = pieces.filter(({ text }) => text.startsWith('[reference]')).toSorted((a, b) => b.top - a.top)[0]
  const term = range && pieces.find(({ text, bottom }) => text === 'Term' && Math.abs(bottom - range.bottom) < 1)
  if (!range || !term) return []
  const next = Math.max(...pieces.flatMap(({ top, bottom }) => (top < range.bottom ? [bottom] : [])))
  const first = pieces.filter(({ bottom }) => Math.abs(bottom - next) < 1)
  return first.some(({ left }) => left < term.left + 2) ? [] : [first.map(({ text }) => text).join(' ')]
}

/** Layout errors on a report's pages, one entry each. */
const findings = (name: string, pages: readonly PdfPage[]): string[] =>
  pages.flatMap((page, i) => [
    ...overlapping(page).map((what) => `${name}, page ${i + 1}: ${what}`),
    ...outside(page).map((what) => `${name}, page ${i + 1}: ${what} is off the page`),
    ...runOver(page).map((what) => `${name}, page ${i + 1}: “${what}” is the end of a row of the page before`),
    ...(i < pages.length - 1 && fullness(page) < 0.2 ? [`${name}, page ${i + 1} is nearly empty`] : []),
  ])

test('is sound with a note of ten years, with long names, and without an answer', { timeout: 240_000 }, async () => {
  const program = await openProgram('the browser shell')
  const found: string[] = []
  for (const name of ['gd7', 'names', 'broken2', 'minimal1']) {
    // Must be sequential: there is one printer.
    // oxlint-disable-next-line no-await-in-loop
    const { pages } = await printed(program, name === 'names' ? warned(fixture(name)) : fixture(name), REPORT_PARTS)
    found.push(...findings(name, pages))
    // The brief is two pages and the grid of the offers.
    const grid = pages.findIndex(({ width, height }) => width > height)
    if (name === 'gd7' || name === 'names')
      found.push(...(grid === 2 ? [] : [`${name}: the grid is on page ${grid + 1}`]))
  }
  expect(found).toEqual([])
})

test('is sound with nine paths whose names have no place to break at, on A4', { timeout: 240_000 }, async () => {
  const program = await openProgram('the browser shell')
  const { pages } = await printed(program, crowded(), REPORT_PARTS, 'a4')
  for (const { width, height } of pages)
    expect([width, height].toSorted((a, b) => a - b)).toEqual([expect.closeTo(595, 0), expect.closeTo(842, 0)])
  expect(findings('crowded', pages)).toEqual([])
})
