import type { PaperSize, ReportAsked } from '../../shared/host'
import { Refused } from '../refused'

/** The built page that a shell prints. Without a case in its address it waits for one. */
export const REPORT_PAGE = 'print.html'

/**
 * The address of a report, relative to the built pages. When the report is complete, the page sets
 * `document.documentElement.dataset.ready` to its address. A new revision has a new address, so a prepared report never
 * passes for that of a changed case. @param contents 'none' where their pages cannot be filled in, or are too few
 */
export const reportRoute = (
  { id, dollars, parts, reader, paper, names, since }: ReportAsked,
  revision: number,
  contents?: 'none',
): string => {
  const asked = { dollars, parts: parts?.join(','), reader, paper, names, since, revision, contents }
  const given = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return `${REPORT_PAGE}#${id}?${given.join('&')}`
}

/** The address of the published method with the lines of a case, in the same form. */
export const methodRoute = (id: string, paper: PaperSize, revision: number): string =>
  `${REPORT_PAGE}#${id}?print=method&paper=${paper}&revision=${revision}`

/**
 * Runs in the page: null once it shows the report its address names, a sentence once it says that it cannot. A page that is
 * still starting has no root.
 */
export const REPORT_READY = `new Promise((resolve) => {
  const look = () => {
    const { ready, failed } = document.documentElement?.dataset ?? {}
    if (ready === location.hash) resolve(null)
    else if (failed !== undefined) resolve(failed)
    else setTimeout(look, 10)
  }
  look()
})`

/** Tags and outline go together: an outline alone is omitted. Paper size and margins come from the page. */
export const PAPER = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/**
 * How long to wait for a report. A page that fails says so at once, so this only ends the wait for one that hangs: a busy
 * machine may take many times the second or two of an idle one.
 */
const PATIENCE = 5 * 60_000

/**
 * @param looked what REPORT_READY finds
 * @throws Refused if the page is not ready in time, or says that it cannot show the report
 */
export async function inTime(looked: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const words = 'The report was not ready in time, so no PDF was made. Look at its preview, then try again.'
    late.reject(new Refused('internal', words))
  }, PATIENCE)
  try {
    const failed = await Promise.race([looked, late.promise])
    if (typeof failed === 'string')
      throw new Refused('internal', `The report could not be made (${failed}). Look at its preview, then try again.`)
  } finally {
    clearTimeout(timer)
  }
}

export interface Printer {
  /**
   * The page at a renderer route as a tagged PDF with an outline.
   * @param canceled ends the printing and closes its page
   * @throws Refused 'unavailable', or 'canceled'
   */
  print(route: string, canceled?: AbortSignal): Promise<Uint8Array>
  /** Does slow work ahead of the first report; its errors are reported when one is printed. */
  prepare(route?: string): void
  close(): Promise<void>
}
