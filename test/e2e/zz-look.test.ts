import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import type { Page } from 'playwright-core'
import { sharedProgram, startAgain } from '../support/program'
const program = sharedProgram()
async function drop(page: Page, files: readonly string[]) {
  await page.evaluate((given) => {
    const data = new DataTransfer()
    for (const { name, content } of given)
      data.items.add(new File([Uint8Array.from(atob(content), (l) => l.charCodeAt(0))], name))
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
  }, files.map((f) => ({ name: f.split('/').at(-1)!, content: readFileSync(f).toString('base64') })))
}
test('look', { timeout: 120000 }, async () => {
  for (const [at, files] of [
    ['/tmp/wt/books/test/fixtures/intake/own/books/ba4-messy-sheet.xlsx'],
    ['/tmp/wt/books/test/fixtures/intake/own/books/bc2-qbo-by-class.xlsx'],
    ['/tmp/bw/d/y0.csv', '/tmp/bw/d/y1.csv', '/tmp/bw/d/y2.csv'],
  ].entries()) {
    const page = await startAgain(program())
    await page.setViewportSize({ width: 1280, height: 800 })
    await drop(page, files)
    await page.getByRole('heading', { name: /^The books in/ }).waitFor()
    await page.screenshot({ path: `/tmp/bw/s${at}-light.png`, fullPage: true })
    if (at === 1) { await page.emulateMedia({ colorScheme: 'dark' }); await page.screenshot({ path: `/tmp/bw/s${at}-dark.png`, fullPage: true }); await page.emulateMedia({ colorScheme: 'light' }) }
  }
})
