// Snapshots of a case: what has changed since, going back as one undo step, and a killed process.
import { expect, test } from 'vitest'

import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { usd } from '../../renderer/format'
import { sharedProgram, startAgain } from '../support/program'

const program = sharedProgram()
const sample = samples.find(({ name }) => name === 'general-dentist')!.document

test('a state is kept, compared with now, restored, and survives a kill', { timeout: 120_000 }, async () => {
  const page = await startAgain(program())
  await page.getByRole('button', { name: /Open this sample General dentist/ }).click()
  await page.getByRole('heading', { name: 'Your practice' }).waitFor()
  const open = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click()

  await open('Snapshots')
  await page.getByLabel('Snapshot name').fill('Before the call')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Nothing has changed since “Before the call”' }).waitFor()

  await open('Practice')
  const field = page.getByLabel('Your own collections', { exact: true })
  await field.fill('1m')
  await field.press('Enter')
  await open('Offers')
  await page.getByRole('button', { name: 'Remove this offer' }).click()

  await open('Partner')
  const parts = page.getByRole('list', { name: 'Parts of this page' })
  await parts.getByRole('button', { name: 'Journal' }).click()
  await page.getByLabel('Reason').fill('They will not move.')
  await page.getByRole('button', { name: 'Add to the journal' }).click()

  await open('Snapshots')
  await page.getByRole('button', { name: 'Compare with now: Before the call' }).click()
  await page.getByRole('heading', { name: '2 inputs have changed since “Before the call”' }).waitFor()
  const row = page.getByRole('row', { name: /^Your own collections/ })
  expect(await row.getByRole('cell').allTextContents()).toEqual(['$900,000 a year', '$1,000,000 a year'])
  await page.getByRole('row', { name: 'Offer Harbor present removed' }).waitFor()
  expect(await page.getByRole('region', { name: 'Figures of Harbor', exact: true }).textContent()).toContain(
    'This path has been removed.',
  )

  // Figures of both states are the model's own.
  const then = evaluateCase(sample).figure('keep', 'expected', 'wealthAtRetirementToday')
  const moved = page.getByRole('region', { name: 'Figures of Keep the practice', exact: true })
  const wealth = moved.getByRole('row', { name: /^Wealth at retirement/ }).getByRole('cell')
  expect(await wealth.nth(1).textContent()).toMatch(
    new RegExp(`was ${usd(then).replaceAll('$', '\\$')}, ▲ \\$[\\d,]+ more$`),
  )

  const { id } = (await listed()).cases[0]!
  await program().kill()
  await program().restart()
  const kept = await program().call('listSnapshots', { id })
  expect(kept).toMatchObject({ ok: true, value: [{ name: 'Before the call' }] })

  const again = program().page
  await again.evaluate((id) => (globalThis.location.hash = `#/case/${id}/snapshots`), id)
  await again.getByRole('button', { name: 'Go back to: Before the call' }).click()
  const says = 'The case is as it was in “Before the call”. Your decision journal keeps what you have written since.'
  await again.getByText(says).waitFor()
  const journal = [...sample.partner.journal, expect.objectContaining({ reason: 'They will not move.' })]
  await expect.poll(() => document(id)).toEqual({ ...sample, partner: { ...sample.partner, journal } })
  await again.getByRole('region', { name: 'Case and view' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await document(id)).practice.ownerCollections).toBe(1_000_000)
  expect((await document(id)).offers).toHaveLength(sample.offers.length - 1)
  expect((await document(id)).partner.journal).toEqual(journal)

  await again.getByRole('button', { name: 'Delete: Before the call' }).click()
  await again.getByRole('button', { name: 'Delete permanently' }).click()
  await again.getByText('No snapshots yet.').waitFor()
})

async function listed() {
  const answer = await program().call('listCases', {})
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

async function document(id: string) {
  const answer = await program().call('openCase', { id })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.document
}
