import { randomUUID } from 'node:crypto'

import { parseWholeCase } from '../../shared/case/problems'
import { caseSchema, type Case } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'
import { evaluateCase } from '../../shared/model'
import { calls, type CallName, type FileOut, type Results, type Settings } from '../../shared/host'
import { fitted } from '../../shared/text'
import type { z } from 'zod'
import { changedElsewhere, type Cases } from '../database/cases'
import type { SettingsStore } from '../database/settings'
import type { Snapshots } from '../database/snapshots'
import { CASE_FILE_ENDING, CASE_FILE_MIME, readCaseFile, sentenceFor, writeCaseFile } from '../documents/case-file'
import { fileName } from '../documents/file-name'
import { reportRoute } from '../documents/report'
import { WORKBOOK_ENDING, WORKBOOK_MIME, writeWorkbook } from '../documents/workbook'
import { Refused } from '../refused'
import type { Shell } from '../shell'

/** What a call is handed after its argument has been parsed. */
type Parsed<Name extends CallName> = z.output<(typeof calls)[Name]>
export type Handlers = {
  readonly [Name in CallName]: (argument: Parsed<Name>) => Results[Name] | Promise<Results[Name]>
}

export interface Services {
  readonly cases: Cases
  readonly snapshots: Snapshots
  readonly settings: SettingsStore
  readonly shell: Shell
  readonly folder: string
  readonly version: string
  readonly now: () => Date
}

const settingsSchema = calls.saveSettings.shape.settings
/** What another version has stored besides is passed over, not taken for damage. */
const storedSettings = settingsSchema.strip()
const SETTINGS = 'settings'

/** One handler a call, written once for all shells. Each comment says what the renderer may not do with it. */
export function handlersFor({ cases, snapshots, settings, shell, folder, version, now }: Services): Handlers {
  const instant = () => now().toISOString()
  const readSettings = (): Settings => settings.read(SETTINGS, storedSettings) ?? {}
  const add = (document: Case) => cases.create(randomUUID(), document, instant())

  /** Through the system's dialog where there is one, else back to the renderer as content. */
  const handOver = async (file: FileOut): Promise<FileOut> =>
    shell.files ? { ...file, content: '', savedTo: await shell.files.save(file) } : file

  return {
    /** The renderer learns where the data lie, to show it; it can neither choose the folder nor read in it. */
    capabilities: async () => ({
      shell: shell.kind,
      version,
      pdf: (await shell.printer()) ? 'host' : 'print-dialog',
      fileDialogs: shell.files !== undefined,
      dataFolder: folder,
      today: dayOf(now()),
    }),

    /** The renderer may not search or sort in the database; it gets the short form of all cases. */
    listCases: () => ({
      cases: cases.list(),
      samples: samples.map(({ name, title, summary }) => ({ name, title, summary })),
    }),

    /** The renderer may not choose the id of a case. */
    createCase: ({ name, sample }) => {
      const document = sample === undefined ? caseSchema.parse({}) : sampleNamed(sample)
      return add(name === undefined ? document : { ...document, name })
    },

    /** The renderer may not open a deleted case; it has to restore it first. */
    openCase: ({ id }) => cases.open(id),

    /** The renderer may not overwrite a revision that it has not seen, nor store what is no case. */
    saveCase: ({ id, revision, document }) => {
      const changedAt = instant()
      return { revision: cases.save(id, revision, checked(document), changedAt), changedAt }
    },

    /** The renderer may not say what the copy holds. */
    duplicateCase: ({ id }) => {
      const { document } = cases.open(id)
      const copy = add({ ...document, name: copyName(document.name), sample: false })
      return cases.summary(copy.id)
    },

    /** The renderer may not remove a case for good: it is kept aside, and the host's clock decides how long. */
    deleteCase: ({ id }) => {
      cases.delete(id, instant())
      return { id }
    },

    /** The renderer may not see what a deleted case holds before it is restored. */
    restoreCase: ({ id }) => {
      cases.restore(id)
      return cases.summary(id)
    },

    /** The renderer may not see the snapshots of a deleted case, nor those of all cases at once. */
    listSnapshots: ({ id }) => snapshots.list(cases.summary(id).id),

    /** The renderer may not say what a snapshot holds: it is the stored case, and only at the revision that was seen. */
    takeSnapshot: ({ id, revision, name }) => {
      const { document, revision: stored } = cases.open(id)
      if (stored !== revision) throw changedElsewhere()
      return snapshots.take({ id: randomUUID(), caseId: id, name, document }, instant())
    },

    /** The renderer may not put a snapshot in the place of the case: it gets the document and saves it like any other. */
    openSnapshot: ({ id, snapshot }) => snapshots.open(id, snapshot),

    /** The renderer may not delete a snapshot through another case than its own. */
    deleteSnapshot: ({ id, snapshot }) => {
      snapshots.delete(id, snapshot)
      return { id: snapshot }
    },

    /** The renderer may not name a path or a file: the name is made here, the place is chosen by the person. */
    exportCase: async ({ id }) => {
      const { document } = cases.open(id)
      return handOver({
        name: fileName(document.name, CASE_FILE_ENDING),
        mime: CASE_FILE_MIME,
        content: Buffer.from(writeCaseFile(document)).toString('base64'),
      })
    },

    /** The renderer may not overwrite a case with a file; what is imported is a new case. It hands over text, no path. */
    importCase: ({ text, name }) => cases.summary(add(readCaseFile(text, name)).id),

    /** The renderer may not name a path: the person chooses in the system's dialog. */
    chooseCaseFile: async () => {
      if (!shell.files)
        throw new Refused('unavailable', 'There is no file dialog here. Choose the file on the page with the cases.')
      const file = await shell.files.openCaseFile()
      return file && cases.summary(add(readCaseFile(file.text, file.name)).id)
    },

    /** The renderer may not name an address: only the report of a stored case is prepared. */
    prepareReport: async ({ report }) => {
      const printer = await shell.printer()
      printer?.prepare(report && reportRoute(report, cases.open(report.id).revision))
      return null
    },

    /** The renderer may not hand over HTML or an address to be printed: only the report of a stored case is. */
    reportPdf: async ({ id, dollars, parts }) => {
      const { document, revision } = cases.open(id)
      const printer = await shell.printer()
      if (!printer)
        throw new Refused('unavailable', 'No Chrome, Edge or Chromium was found to make a PDF. Use the print dialog.')
      const pdf = await printer.print(reportRoute({ id, dollars, parts }, revision))
      return handOver({
        name: fileName(`${document.name}, report ${dayOf(now())}`, '.pdf'),
        mime: 'application/pdf',
        content: Buffer.from(pdf).toString('base64'),
      })
    },

    /** The renderer may not hand over formulas or figures: the workbook is made of a stored case by the model itself. */
    workbook: async ({ id }) => {
      const { document } = cases.open(id)
      return handOver({
        name: fileName(`${document.name}, workbook ${dayOf(now())}`, WORKBOOK_ENDING),
        mime: WORKBOOK_MIME,
        content: (await writeWorkbook(evaluateCase(document))).toString('base64'),
      })
    },

    /** The renderer may not read what the shell remembers for itself, such as the place of the window. */
    getSettings: readSettings,

    /** The renderer may not store anything but the settings of the contract; what it leaves out stays. */
    saveSettings: ({ settings: changed }) => {
      const merged = { ...readSettings(), ...changed }
      settings.write(SETTINGS, settingsSchema, merged)
      return merged
    },
  }
}

function sampleNamed(name: string): Case {
  const sample = samples.find((one) => one.name === name)
  if (!sample)
    throw new Refused(
      'not-found',
      `There is no sample ${name}. The samples are ${samples.map((one) => one.name).join(', ')}.`,
    )
  return sample.document
}

/** All of its fields, none that is not known, and they hold together: as strictly as a file is read. */
function checked(document: unknown): Case {
  const read = parseWholeCase(document)
  if (!read.ok) throw new Refused('invalid', sentenceFor(read.problems), read.problems)
  return read.value
}

/** Names are at most 80 characters long. */
const copyName = (name: string) => `${fitted(name, 70)} (copy)`

/** The day where the person is, YYYY-MM-DD. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
