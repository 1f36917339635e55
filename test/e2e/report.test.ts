// The report as its readers receive it: saved from the page in the real browser shell and read back as a PDF.
import { describe, expect, test } from 'vitest'

import { caseHash } from '../../electron/documents/case-hash'
import { usd } from '../../renderer/format'
import { samples } from '../../shared/case/samples'
import { evaluateCase, VIEWS } from '../../shared/model'
import { closingOf } from '../../shared/present/report/closing'
import { previewDrawn } from '../support/pages'
import { readPdf, type Pdf } from '../support/pdf'
import { openProgram, type Program, shellUnderTest } from '../support/program'

/** A font may draw ’ with a neighboring glyph; columns are separated only by spaces. */
const plain = (text: string) => text.replaceAll('ʼ', '’').replaceAll(/\s+/g, ' ')
const textOf = (pdf: Pdf) => plain(pdf.pages.map(({ text }) => text).join('\n'))

async function openSample(program: Program, name: string): Promise<string> {
  const made = await program.call('createCase', { sample: name })
  if (!made.ok) throw new Error(made.error.message)
  await program.page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/report`), made.value.id)
  await program.page.getByRole('region', { name: 'Preview of the report' }).waitFor()
  await previewDrawn(program.page)
  return made.value.id
}

async function printed(program: Program): Promise<Pdf> {
  const save = program.page.getByRole('button', { name: 'Save as PDF' })
  const { content } = await program.fileFrom(() => save.click())
  // It goes along in an e-mail: at most 400 kB, also with five paths.
  expect(content.length).toBeLessThan(400_000)
  return readPdf(content)
}

describe('the report', () => {
  test.each(samples)('of the sample $name', { timeout: 120_000 }, async ({ name, document }) => {
    const program = await openProgram(shellUnderTest)
    await openSample(program, name)
    const pdf = await printed(program)
    const outcome = evaluateCase(document)
    const text = textOf(pdf)

    // A document usable by screen readers and archives.
    expect(pdf.language).toBe('en')
    expect(pdf.tagged).toBe(true)
    expect(pdf.title).toBe(`${document.name}: sell or stay`)
    expect(pdf.author).toBe(document.owner.name || 'Sell or Stay')
    expect(pdf.creator).toMatch(/^Sell or Stay \d+\.\d+\.\d+$/)
    // Its charts are vectors, not images.
    expect(pdf.pictures).toBe(0)
    expect(pdf.outline[0]).toEqual({ title: `Sell or stay: ${document.practice.name}`, depth: 0, page: 1 })
    expect(pdf.outline.filter(({ depth }) => depth === 0)).toHaveLength(1)
    expect(pdf.outline.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual([
      'The answer',
      'How sure it is, and what to ask for',
      'The offers side by side',
      'Year by year',
      'Side-by-side figures',
      'What happens when, and where each price goes',
      'Keeping, and the offers',
      'Risk: many possible futures',
      'The partner',
      'Assumptions',
      'Questions for your advisors',
      'The method in brief',
      'Terms used in this report',
    ])
    // The contents name the page on which each heading stands, and lead there.
    const chapters = pdf.outline.filter(({ depth }) => depth === 1)
    expect(plain(pdf.pages[0]!.text)).toContain(chapters.map(({ title, page }) => `${title} ${page}`).join(' '))
    expect(pdf.pages[0]!.links).toEqual(chapters.map(({ page }) => page))
    for (const { title, page } of chapters) expect(plain(pdf.pages[page - 1]!.text)).toContain(title)
    const roles = new Set(pdf.pages.flatMap((page) => page.roles))
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L', 'LI'])
      expect(roles).toContain(role)

    // Letter paper, landscape only for the offer grid and the years; no empty pages; every font is embedded.
    pdf.pages.forEach((page, i) => {
      expect(
        [page.width, page.height].toSorted((a, b) => a - b),
        `page ${i + 1}`,
      ).toEqual([612, 792])
      expect(
        page.fonts.every(({ embedded }) => embedded),
        `page ${i + 1}`,
      ).toBe(true)
      expect(plain(page.text), `page ${i + 1}`).toContain(`Page ${i + 1} of ${pdf.pages.length}`)
      expect(plain(page.text)).toContain(`· case ${caseHash(document)} · seed ${document.risk.seed} ·`)
      expect(plain(page.text)).toContain(document.name)
      // The last page ends where the report does.
      expect(page.text.length, `page ${i + 1}`).toBeGreaterThan(i < pdf.pages.length - 1 ? 400 : 150)
    })
    expect(pdf.pages[0]!.width).toBe(612)
    const wide = pdf.pages.flatMap(({ width }, i) => (width === 792 ? [i] : []))
    expect(wide[0]).toBe(2)
    expect(wide).toEqual(wide.map((_, i) => 2 + i))
    expect(plain(pdf.pages[2]!.text)).toContain('The offers side by side')
    expect(plain(pdf.pages[2]!.text)).toContain('Hours worked until retirement')

    // Page one shows the answer with the figures of all paths in all views: the model's own.
    const first = plain(pdf.pages[0]!.text)
    // The printer waited for its chart.
    expect(first).toContain(`age ${outcome.shared('plan/age')[0]}`)
    expect(first).toContain('you retire')
    for (const path of outcome.paths) {
      const wealth = VIEWS.map((view) => usd(outcome.figure(path.id, view, 'wealthAtRetirementToday')))
      expect(first).toContain(`${path.name} ${wealth.join(' ')}`)
    }
    expect(first).toMatch(/wealthier at age/)
    expect(first).toContain(`Is the plan funded to age ${document.owner.horizonAge} without contingent payments?`)

    // Each offer with its note, its closing statement to the cent and its terms.
    for (const offer of document.offers) {
      expect(text).toContain(`${offer.buyer}:`)
      expect(text).toContain(plain(offer.note))
      for (const { label, amount } of closingOf(outcome, offer)?.lines ?? [])
        expect(text, `${offer.name}: ${label}`).toContain(
          `${label} ${amount < 0 ? '−' : ''}$${Math.abs(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`,
        )
    }
    expect(text).toContain('It is not tax, legal or investment advice')
  })

  test('in the dollars and with the parts that were chosen, and twice the same', { timeout: 120_000 }, async () => {
    const program = await openProgram(shellUnderTest)
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const id = await openSample(program, 'general-dentist')
    const { page } = program
    // A file that is canceled is not made, and the next one is.
    const job = crypto.randomUUID()
    const asked = program.call('workbook', { id, job })
    await expect
      .poll(() => program.call('cancelJob', { job }).then(() => Promise.race([asked, Promise.resolve('being made')])))
      .not.toBe('being made')
    expect(await asked).toMatchObject({ ok: false, error: { code: 'canceled' } })
    expect(await program.call('takeSnapshot', { id, revision: 0, name: 'Before the call' })).toMatchObject({ ok: true })
    await page.evaluate(() => (globalThis.location.hash = '#/'))
    await page.getByRole('heading', { name: 'Report', exact: true }).waitFor({ state: 'detached' })
    await page.evaluate((hash) => (globalThis.location.hash = hash), `#/case/${id}/report`)
    await page.getByRole('combobox', { name: 'Changes since a snapshot' }).click()
    await page.getByRole('option', { name: /^Before the call, / }).click()
    await page.getByRole('radio', { name: 'in future dollars' }).check()
    for (const part of ['Year by year', 'Assumptions']) await page.getByRole('checkbox', { name: part }).uncheck()
    const pdf = await printed(program)
    expect(pdf.outline.some(({ title }) => title === 'Year by year' || title === 'Assumptions')).toBe(false)
    expect(pdf.outline.some(({ title }) => title === 'Nothing has changed since “Before the call”')).toBe(true)
    const wealth = evaluateCase(document).figure('cedar', 'expected', 'wealthAtRetirement')
    expect(plain(pdf.pages[0]!.text)).toContain(usd(wealth))
    expect(await printed(program)).toEqual(pdf)
  })

  test('has what was typed a moment ago', { timeout: 120_000 }, async () => {
    const program = await openProgram(shellUnderTest)
    const id = await openSample(program, 'oral-surgeon')
    await program.page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/practice`), id)
    const name = program.page.getByLabel('Name of the practice').first()
    await name.fill('Harbour "Quote" \\ Dental')
    await name.press('Enter')
    await program.page.evaluate((id) => (globalThis.location.hash = `#/case/${id}/report`), id)
    await program.page.getByRole('button', { name: 'Save as PDF' }).waitFor()
    const pdf = await printed(program)
    expect(pdf.outline[0]!.title).toBe('Sell or stay: Harbour "Quote" \\ Dental')
  })
})
