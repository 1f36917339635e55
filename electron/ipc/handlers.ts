import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'

import { parseWholeCase } from '../../shared/case/problems'
import { caseSchema, type Case } from '../../shared/case/schema'
import { samples } from '../../shared/case/samples'
import {
  calls,
  type CallName,
  type DamagedCase,
  type FileOut,
  type Reading,
  type Results,
  type SampleChart,
  type Settings,
} from '../../shared/host'
import { withInitials } from '../../shared/present/report/initials'
import { METHOD_TITLE, reportTitle } from '../../shared/present/report/title'
import { clipped, fitted } from '../../shared/text'
import type { z } from 'zod'
import { cancelable } from '../canceled'
import { changedElsewhere, serialized } from '../database/cases'
import type { Data } from '../database/data'
import type { Keeper } from '../database/keeper'
import { restoreCase } from '../database/restore-case'
import { CASE_FILE_ENDING, CASE_FILE_MIME, readCaseFile, sentenceFor, writeCaseFile } from '../documents/case-file'
import { attachedIn, type Attached } from '../documents/attached'
import { caseHash } from '../documents/case-hash'
import { fileName } from '../documents/file-name'
import { protect, unprotected } from '../documents/protected'
import { LETTER_ENDING, LETTER_MIME } from '../documents/letter-file'
import { isShort } from '../documents/pdf-contents'
import { methodRoute, reportRoute } from '../documents/report'
import { analysesAhead, askedIn } from '../documents/analyses'
import { WORKBOOK_ENDING, WORKBOOK_MIME } from '../documents/workbook-file'
import { Unreadable } from '../intake/unreadable'
import type { Jobs } from '../jobs/jobs'
import { Refused } from '../refused'
import type { Shell } from '../shell'

/** What a handler receives once its argument is parsed. */
type Parsed<Name extends CallName> = z.output<(typeof calls)[Name]>
export type Handlers = {
  readonly [Name in CallName]: (argument: Parsed<Name>) => Results[Name] | Promise<Results[Name]>
}

export interface Services {
  readonly keeper: Keeper
  readonly jobs: Jobs
  readonly shell: Shell
  readonly folder: string
  readonly version: string
  /** The page with newer versions; undefined in a copy that was not built for release. */
  readonly releases?: string | undefined
  readonly now: () => Date
  /** What the person should know about the data folder. */
  readonly notice?: string | undefined
}

const settingsSchema = calls.saveSettings.shape.settings
/** Settings that only another version knows are ignored, not treated as damage. */
const storedSettings = settingsSchema.strip()
const SETTINGS = 'settings'
const PDF_MIME = 'application/pdf'

/** One handler a call, written once for all shells. Each comment says what the renderer may not do with it. */
export function handlersFor({ keeper, jobs, shell, folder, version, releases, now, notice }: Services): Handlers {
  const instant = () => now().toISOString()
  const { data } = keeper
  const write = <T>(edit: () => T): Promise<T> => data().write(edit)
  const readSettings = (): Settings => data().settings.read(SETTINGS, storedSettings) ?? {}
  const add = (document: Case) => write(() => data().cases.create(randomUUID(), document, instant()))

  /** Where files were saved in this run, with whether the program opens them. */
  const saved = new Map<string, boolean>()
  /**
   * Through the system's dialog where there is one; otherwise returned to the renderer as content.
   * @param opens whether it may be opened: a file that the program has made, in a form that runs nothing
   */
  const handOver = async (file: FileOut, opens = false): Promise<FileOut> => {
    if (!shell.files) return file
    const savedTo = await shell.files.save(file)
    if (savedTo !== null) saved.set(savedTo, opens)
    return { ...file, content: '', savedTo, ...(opens && { opens }) }
  }
  /** @throws Refused */
  const savedFile = (path: string, toOpen: boolean) => {
    const opens = saved.get(path)
    if (!shell.savedFiles || opens === undefined || (toOpen && !opens))
      throw new Refused('not-found', 'This file cannot be opened from here. Open it from its folder.')
    if (!existsSync(path)) throw new Refused('not-found', `${path} is no longer there. Save the file again.`)
    return shell.savedFiles
  }

  const exports = cancelable()
  const creator = `Sell or Stay ${version}`
  const printerHere = async () => {
    const printer = await shell.printer()
    if (printer) return printer
    throw new Refused('unavailable', 'No Chrome, Edge or Chromium was found to make a PDF. Use the print dialog.')
  }

  const analyses = analysesAhead(jobs.reportAnalyses)
  let charts: Promise<SampleChart[]> | undefined

  return {
    /** The renderer learns where the data are, for display; it can neither choose the folder nor read it. */
    capabilities: async () => ({
      shell: shell.kind,
      version,
      pdf: (await shell.printer()) ? 'host' : 'print-dialog',
      fileDialogs: shell.files !== undefined,
      showsFolder: shell.showFolder !== undefined,
      dataFolder: folder,
      today: dayOf(now()),
      releases: releases ?? null,
      ...(notice !== undefined && { notice }),
    }),

    /** The renderer may not search or sort in the database; it gets the short form of all cases. */
    listCases: async () => {
      const damaged = await damagedCases(keeper, jobs, folder)
      const closed = new Set(damaged.filter((one) => one.closed).map(({ id }) => id))
      return {
        cases: data()
          .cases.list()
          .filter(({ id }) => !closed.has(id)),
        damaged,
        samples: samples.map(({ name, title, summary }) => ({ name, title, summary })),
      }
    },

    /** The renderer may not choose what is computed. */
    sampleCharts: () =>
      (charts ??= jobs.sampleCharts().catch((error: unknown) => {
        charts = undefined
        throw error
      })),

    /** The renderer may not choose the id of a case. */
    createCase: ({ name, sample }) => {
      const document = sample === undefined ? caseSchema.parse({}) : sampleNamed(sample)
      return add(name === undefined ? document : { ...document, name })
    },

    /** The renderer may not open a deleted case; it has to restore it first. */
    openCase: ({ id }) => data().cases.open(id),

    /** The renderer may not choose the content: the hash is of the stored case. */
    caseHash: ({ id }) => ({ hash: caseHash(data().cases.open(id).document) }),

    /** The renderer may not overwrite a revision that it has not seen, nor store anything but a valid case. */
    saveCase: ({ id, revision, document }) => {
      const changedAt = instant()
      const whole = serialized(checked(document))
      return write(() => ({ revision: data().cases.save(id, revision, whole, changedAt), changedAt }))
    },

    /** The renderer may not choose the contents of the copy. */
    duplicateCase: async ({ id }) => {
      const { document } = data().cases.open(id)
      const attached = soundOf(data(), id).map((one) => ({ ...one, kept: randomUUID() }))
      const copy = randomUUID()
      await write(() => {
        const named = { ...document, name: copyName(document.name), sample: false }
        data().cases.create(copy, requoted(named, attached), instant())
        for (const { kept, name, content } of attached)
          data().documents.keep({ id: kept, caseId: copy, name, content }, instant())
      })
      return data().cases.summary(copy)
    },

    /** The renderer may not remove a case for good: it is kept aside, and the host's clock decides how long. */
    deleteCase: async ({ id }) => {
      await write(() => data().cases.delete(id, instant()))
      return { id }
    },

    /** The renderer may not see what a deleted case holds before it is restored. */
    restoreCase: async ({ id }) => {
      await write(() => data().cases.restore(id))
      return data().cases.summary(id)
    },

    /** The renderer may not see the snapshots of a deleted case, nor those of all cases at once. */
    listSnapshots: ({ id }) => data().snapshots.list(data().cases.summary(id).id),

    /** The renderer may not say what a snapshot holds: it is the stored case, and only at the revision that was seen. */
    takeSnapshot: ({ id, revision, name }) =>
      write(() => {
        const { document, revision: stored } = data().cases.open(id)
        if (stored !== revision) throw changedElsewhere()
        return data().snapshots.take({ id: randomUUID(), caseId: id, name, document }, instant())
      }),

    /** The renderer may not replace the case with a snapshot: it gets the document and saves it like any other. */
    openSnapshot: ({ id, snapshot }) => data().snapshots.open(id, snapshot),

    /** The renderer may not delete a snapshot through another case than its own. */
    deleteSnapshot: async ({ id, snapshot }) => {
      await write(() => data().snapshots.delete(id, snapshot))
      return { id: snapshot }
    },

    /** The renderer may not name a path or a file: the name is made here, the place is chosen by the person. */
    exportCase: async ({ id, passphrase, documents: along }) => {
      const { document } = data().cases.open(id)
      const text = writeCaseFile(document, version, along ? attachedTo(data(), id) : [])
      return handOver({
        name: fileName(document.name, CASE_FILE_ENDING),
        mime: CASE_FILE_MIME,
        content: Buffer.from(passphrase === undefined ? text : await protect(text, passphrase)).toString('base64'),
      })
    },

    /** The renderer may not overwrite a case with a file; what is imported is a new case. It hands over text, no path. */
    importCase: async ({ text, name, passphrase }) => {
      const plain = await unprotected(text, passphrase)
      const document = readCaseFile(plain, name)
      const attached = attachedIn(plain).map((one) => ({ ...one, kept: randomUUID() }))
      const id = randomUUID()
      await write(() => {
        data().cases.create(id, requoted(document, attached), instant())
        for (const { kept, name: called, content } of attached)
          data().documents.keep({ id: kept, caseId: id, name: called, content }, instant())
      })
      return data().cases.summary(id)
    },

    /** The renderer learns what is in a file through the same parser that imports it. */
    inspectCaseFile: async ({ text, name, passphrase }) => {
      const plain = await unprotected(text, passphrase)
      // The model is loaded with the first file, not before the window.
      const { contentOf } = await import('../documents/case-content')
      return contentOf(readCaseFile(plain, name), plain)
    },

    /** The renderer may not name a path: it hands over bytes, of which nothing but text comes back. */
    readDocument: ({ name, content }) => readingOf(jobs, Buffer.from(content, 'base64'), name),

    /** The renderer may not choose the id of a document. */
    keepDocument: ({ id, name, content }) => {
      const document = { id: randomUUID(), caseId: data().cases.summary(id).id, name }
      const bytes = Buffer.from(content, 'base64')
      return write(() => ({ document: data().documents.keep({ ...document, content: bytes }, instant()) }))
    },

    /** The renderer may not see the documents of a deleted case. */
    listDocuments: ({ id }) => data().documents.list(data().cases.summary(id).id),

    /** The renderer may not open a document through another case than its own. */
    openDocument: async ({ id, document }) => {
      const { name, content } = data().documents.open(id, document)
      return { name, content: Buffer.from(content).toString('base64'), ...(await readingOf(jobs, content, name)) }
    },

    /** The renderer may not choose the destination: the person does, and the program never opens the file. */
    saveDocument: ({ id, document }) => {
      const { name, content } = data().documents.open(id, document)
      const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
      return handOver({
        name: fileName(name.slice(0, name.length - ending.length), ending),
        mime: 'application/octet-stream',
        content: Buffer.from(content).toString('base64'),
      })
    },

    /** The renderer may not delete a document through another case than its own. */
    deleteDocument: async ({ id, document }) => {
      await write(() => data().documents.delete(id, document))
      return { document }
    },

    /** The renderer may not name a path: the person chooses in the system's dialog. */
    chooseCaseFile: async () => {
      if (!shell.files)
        throw new Refused('unavailable', 'There is no file dialog here. Choose the file on the page with the cases.')
      return await shell.files.openCaseFile()
    },

    /** The renderer may not name a path: it gets what the person has opened through the system, each file once. */
    takeOpenedFile: async () => (await shell.openedFile?.()) ?? null,

    /** The renderer may not name an address: only the report of a stored case is prepared. */
    prepareReport: async ({ report }) => {
      const printer = await shell.printer()
      if (!printer) return null
      jobs.prepare()
      if (!report) printer.prepare()
      else {
        const stored = data().cases.open(report.id)
        printer.prepare(reportRoute(report, stored.revision))
        analyses(stored, askedIn(report)).catch(() => undefined)
      }
      return null
    },

    /** The renderer may not hand over HTML or an address to be printed: only the report of a stored case is. */
    reportPdf: async ({ id, job, ...asked }) => {
      const stored = data().cases.open(id)
      const { revision } = stored
      const document = asked.names === 'initials' ? withInitials(stored.document) : stored.document
      const about = { title: reportTitle(document), author: document.owner.name || 'Sell or Stay' }
      const content = await exports.run(job, async (canceled) => {
        const printer = await printerHere()
        // The page asks for them once it is there, and says what went wrong.
        analyses(stored, askedIn(asked)).catch(() => undefined)
        const whole = await printer.print(reportRoute({ id, ...asked }, revision), canceled)
        const pdf = isShort(whole)
          ? await printer.print(reportRoute({ id, ...asked }, revision, 'none'), canceled)
          : whole
        return await jobs.packPdf(pdf, { ...about, creator }, canceled)
      })
      return handOver(
        { name: fileName(`${document.name}, report ${dayOf(now())}`, '.pdf'), mime: PDF_MIME, content },
        true,
      )
    },

    /** The renderer may not hand over a case: only a stored one is looked into. */
    reportAnalyses: async ({ id, revision, ...asked }) => {
      const stored = data().cases.open(id)
      if (stored.revision !== revision) throw changedElsewhere()
      return { text: await analyses(stored, asked) }
    },

    /** The renderer may not hand over HTML or an address to be printed: only the method of a stored case is. */
    methodPdf: async ({ id, paper = 'letter', job }) => {
      const { document, revision } = data().cases.open(id)
      const content = await exports.run(job, async (canceled) => {
        const pdf = await (await printerHere()).print(methodRoute(id, paper, revision), canceled)
        return await jobs.packPdf(pdf, { title: METHOD_TITLE, author: 'Sell or Stay', creator }, canceled)
      })
      return handOver(
        { name: fileName(`${document.name}, method ${dayOf(now())}`, '.pdf'), mime: PDF_MIME, content },
        true,
      )
    },

    /** The renderer may not hand over HTML or an address to be printed: only the report of a stored case is. */
    printReport: async (asked) => {
      const { revision } = data().cases.open(asked.id)
      if (!shell.printDialog)
        throw new Refused('unavailable', 'This window has no print dialog of its own. Use your browser’s.')
      await shell.printDialog(reportRoute(asked, revision, 'none'))
      return null
    },

    /** The renderer may not hand over formulas or figures: the workbook is made of a stored case by the model itself. */
    workbook: async ({ id, job }) => {
      const { document } = data().cases.open(id)
      return handOver(
        {
          name: fileName(`${document.name}, workbook ${dayOf(now())}`, WORKBOOK_ENDING),
          mime: WORKBOOK_MIME,
          content: await exports.run(job, (canceled) => jobs.workbook(document, instant(), canceled)),
        },
        true,
      )
    },

    /** The renderer may cancel what it has asked for, by the number that it gave; it learns of no other. */
    cancelJob: ({ job }) => {
      exports.cancel(job)
      return null
    },

    /** The renderer may not hand over words or figures: it names terms, and the host works out what they are worth. */
    counterOffer: async ({ id, offer, asks, what, job }) => {
      const { document } = data().cases.open(id)
      const content = await exports.run(job, (canceled) =>
        jobs.counterOffer([document, offer, asks, what, dayOf(now())], canceled),
      )
      const name = document.offers.find((one) => one.id === offer)?.name ?? ''
      return handOver(
        {
          name: fileName(
            `${name}, ${what === 'letter' ? 'counter-offer' : 'PRIVATE, worth of the asks'}`,
            LETTER_ENDING,
          ),
          mime: LETTER_MIME,
          content,
        },
        true,
      )
    },

    /** The renderer may not name any file: only one that this program has made and the person has saved is opened. */
    openSaved: async ({ path }) => {
      await savedFile(path, true).open(path)
      return null
    },

    /** The renderer may not name any file: only one that the person has saved in this run is shown. */
    showSaved: ({ path }) => {
      savedFile(path, false).show(path)
      return null
    },

    /** The renderer gets a sentence about what is wrong, and learns no more about the files than it says. */
    dataState: () => keeper.state(),

    /** The renderer may not look into a backup. */
    listBackups: () => jobs.inspectBackups(folder),

    /** The renderer may not name a file: only a backup in the list is put back, and only one that reads well. */
    restoreBackup: ({ name }) => ({ setAside: keeper.restore(name) }),

    /** The renderer may choose only a remedy that fits the trouble at hand. */
    settleTrouble: ({ how }) => {
      if (how === 'salvage') return keeper.salvage()
      if (how === 'goOn') keeper.goOn()
      else keeper.beginEmpty()
      return { saved: keeper.state().trouble ? 0 : data().cases.list().length, lost: [], setAside: null }
    },

    /** The renderer may not replace an undamaged case. */
    restoreDamaged: async ({ id, backup }) => {
      const { cases, snapshots, database, write: commit, lookForDamage } = data()
      const bad = [...cases.damaged(true), ...snapshots.damaged().map(({ caseId }) => ({ id: caseId }))]
      if (!bad.some((one) => one.id === id))
        throw new Refused('not-found', 'This case is no longer damaged. Look at the list again.')
      await commit(() => restoreCase(database, folder, id, backup))
      lookForDamage()
      return { id }
    },

    /** The renderer may not choose the place. */
    writeDataAgain: () => {
      keeper.writeAgain()
      return null
    },

    /** The renderer may not name a path: the place is chosen by the person. */
    exportData: ({ unsaved }) =>
      handOver({
        name: `sell-or-stay, all data ${dayOf(now())}.sqlite`,
        mime: 'application/vnd.sqlite3',
        content: keeper.content(unsaved && { ...unsaved, document: checked(unsaved.document) }).toString('base64'),
      }),

    /** The renderer may not name a folder: only that of the data is shown. */
    showDataFolder: async () => {
      if (!shell.showFolder)
        throw new Refused('unavailable', 'The folder cannot be opened from here. Its path is in the settings.')
      await shell.showFolder(folder)
      return null
    },

    /** The renderer may not name an address: only the one page is opened, and by the person's own browser. */
    openReleases: async () => {
      if (releases === undefined || !shell.openInBrowser)
        throw new Refused('unavailable', 'This copy of the program names no page with newer versions.')
      await shell.openInBrowser(releases)
      return null
    },

    /** The renderer may not read what the shell remembers for itself, such as the place of the window. */
    getSettings: readSettings,

    /** The renderer may not store anything but the settings of the contract; what it leaves out stays. */
    saveSettings: ({ settings: changed }) => {
      const merged = { ...readSettings(), ...changed }
      // No edit of a case: it neither counts as one nor makes a backup due.
      data().settings.write(SETTINGS, settingsSchema, merged)
      return merged
    },
  }
}

/** The documents of a case, to export with it. @throws Refused if one is damaged */
const attachedTo = ({ documents }: Data, caseId: string): Attached[] =>
  documents.list(caseId).map(({ id }) => ({ id, ...documents.open(caseId, id) }))

/** A damaged document is no reason not to copy its case. */
const soundOf = ({ documents }: Data, caseId: string): Attached[] =>
  documents.list(caseId).flatMap(({ id }) => {
    try {
      return [{ id, ...documents.open(caseId, id) }]
    } catch {
      return []
    }
  })

/** The quotes of a copy name the documents of the copy. */
function requoted(document: Case, attached: readonly { readonly id: string; readonly kept: string }[]): Case {
  const renamed = new Map(attached.map(({ id, kept }) => [id, kept]))
  const quotes = Object.entries(document.quotes).map(([path, quote]) => [
    path,
    { ...quote, kept: (quote.kept !== null && renamed.get(quote.kept)) || null },
  ])
  return { ...document, quotes: Object.fromEntries(quotes) as Case['quotes'] }
}

/** @throws Refused with the sentence for a document that cannot be read */
async function readingOf(jobs: Jobs, content: Uint8Array, name: string): Promise<Reading> {
  try {
    return await jobs.read(content, name)
  } catch (error) {
    if (error instanceof Unreadable) throw new Refused('invalid', error.message)
    throw error
  }
}

/** What is damaged in each case, and the backup that can restore it. */
async function damagedCases(keeper: Keeper, jobs: Jobs, folder: string): Promise<DamagedCase[]> {
  const { cases, snapshots } = keeper.data().damaged()
  const ids = [...new Set([...cases.map(({ id }) => id), ...snapshots.map(({ caseId }) => caseId)])]
  if (ids.length === 0) return []
  const snapshotsOf = (id: string) => snapshots.filter(({ caseId }) => caseId === id)
  const wanted = ids.map((id) => ({ id, snapshots: snapshotsOf(id).map((one) => one.id) }))
  const backups = await jobs.backupsOfCases(folder, wanted)
  return ids.map((id) => {
    const bad = cases.find((one) => one.id === id)
    return {
      id,
      name: bad?.name ?? keeper.data().cases.nameOf(id),
      closed: bad !== undefined,
      snapshots: snapshotsOf(id).map(({ name }) => name),
      backup: backups.get(id) ?? null,
    }
  })
}

function sampleNamed(name: string): Case {
  const sample = samples.find((one) => one.name === name)
  if (!sample)
    throw new Refused(
      'not-found',
      `There is no sample ${clipped(name, 60)}. The samples are ${samples.map((one) => one.name).join(', ')}.`,
    )
  return sample.document
}

/** Requires every field, rejects unknown ones and checks consistency, as strictly as for an imported file. */
function checked(document: unknown): Case {
  const read = parseWholeCase(document)
  if (!read.ok) throw new Refused('invalid', sentenceFor(read.problems), read.problems)
  return read.value
}

/** Names are at most 80 characters long. */
const copyName = (name: string) => `${fitted(name, 70)} (copy)`

/** Today in the person's time zone, YYYY-MM-DD. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
