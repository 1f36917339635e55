import type { ReportAsked } from '../../shared/host'
import { Refused } from '../refused'

/** The built page that a shell prints. Without a case in its address it stands by until it is given one. */
export const REPORT_PAGE = 'print.html'

/**
 * The address of a report behind that of the built pages. When everything on it stands, the page says for which address,
 * in `document.documentElement.dataset.ready`. With another revision it is another address: a report that was prepared
 * is not the report of a case that was changed since.
 */
export const reportRoute = ({ id, dollars, parts, reader, paper, names }: ReportAsked, revision: number): string => {
  const asked = { dollars, parts: parts?.join(','), reader, paper, names, revision }
  const given = Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
  return `${REPORT_PAGE}#${id}?${given.join('&')}`
}

/** Runs in the page; comes true when it shows the report that its address names. A page that begins has no root yet. */
export const REPORT_READY = `new Promise((resolve) => {
  const look = () => document.documentElement?.dataset.ready === location.hash ? resolve(true) : setTimeout(look, 10)
  look()
})`

/** Tagged and outline belong together: an outline alone is left out. Paper size and margins are the page's own. */
export const PAPER = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

/** Time after which a report that is not ready is given up. */
const PATIENCE = 20_000

/** @throws Refused if the page is not ready in time */
export async function inTime<Ready>(ready: Promise<Ready>): Promise<Ready> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    const words = 'The report was not ready in time, so no PDF was made. Look at its preview, then try again.'
    late.reject(new Refused('internal', words))
  }, PATIENCE)
  try {
    return await Promise.race([ready, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

export interface Printer {
  /** The page at a route of the renderer as a tagged PDF with an outline. @throws Refused 'unavailable' */
  print(route: string): Promise<Uint8Array>
  /** What takes time before the first report is done ahead of it; what goes wrong is said when one is printed. */
  prepare(route?: string): void
  close(): Promise<void>
}
