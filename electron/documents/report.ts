import type { Argument } from '../../shared/host'

/** The built page that a shell prints. Without a case in its address it stands by until it is given one. */
export const REPORT_PAGE = 'print.html'

/**
 * The address of a report behind that of the built pages. The page sets `document.documentElement.dataset.ready = 'true'`
 * when everything on it stands.
 */
export const reportRoute = ({ id, dollars, parts }: Argument<'reportPdf'>): string =>
  `${REPORT_PAGE}#${id}?dollars=${dollars}${parts ? `&parts=${parts.join(',')}` : ''}`

/** Time after which a report that is not ready is given up. */
export const REPORT_PATIENCE = 20_000

export interface Printer {
  /** The page at a route of the renderer as a tagged PDF with an outline. @throws Refused 'unavailable' */
  print(route: string): Promise<Uint8Array>
  /** What takes time before the first report is done ahead of it; what goes wrong is said when one is printed. */
  prepare(): void
  close(): Promise<void>
}
