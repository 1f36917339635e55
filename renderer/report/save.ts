import type { FileOut } from '../../shared/host'
import type { Done } from '../state/cases'
import { handOver } from '../state/files'
import { methodHtml } from '../../shared/present/method-html'
import { advisorText } from '../../shared/present/advisor-text'
import { copyText, download } from '../charts/save'
import { day, usd, usdInWords } from '../format'
import { outcomeOf } from '../state/outcome'
import { useStore } from '../state/store'
import { valueOf } from './values'
import { addressOf, type ReportChoices } from './asked'

/** The last entry must be on disk: the report is made from there. */
async function saved(): Promise<Done<string>> {
  await useStore.getState().retry()
  const { caseId, refusal } = useStore.getState()
  if (refusal || !caseId) return { ok: false, message: refusal?.message ?? 'There is no open case.' }
  return { ok: true, value: caseId }
}

/** Saves the report as a PDF made by the host. */
export async function savePdf(choices: ReportChoices): Promise<Done<FileOut | undefined>> {
  const ready = await saved()
  if (!ready.ok) return ready
  const answer = await useStore
    .getState()
    .host.call('reportPdf', { id: ready.value, ...choices, parts: [...choices.parts] })
  if (!answer.ok) return { ok: false, message: answer.error.message }
  handOver(answer.value)
  return answer
}

/** Saves the case as a workbook with live formulas. */
export async function saveWorkbook(): Promise<Done<FileOut | undefined>> {
  const ready = await saved()
  if (!ready.ok) return ready
  const answer = await useStore.getState().host.call('workbook', { id: ready.value })
  if (!answer.ok) return { ok: false, message: answer.error.message }
  handOver(answer.value)
  return answer
}

/** Saves a letter asking for other terms of an offer, or what each of them is worth, as a Word document. */
export async function saveCounterOffer(
  offer: string,
  asks: readonly string[],
  what: 'letter' | 'worth',
): Promise<Done<FileOut | undefined>> {
  const ready = await saved()
  if (!ready.ok) return ready
  const answer = await useStore.getState().host.call('counterOffer', { id: ready.value, offer, asks: [...asks], what })
  if (!answer.ok) return { ok: false, message: answer.error.message }
  handOver(answer.value)
  return answer
}

/** The method in words and line by line as an HTML page, with the lines of this case. */
export function saveMethod(): void {
  const { document, capabilities } = useStore.getState()
  if (!document || !capabilities) return
  const about = { day: day(capabilities.today), version: capabilities.version }
  download('sell-or-stay-method.html', methodHtml(outcomeOf(document), about), 'text/html')
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

/** Prints the same page through the browser's print dialog, in a window of its own. */
export async function printHere(choices: ReportChoices): Promise<Done<undefined>> {
  const ready = await saved()
  if (!ready.ok) return ready
  const page = globalThis.open(`print.html${addressOf(ready.value, choices)}`)
  if (!page)
    return {
      ok: false,
      message: 'The browser blocked the report’s window. Allow pop-ups for this page, then try again.',
    }
  for (let step = 0; step < STEPS && !page.closed; step++) {
    // The page shows why, or the preview does.
    if (page.document.documentElement?.dataset['failed'] !== undefined) break
    if (page.location.hash !== '' && page.document.documentElement.dataset['ready'] === page.location.hash) {
      page.print()
      return { ok: true, value: undefined }
    }
    // Polling must be sequential.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, STEP))
  }
  return { ok: false, message: 'The report could not be made. Check its preview, then try again.' }
}
