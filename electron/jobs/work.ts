import type { Case } from '../../shared/case/schema'
import type { Refusal, SampleChart } from '../../shared/host'
import type { Analyst } from '../../shared/present/report/analyses'
import type { AnalysesAsked } from '../../shared/present/report/analyzed'
import { backUpOnline, inspectBackups } from '../database/backups'
import { databasePath } from '../database/paths'
import type { backupsOfCases } from '../database/restore-case'
import type { Backup } from '../database/retention'
import { packedPdf, type PdfAbout } from '../documents/packed-pdf'

/** Made with the first report. The next one, of a case edited since or of the same shape, finds its models and programs. */
let analyst: Analyst | undefined

/** The longer work itself, in whichever thread. The model is loaded only with work that needs it. */
export const work = {
  // Encoded as base64 here, so that the thread that handles edits does not spend milliseconds on it.
  workbook: async (document: Case, now: string): Promise<string> => {
    const [{ evaluateCase }, { writeWorkbook }] = await Promise.all([
      import('../../shared/model'),
      import('../documents/workbook'),
    ])
    return (await writeWorkbook(evaluateCase(document), new Date(now))).toString('base64')
  },
  counterOffer: async (
    document: Case,
    offer: string,
    asks: readonly string[],
    what: 'letter' | 'worth',
    today: string,
  ): Promise<string> => {
    // The Word library is loaded with the first letter.
    const { writeCounterOffer, writeWorth } = await import('../documents/counter-offer')
    const made = what === 'letter' ? writeCounterOffer(document, offer, asks, today) : writeWorth(document, offer, asks)
    return (await made).toString('base64')
  },
  /** As `written`. */
  reportAnalyses: async (document: Case, asked: AnalysesAsked): Promise<string> => {
    const { Analyst, written } = await import('../../shared/present/report/analyses')
    analyst ??= new Analyst()
    return written(analyst.analyses(document, asked))
  },
  /** Loads the model ahead of them. */
  prepareAnalyses: async (): Promise<void> => void (await import('../../shared/present/report/analyses')),
  packPdf: async (pdf: Uint8Array, about: PdfAbout): Promise<string> =>
    Buffer.from(await packedPdf(pdf, about)).toString('base64'),
  backUp: (folder: string, reason: Backup['reason'], now: string) =>
    backUpOnline(databasePath(folder), folder, reason, now),
  inspectBackups,
  backupsOfCases: async (...given: Parameters<typeof backupsOfCases>) => {
    const [{ backupsOfCases }, { loadSchema }] = await Promise.all([
      import('../database/restore-case'),
      import('../database/schema'),
    ])
    await loadSchema()
    return backupsOfCases(...given)
  },
  sampleCharts: async (): Promise<SampleChart[]> => (await import('../../shared/present/sample-charts')).sampleCharts(),
} as const

export type Work = typeof work
export type WorkName = keyof Work

export interface Asked {
  readonly number: number
  readonly name: WorkName
  readonly args: readonly unknown[]
}

export type Answer = { readonly number: number } & (
  | { readonly ok: true; readonly value: unknown; readonly error?: undefined }
  | {
      readonly ok: false
      readonly value?: undefined
      readonly error: { readonly message: string; readonly refused: Refusal['code'] | undefined }
    }
)
