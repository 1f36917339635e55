import type { ReportAsked } from '../../shared/host'

/** The built page that a shell prints. Without a case in its address it stands by until it is given one. */
export const REPORT_PAGE = 'print.html'

/**
 * The address of a report behind that of the built pages. When everything on it stands, the page says for which address,
 * in `document.documentElement.dataset.ready`. With another revision it is another address: a report that was prepared
 * is not the report of a case that was changed since.
 */
export const reportRoute = ({ id, dollars, parts }: ReportAsked, revision: number): string =>
  `${REPORT_PAGE}#${id}?dollars=${dollars}${parts ? `&parts=${parts.join(',')}` : ''}&revision=${revision}`

/** Time after which a report that is not ready is given up. */
export const REPORT_PATIENCE = 20_000

export interface Printer {
  /** The page at a route of the renderer as a tagged PDF with an outline. @throws Refused 'unavailable' */
  print(route: string): Promise<Uint8Array>
  /** What takes time before the first report is done ahead of it; what goes wrong is said when one is printed. */
  prepare(route?: string): void
  close(): Promise<void>
}
