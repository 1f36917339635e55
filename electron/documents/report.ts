import type { Argument } from '../../shared/host'

/**
 * The report is a page of the renderer like any other; a shell prints it. The page sets
 * `document.documentElement.dataset.ready = 'true'` when everything on it stands.
 */
export const reportRoute = ({ id, dollars, parts }: Argument<'reportPdf'>): string =>
  `#/print/${id}?dollars=${dollars}${parts ? `&parts=${parts.join(',')}` : ''}`

/** Time after which a report that is not ready is given up. */
export const REPORT_PATIENCE = 20_000

export interface Printer {
  /** The page at a route of the renderer as a tagged PDF with an outline. @throws Refused 'unavailable' */
  print(route: string): Promise<Uint8Array>
  close(): Promise<void>
}
