import type { FileOut, PaperSize } from '../../shared/host'
import type { Done } from '../state/cases'
import { exported, working } from '../state/exports'
import { methodHtml } from '../../shared/present/method-html'
import { advisorText } from '../../shared/present/advisor-text'
import { csv } from '../../shared/present/data-table'
import { ledgerOf } from '../../shared/present/report/ledger'
import { ledgerTable } from '../../shared/present/report/ledger-table'
import { copyText, download, fileName } from '../charts/save'
import { day, usd, usdInWords } from '../format'
import { outcomeOf } from '../state/outcome'
import { useStore } from '../state/store'
import { valueOf } from './values'
import { addressOf, type ReportChoices } from './asked'

/** Saves the report as a PDF made by the host. @returns undefined if it was canceled */
export const savePdf = (choices: ReportChoices): Promise<Done<FileOut | undefined>> =>
  exported('report', (id, job) =>
    useStore.getState().host.call('reportPdf', { id, ...choices, parts: [...choices.parts], job }),
  )

/** Saves the case as a workbook with live formulas. @returns undefined if it was canceled */
export const saveWorkbook = (): Promise<Done<FileOut | undefined>> =>
  exported('workbook', (id, job) => useStore.getState().host.call('workbook', { id, job }))

/** Saves the method with the lines of this case as a PDF. @returns undefined if it was canceled */
export const saveMethodPdf = (paper: PaperSize): Promise<Done<FileOut | undefined>> =>
  exported('method', (id, job) => useStore.getState().host.call('methodPdf', { id, paper, job }))

/**
 * Saves a letter asking for other terms of an offer, or what each of them is worth, as a Word document.
 * @returns undefined if it was canceled
 */
export const saveCounterOffer = (
  offer: string,
  asks: readonly string[],
  what: 'letter' | 'worth',
): Promise<Done<FileOut | undefined>> =>
  exported(what, (id, job) => useStore.getState().host.call('counterOffer', { id, offer, asks: [...asks], what, job }))

/** The method in words and line by line as an HTML page, with the lines of this case. */
export function saveMethod(): void {
  const { document, capabilities } = useStore.getState()
  if (!document || !capabilities) return
  const about = { day: day(capabilities.today), version: capabilities.version }
  download('sell-or-stay-method.html', methodHtml(outcomeOf(document), about), 'text/html')
}

/** Every input of this case with its source and its usual range, as CSV. */
export function saveInputs(): void {
  const { document } = useStore.getState()
  if (!document) return
  const table = ledgerTable(ledgerOf(outcomeOf(document)), valueOf)
  download(fileName(`${document.name} inputs`, 'csv'), csv(table), 'text/csv;charset=utf-8')
}

/** Copies the answer, terms and questions as plain text. @returns whether it succeeded */
export function copyForAdvisor(): Promise<boolean> {
  const { document, dollars } = useStore.getState()
  if (!document) return Promise.resolve(false)
  return copyText(advisorText(outcomeOf(document), dollars, { inWords: usdInWords, exact: usd, term: valueOf }))
}

/** Polls until the report is ready: interval in milliseconds, and number of attempts. */
const STEP = 50
const STEPS = 6000

/**
 * Prints the same page through the browser's print dialog, in a window of its own, which canceling closes.
 * @returns whether the dialog was opened; false if it was canceled
 */
export const printHere = (choices: ReportChoices): Promise<Done<boolean>> =>
  working('print', async (id, canceled) => {
    const page = globalThis.open(`print.html${addressOf(id, choices)}`)
    if (!page)
      return {
        ok: false,
        message: 'The browser blocked the report’s window. Allow pop-ups for this page, then try again.',
      }
    for (let step = 0; step < STEPS && !page.closed; step++) {
      if (canceled.aborted) {
        page.close()
        return { ok: true, value: false }
      }
      // The page shows why, or the preview does.
      if (page.document.documentElement?.dataset['failed'] !== undefined) break
      if (page.location.hash !== '' && page.document.documentElement.dataset['ready'] === page.location.hash) {
        page.print()
        return { ok: true, value: true }
      }
      // Polling must be sequential.
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, STEP))
    }
    return { ok: false, message: 'The report could not be made. Check its preview, then try again.' }
  })
