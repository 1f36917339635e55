// The main job on every shell: a case typed in by hand, compared, its report saved; then the process is killed.
import { describe, expect, test } from 'vitest'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page } from 'playwright-core'

import { evaluateCase } from '../../shared/model'
import { missing, openProgram, shells } from '../support/program'

/** Types into the field with this label and commits with Enter, as a user does. */
async function enter(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.fill(text)
  await field.press('Enter')
}

/** The text of a PDF, all pages. */
async function textOf(content: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise
  const pages = Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent())
  return (await Promise.all(pages))
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
}

const open = (page: Page, step: string) =>
  page.getByRole('navigation').getByRole('link', { name: step }).first().click()

describe.each(shells)('the main job in %s', (shell) => {
  const why = missing(shell)
  test.skipIf(why !== undefined)(
    `enter, compare, hand over, pull the plug${why ? ` (skipped: ${why})` : ''}`,
    { timeout: 120_000 },
    async () => {
      const program = await openProgram(shell)
      await program.page.getByRole('button', { name: 'New case' }).first().click()
      await enter(program.page, 'Your own collections', '1.1m')
      await enter(program.page, 'Hygiene collections', '=20*12*1000')
      await program.page.getByRole('button', { name: 'Start with the usual eight lines, all at zero' }).click()
      await enter(program.page, 'Amount, Staff', '520k')
      await open(program.page, 'You')
      await enter(program.page, 'Date of birth', '5/1/1970')
      await enter(program.page, 'Spending now', '180k')
      await open(program.page, 'Offers')
      await program.page
        .getByRole('button', { name: /^Full sale/i })
        .first()
        .click()
      await enter(program.page, 'Name of the offer', 'Harbor Dental')
      await enter(program.page, 'Multiple', '6.5')
      await enter(program.page, 'Your pay', '28')
      await expect.poll(() => program.page.getByText('all changes saved').count()).toBeGreaterThan(0)

      const list = await program.call('listCases', {})
      if (!list.ok) throw new Error(list.error.message)
      const { id } = list.value.cases[0]!
      const stored = async () => {
        const answer = await program.call('openCase', { id })
        if (!answer.ok) throw new Error(answer.error.message)
        return answer.value.document
      }
      const document = await stored()
      expect(document.practice).toMatchObject({ ownerCollections: 1_100_000, hygieneCollections: 240_000 })
      expect(document.offers[0]).toMatchObject({ name: 'Harbor Dental', price: { multiple: 6.5 } })

      // The comparison shows the model's own figure.
      await open(program.page, 'Compare')
      const pocket = evaluateCase(document).figure(document.offers[0]!.id, 'expected', 'inPocketAtCloseToday')!
      const shown = `${pocket < 0 ? '−' : ''}$${Math.abs(Math.round(pocket)).toLocaleString('en-US')}`
      await expect.poll(() => program.page.getByText(shown).count(), { timeout: 15_000 }).toBeGreaterThan(0)

      await open(program.page, 'Report')
      const save = program.page.getByRole('button', { name: 'Save as PDF' })
      await save.waitFor()
      const { content } = await program.fileFrom(() => save.click())
      expect(await textOf(content)).toContain('Harbor Dental')

      await program.kill()
      await program.restart()
      expect(await stored()).toEqual(document)
    },
  )
})
