import type { Browser, Page } from 'playwright-core'

import { REPORT_PAGE, REPORT_PATIENCE, type Printer } from '../documents/report'
import { Refused, reasonOf } from '../refused'

/** A report within this time after the last one, or after it was prepared, need not wait for a browser to start. */
const KEPT_WARM = 3 * 60_000

/**
 * Prints with a headless browser of its own, reached over a pipe: the person's window never has a debugging port, which
 * every process on the machine could use.
 * @param invite gives the address of a page that lets a browser in, once
 */
export function headlessPrinter(executablePath: string, invite: (page: string) => string): Printer {
  let browser: Promise<Browser> | undefined
  /** A page that has loaded all but the case. */
  let standing: Promise<Page> | undefined
  let idle: NodeJS.Timeout | undefined
  let printing = 0

  const start = async (): Promise<Browser> => {
    const { chromium } = await import('playwright-core')
    // With its sandbox on, Chromium does not run as root. If a person's sandbox fails, the print dialog is there; it is
    // never switched off for a person.
    return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
  }

  const close = async () => {
    clearTimeout(idle)
    const last = browser
    browser = undefined
    standing = undefined
    await last?.then((one) => one.close()).catch(() => undefined)
  }

  const running = async (): Promise<Browser> => {
    const last = await browser?.catch(() => undefined)
    if (!last?.isConnected()) browser = start()
    return browser!
  }

  const open = async (): Promise<Page> => {
    const context = await (await running()).newContext()
    const page = await context.newPage()
    await page.goto(invite(REPORT_PAGE))
    return page
  }

  /** The page that stands by, or where there is none, or its browser has gone, a new one. */
  const take = async (): Promise<Page> => {
    const prepared = standing
    standing = undefined
    const page = await prepared?.catch(() => undefined)
    return page && !page.isClosed() ? page : open()
  }

  const rest = () => {
    clearTimeout(idle)
    idle = setTimeout(() => void close(), KEPT_WARM).unref()
  }

  const prepare = () => {
    standing ??= open()
    standing.catch(() => undefined)
    rest()
  }

  return {
    prepare,
    async print(route) {
      clearTimeout(idle)
      printing++
      try {
        const page = await take()
        try {
          return await printed(page, route)
        } finally {
          await page.context().close()
        }
      } catch (error) {
        if (error instanceof Refused) throw error
        throw new Refused(
          'unavailable',
          `The PDF could not be made with ${executablePath} (${firstLine(error)}). Use the print dialog instead.`,
        )
      } finally {
        printing--
        if (printing === 0) rest()
      }
    },
    close,
  }
}

async function printed(page: Page, route: string): Promise<Uint8Array> {
  // The same page, so only what stands behind the # changes: nothing is loaded again.
  await page.goto(new URL(`/${route}`, page.url()).href)
  await page
    // A selector, not an expression: the content policy lets nothing be evaluated in the page.
    .waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: REPORT_PATIENCE })
    .catch(() => {
      throw new Refused(
        'internal',
        'The report was not ready in time, so no PDF was made. Look at its preview, then try again.',
      )
    })
  // Tagged and outline belong together: an outline alone is left out. Paper size and margins are the page's own.
  return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}

/** Playwright adds what the browser said, in many lines. */
const firstLine = (error: unknown) => reasonOf(error instanceof Error ? new Error(error.message.split('\n')[0]) : error)
