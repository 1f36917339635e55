import type { Page } from 'playwright-core'

import { CASE_PAGES, hashOf, OTHER_PAGES } from '../../renderer/state/route'

/** The address of every page, those of a case for this one. */
export const addressesOf = (id: string): string[] => [...CASE_PAGES, ...OTHER_PAGES].map((page) => hashOf(page, id))

/** Navigates there as a link does, and waits for the page and for the preview of the report, if it is there. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (globalThis.location.hash = hash), address)
  await page.locator('main h1').first().waitFor()
  await previewDrawn(page)
}

export const previewDrawn = (page: Page): Promise<void> =>
  page.getByText('The preview is being drawn.').waitFor({ state: 'detached' })
