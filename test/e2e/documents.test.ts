// From documents to a comparison: a term sheet and the books are dropped on the start page, reviewed and accepted;
// every value then cites its source, in the report too, and one undo reverts an import.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'

import { faultsOf } from '../support/axe'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const corpus = (path: string) => fileURLToPath(new URL(`../fixtures/intake/corpus/${path}`, import.meta.url))
const LETTER = corpus('letters/l03-term-sheet-table.pdf')
const BOOKS = corpus('books/b01-qbo-year.csv')

/** Drops files as a file manager does. */
async function drop(page: Page, files: readonly { name: string; content: Buffer }[]): Promise<void> {
  await page.evaluate(
    (given) => {
      const data = new DataTransfer()
      for (const { name, content } of given)
        data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
    },
    files.map(({ name, content }) => ({ name, content: content.toString('base64') })),
  )
}
const file = (path: string, name = path.split('/').at(-1)!) => ({ name, content: readFileSync(path) })

/** What axe finds wrong in either theme. */
async function faultsInBoth(page: Page): Promise<string[]> {
  const light = await faultsOf(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await faultsOf(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark]
}

const idOf = (page: Page): string => /case\/([^/]+)/.exec(page.url())![1]!
async function stored(page: Page) {
  const answer = await program().call('openCase', { id: idOf(page) })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}

test(
  'a letter and the books become a comparison in which every value has its quote',
  { timeout: 180_000 },
  async () => {
    const page = await startAgain(program())
    let actions = 0
    const act = async (done: Promise<unknown>) => {
      actions += 1
      await done
    }
    // The year before, with the same accounts: it stands beside the later one.
    const before = Buffer.from(readFileSync(BOOKS, 'utf8').replaceAll('2025', '2024'))
    await act(drop(page, [file(LETTER), { name: 'year-before.csv', content: before }, file(BOOKS)]))
    await page.getByRole('heading', { name: 'What “l03-term-sheet-table.pdf” says' }).waitFor()

    // The words of a value are marked on the page beside it, and in its text.
    await page.getByRole('textbox', { name: 'EBITDA in the offer' }).focus()
    await page
      .getByRole('img', { name: /^Page 1, with these words marked: 6\.5x TTM Adjusted EBITDA of \$1,100,000/ })
      .waitFor()
    expect(await page.getByRole('region', { name: 'Pages of the document' }).locator('mark').count()).toBe(1)
    expect(await faultsInBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Text', exact: true }).click()
    const text = page.getByRole('region', { name: 'Text of the document' })
    await text.locator('mark', { hasText: '6.5x TTM Adjusted EBITDA of $1,100,000' }).waitFor()
    expect(await faultsInBoth(page)).toEqual([])

    await act(page.getByRole('button', { name: /^Take all \d+ that are certain$/ }).click())
    // One is corrected, one rejected, and one doubtful one decided.
    await act(page.getByRole('textbox', { name: 'Escrow: Released after' }).fill('18'))
    await act(page.getByRole('button', { name: 'Refuse: Specialty' }).click())
    await act(page.getByRole('button', { name: '$1,200 a day' }).click())
    await act(page.getByRole('button', { name: /^Import \d+ values$/ }).click())

    await page.getByRole('heading', { name: 'The books in “b01-qbo-year.csv”' }).waitFor()
    await page.getByText('The result equals the net income of the file').waitFor()
    await page.getByText('2025 (“b01-qbo-year.csv”): the latest full year: its amounts are imported').waitFor()
    await page.getByText('2024 (“year-before.csv”): for growth only').waitFor()
    await page.getByText(/^Collections went from .+ in 2024 to .+ in 2025/).waitFor()
    expect(await faultsInBoth(page)).toEqual([])
    await act(page.getByRole('textbox', { name: 'Of this, hygiene' }).fill('420k'))
    await act(page.getByRole('button', { name: 'Import the books' }).click())
    await page.getByRole('heading', { name: 'Your practice' }).waitFor()

    await expect.poll(async () => (await stored(page)).practice.hygieneCollections).toBe(420_000)
    const document = await stored(page)
    const offer = document.offers[0]!
    expect(offer).toMatchObject({
      structure: 'holdco',
      price: { multiple: 6.5, ebitda: 1_100_000 },
      components: [
        { kind: 'escrow', amount: 715_000, months: 18 },
        { kind: 'rolled', amount: 1_430_000 },
      ],
      job: { rate: 0.33, dailyGuarantee: 1200 },
    })
    expect(document.practice.specialty).toBe('general')
    expect(document.practice.ownerCollections).toBe(1_456_499)

    // All documents are stored.
    const kept = await program().call('listDocuments', { id: idOf(page) })
    expect(kept.ok && kept.value.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'b01-qbo-year.csv',
      'l03-term-sheet-table.pdf',
      'year-before.csv',
    ])

    // Why leads down to the words of the letter.
    const open = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()
    await act(open('You'))
    const type = async (label: string, text: string) => {
      const field = page.getByLabel(label, { exact: true }).first()
      await field.fill(text)
      await field.press('Enter')
    }
    await act(type('Date of birth', '5/1/1970'))
    await act(type('Spending now', '180k'))
    await act(open('Compare'))
    await page.getByRole('heading', { level: 1, name: /Fenwater/ }).waitFor()
    await open('Offers')
    const closing = page.getByRole('complementary')
    await closing
      .getByRole('button', { name: /7,150,000/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Multiple/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText('“6.5x TTM Adjusted EBITDA of $1,100,000 (September 2026)”').waitFor()
    await page.getByRole('dialog').getByText('l03-term-sheet-table.pdf, p. 1').waitFor()
    // And on to the stored document, at these words.
    await page.getByRole('dialog').getByRole('button', { name: 'Show it in the document' }).click()
    await page.getByRole('img', { name: /^Page 1, with these words marked: 6\.5x TTM/ }).waitFor()
    await page.getByRole('button', { name: 'Close without importing' }).click()

    // From the documents to the comparison: few enough actions for ten minutes, including reading the letter.
    expect(actions).toBe(12)

    // In the report too.
    const report = await program().made('reportPdf', { id: idOf(page), dollars: 'today' })
    const pdf = await getDocument({ data: new Uint8Array(report), verbosity: 0 }).promise
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, i) => (await (await pdf.getPage(i + 1)).getTextContent()).items),
    )
    const paper = pages
      .flat()
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replace(/\s+/g, ' ')
    expect(paper).toContain('l03-term-sheet-table.pdf, p. 1: “33% of collections on her own procedures')
    expect(paper).toMatch(/b01-qbo- ?year\.csv, B38: “Officer salary \$180,000\.00”/)
    expect(paper).toContain('non-compete of 3 years within 10 miles')

    // One undo reverts the books, another the letter.
    const undo = page.getByRole('region', { name: 'Case and view' }).getByRole('button', { name: 'Undo' })
    // The two answers about the owner were given after it.
    await undo.click()
    await undo.click()
    await undo.click()
    await expect.poll(async () => (await stored(page)).practice.costs).toEqual([])
    expect((await stored(page)).offers).toHaveLength(1)
    await undo.click()
    await expect.poll(async () => (await stored(page)).offers).toEqual([])
    expect((await stored(page)).quotes).toEqual({})
  },
)

test('what cannot be read ends in a sentence, and no case is made of it', { timeout: 120_000 }, async () => {
  const page = await startAgain(program())
  const before = await program().call('listCases', {})
  const letter = readFileSync(LETTER)
  await drop(page, [
    { name: 'empty.pdf', content: Buffer.alloc(0) },
    { name: 'cut.pdf', content: letter.subarray(0, 2000) },
    file(corpus('letters/s01-scanned.pdf')),
    file(corpus('letters/s02-encrypted.pdf')),
    { name: 'page.txt', content: Buffer.from('<!doctype html><script>globalThis.ran = true</script>') },
  ])
  await page.getByText('“empty.pdf”: The file is empty; nothing was read.').waitFor()
  await page.getByText('“s01-scanned.pdf”: The file holds only pictures of pages').waitFor()
  await page.getByText('“s02-encrypted.pdf”: The file is protected by a password').waitFor()
  await page.getByText('“cut.pdf”: The file is damaged or cut off').waitFor()
  await page.getByText('“page.txt”: The file is a web page').waitFor()
  const after = await program().call('listCases', {})
  expect(after.ok && after.value.cases.length).toBe(before.ok && before.value.cases.length)
})

test('pasted text is read, shown as text and nothing else', { timeout: 120_000 }, async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: 'New case' }).first().click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  await page.getByRole('button', { name: 'Read the books from a file' }).click()
  await page
    .getByRole('textbox', { name: 'Text of the letter' })
    .fill(
      'Dear Dr. Moss,\n\nNorthlake Dental Partners, LLC would pay a purchase price of $2,400,000 for 100% of the practice.\n\n<img src=x onerror="globalThis.ran = true"> The escrow is 10% of the purchase price for 12 months.',
    )
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.getByRole('textbox', { name: 'Price of the whole practice' }).waitFor()
  await page.getByText('<img src=x onerror=').first().waitFor()
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  expect(await page.locator('main img').count()).toBe(0)

  await page.getByRole('button', { name: /^Take all \d+ that are certain$/ }).click()
  await page.getByRole('button', { name: /^Import \d+ values$/ }).click()
  await page.getByRole('heading', { name: 'Offers' }).waitFor()
  expect((await stored(page)).offers).toHaveLength(1)

  // Another version of the letter: a new round of the same offer, beside the previous one.
  await page.getByRole('button', { name: 'Read a letter' }).click()
  await page
    .getByRole('textbox', { name: 'Text of the letter' })
    .fill(
      'Dear Dr. Moss,\n\nNorthlake Dental Partners, LLC would pay a purchase price of $2,600,000 for 100% of the practice.\n\nThe escrow is 10% of the purchase price for 12 months.',
    )
  await page.getByRole('button', { name: 'Read this text' }).click()
  await page.getByText('Now in the case: $2,400,000.').waitFor()
  await page.getByRole('button', { name: /^Take all \d+ that are certain$/ }).click()
  await page.getByRole('button', { name: 'Compare with the offer as it is now' }).click()
  await page
    .getByRole('row', {
      name: /^Northlake Dental Partners, LLC: price of the whole practice .*\$2,400,000 \$2,600,000 \$\d+,000 better/,
    })
    .waitFor()
  expect(await faultsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: /^Import \d+ values$/ }).click()
  await page.getByRole('heading', { name: 'Offers' }).waitFor()
  const { offers } = await stored(page)
  expect(offers).toMatchObject([{ price: { amount: 2_600_000 } }])
  const snapshots = await program().call('listSnapshots', { id: idOf(page) })
  expect(snapshots).toMatchObject({ ok: true, value: [{ name: 'Before “Pasted text.txt”' }] })
})

/** The profit and loss of a month of 2025, as QuickBooks Online exports it. */
function monthly(at: number): { name: string; content: Buffer } {
  const month = new Date(Date.UTC(2025, at)).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
  const lines = [
    'Profit and Loss',
    '"Larch Hill Family Dental, PLLC"',
    `"${month} 1-28, 2025"`,
    ',Total',
    'Income,',
    '   Patient fees,"120,000.25"',
    'Total for Income,"$120,000.25"',
    'Expenses,',
    '   Dr. Larch payroll,"12,500.00"',
    '   Wages - hygiene,"21,000.10"',
    '   Dental supplies,"7,000.00"',
    '   Rent,"8,000.00"',
    '   Sparkle and Shine LLC,"1,100.00"',
    // The boiler broke in July.
    ...(at === 6 ? ['   Plumbing repairs,"2,400.00"'] : []),
    `Total for Expenses,"$${at === 6 ? '52,000.10' : '49,600.10'}"`,
    `Net Income,"$${at === 6 ? '68,000.15' : '70,400.15'}"`,
  ]
  return { name: `P&L ${month}.csv`, content: Buffer.from(lines.join('\r\n')) }
}
const MONTHS = [...Array(12).keys()].map(monthly)

test(
  'twelve monthly profit and losses become a year, and an unclear account is confirmed as proposed',
  { timeout: 180_000 },
  async () => {
    const page = await startAgain(program())
    // Eleven are no year, and which one is missing is said.
    await drop(page, MONTHS.toSpliced(3, 1))
    await page.getByRole('heading', { name: 'The books in 11 files' }).waitFor()
    await page.getByText('April 2025 is missing.').waitFor()
    expect(await faultsInBoth(page)).toEqual([])
    await page.getByRole('button', { name: 'Import the books' }).click()
    await page.getByRole('alert').getByText('Say first whether these are the amounts of a whole year.').waitFor()
    expect((await stored(page)).practice.costs.some(({ label }) => label === 'Facility')).toBe(false)
    await page.getByRole('button', { name: 'Close without importing' }).click()

    await drop(page, MONTHS)
    await page.getByRole('heading', { name: 'The books in 12 files' }).waitFor()
    await page.getByText('12 files are added up: January 2025 – December 2025. Nothing is estimated.').waitFor()
    await page.getByText('The result equals the net income of the file').waitFor()
    await page.getByRole('button', { name: 'One account is unclear: say where it belongs' }).click()
    const goesTo = page.getByRole('combobox', { name: 'Sparkle and Shine LLC goes to' })
    await expect.poll(() => goesTo.evaluate((select) => select === document.activeElement)).toBe(true)
    // Its cell is marked in all twelve.
    const text = page.getByRole('region', { name: 'Text of the document' })
    await expect.poll(() => text.locator('mark').count()).toBe(12)
    expect(await faultsInBoth(page)).toEqual([])
    // No guess gets into the case unseen.
    await page.getByRole('button', { name: 'Import the books' }).click()
    await page
      .getByRole('alert')
      .getByText(/^“Sparkle and Shine LLC” is unclear\./)
      .waitFor()
    // Without the owner's pay, the page says what that does to EBITDA.
    const payroll = page.getByRole('combobox', { name: 'Dr. Larch payroll goes to' })
    await payroll.selectOption('staff')
    await page.getByText(/^No account goes to owner’s pay\./).waitFor()
    await payroll.selectOption('ownersPay')
    await page.getByRole('button', { name: 'Sparkle and Shine LLC: Other costs is right' }).click()
    await expect.poll(() => page.getByRole('button', { name: /unclear/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Import the books' }).click()
    await page.getByRole('heading', { name: 'Your practice' }).waitFor()

    await expect.poll(async () => (await stored(page)).practice.ownerCollections).toBe(1_440_003)
    const saved = await stored(page)
    const cost = (label: string) => saved.practice.costs.find((one) => one.label === label)!
    expect(cost('Facility').amount).toBe(98_400)
    expect(cost('Other costs').amount).toBe(13_200)
    expect(saved.practice.books).toMatchObject({ ownersPay: 150_000, reportedEbitda: 842_401.8 })
    expect(saved.quotes[`practice/costs/${cost('Facility').id}/amount`]).toMatchObject({
      document: 'P&L December.csv',
      place: expect.stringMatching(/^B12 P&L January\.csv!B12 P&L February\.csv!B12 .*…$/),
    })
    const kept = await program().call('listDocuments', { id: idOf(page) })
    expect(kept.ok && kept.value).toHaveLength(12)

    // What was confirmed is known from then on.
    await page.getByRole('button', { name: 'Read the books from a file' }).click()
    await drop(page, MONTHS)
    await page.getByRole('heading', { name: 'The books in 12 files' }).waitFor()
    expect(await page.getByRole('button', { name: /unclear/ }).count()).toBe(0)
  },
)
