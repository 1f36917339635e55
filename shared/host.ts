import { z } from 'zod'

import type { Case } from './case/schema'
import { LARGEST_DOCUMENT, type PlainDocument } from './intake/document'
import type { FileRead } from './intake/read'
import { LINES } from './intake/books/lines'

/**
 * The contract between the renderer and its host. Handlers are written once against it; a shell (Electron, or a browser
 * on 127.0.0.1) only carries calls. Everything that crosses is plain data and is parsed on arrival.
 */
export interface Capabilities {
  readonly shell: 'desktop' | 'browser'
  readonly version: string
  /** How a PDF comes about: the host writes one, or the person's own print dialog does. */
  readonly pdf: 'host' | 'print-dialog'
  /** Whether the host shows open and save dialogs of its own; otherwise files go through the browser. */
  readonly fileDialogs: boolean
  /** Whether the host can open the data folder in the system's file manager. */
  readonly showsFolder: boolean
  /** Where the data lies, to be shown to the person. */
  readonly dataFolder: string
  /** Today, YYYY-MM-DD: the clock is the host's. */
  readonly today: string
  /** The page with newer versions, for the person's own browser; null in a copy that was not built for release. */
  readonly releases: string | null
  /** What the person should know of the data folder, such as that others can look into it. */
  readonly notice?: string
}

export interface CaseSummary {
  readonly id: string
  readonly name: string
  readonly practice: string
  readonly offers: number
  readonly sample: boolean
  readonly createdAt: string
  readonly changedAt: string
}

/** What is in a case file. */
export interface CaseFileContent {
  readonly name: string
  readonly practice: string
  /** Names of the offers. */
  readonly offers: readonly string[]
  /** First year of the plan. */
  readonly startYear: number
  /** The program that wrote it; null where the file does not say. */
  readonly savedBy: string | null
  /** Problems that keep the case from an answer, a sentence each. */
  readonly problems: readonly string[]
}

export interface StoredCase {
  readonly id: string
  /** Grows by one with each save; a save that names another revision than the stored one is refused. */
  readonly revision: number
  readonly document: Case
}

export interface SnapshotSummary {
  readonly id: string
  readonly name: string
  readonly takenAt: string
}

/** A letter or a book as it was read: what it says, and its text. */
export interface Reading {
  readonly read: FileRead
  readonly document: PlainDocument
}

/** A letter or a book that is kept with a case. */
export interface KeptDocument {
  readonly id: string
  readonly name: string
  readonly addedAt: string
  readonly bytes: number
}

export interface BackupSummary {
  readonly name: string
  /** ISO time in UTC. */
  readonly takenAt: string
  readonly bytes: number
  /** Those that were not deleted; 0 where it cannot be read. */
  readonly cases: number
  /** What is wrong with it, found when the list was made; null if nothing is. */
  readonly problem: string | null
}

/** A case of which something is not what was saved. */
export interface DamagedCase {
  readonly id: string
  readonly name: string
  /** Whether the case itself cannot be opened; otherwise only the snapshots that are named. */
  readonly closed: boolean
  readonly snapshots: readonly string[]
  /** The newest backup in which the case is sound, and when the case had been changed last before it. */
  readonly backup: { readonly name: string; readonly changedAt: string } | null
}

export interface DataState {
  /** Why the data could not be opened; every call that needs them is refused until one of the ways out is taken. */
  readonly trouble: { readonly kind: 'missing' | 'damaged' | 'behind'; readonly message: string } | null
  /** What is not as it should be although edits are stored: backups that cannot be made. */
  readonly warning: string | null
}

export interface FileOut {
  readonly name: string
  readonly mime: string
  /** Base64; empty where the host has dealt with the file itself. */
  readonly content: string
  /**
   * Where the host has a save dialog (`fileDialogs`): the path that was written, or null if the person thought better of
   * it. Missing where the renderer hands the content over as a download.
   */
  readonly savedTo?: string | null
}

const caseId = z.uuid()

/** What a report consists of beside its first page, in the order in which they are offered. */
export const REPORT_PARTS = [
  'brief',
  'years',
  'everyYear',
  'figures',
  'closingTax',
  'bridge',
  'offers',
  'letterTerms',
  'retirement',
  'partner',
  'journal',
  'assumptions',
  'questions',
  'method',
  'glossary',
] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

/** For whom a report is made. */
export const READERS = ['owner', 'cpa', 'attorney', 'wealth-manager'] as const
export type Reader = (typeof READERS)[number]

/**
 * What each reader is given if nothing else is asked for, in this order: wide pages stand together, so that none before
 * them is left half empty. Without being asked, the year table leaves out most of the years in which nothing but time goes
 * on, and the journal stays with its owner.
 */
export const READER_PARTS: Readonly<Record<Reader, readonly ReportPart[]>> = {
  owner: ['brief', 'years', 'figures', 'offers', 'partner', 'assumptions', 'questions', 'method', 'glossary'],
  cpa: ['brief', 'years', 'closingTax', 'bridge', 'questions', 'assumptions', 'method', 'glossary'],
  attorney: ['brief', 'letterTerms', 'questions', 'offers', 'glossary'],
  'wealth-manager': ['brief', 'years', 'retirement', 'figures', 'assumptions', 'questions', 'method', 'glossary'],
}

export const PAPERS = ['letter', 'a4'] as const
export type PaperSize = (typeof PAPERS)[number]

const reportAsked = z.strictObject({
  id: caseId,
  dollars: z.enum(['today', 'future']),
  /** Without: what the reader is given. In the order in which they are asked for. */
  parts: z.array(z.enum(REPORT_PARTS)).max(REPORT_PARTS.length).optional(),
  /** Without: the owner. */
  reader: z.enum(READERS).optional(),
  /** Without: letter. */
  paper: z.enum(PAPERS).optional(),
  /** Initials in the place of the names of people, practices, offers and buyers. Without: the names. */
  names: z.enum(['full', 'initials']).optional(),
})

export type ReportAsked = z.output<typeof reportAsked>

/** A case that is whole: `parseWholeCase` has the sentences for what is not. */
const wholeCase = z.custom<Case>((document) => document !== undefined)

/** Characters of a case file; a case of a person has some ten thousand. */
export const LARGEST_CASE_FILE = 20_000_000

/** Says why such a file is not read. @param found how much it has: "35 MB" */
export const tooLarge = (name: string, found: string): string =>
  `“${name}” cannot be imported. It has ${found}, and a case file has at most ${LARGEST_CASE_FILE / 1e6} MB. Choose a file that this program has exported.`

/** A letter or a book as it came: what it is called and its bytes in base64. */
const documentFile = {
  name: z.string().trim().min(1).max(200),
  content: z.string().max(Math.ceil(LARGEST_DOCUMENT / 3) * 4),
}

/** So many accounts are remembered. */
export const MOST_ACCOUNTS = 2_000

/** A passphrase of fewer letters is guessed in no time. */
export const SHORTEST_PASSPHRASE = 8

const caseFile = z.strictObject({
  text: z.string().max(LARGEST_CASE_FILE),
  name: z.string().max(255).optional(),
  passphrase: z.string().max(200).optional(),
})

/**
 * Every call with the shape of its argument; what each returns stands in `Results`. All are strict: a key that is not
 * known here was misspelled, and what it should have said must not be dropped in silence.
 */
export const calls = {
  capabilities: z.strictObject({}),
  listCases: z.strictObject({}),
  /** A new case with defaults, or a copy of a sample. */
  createCase: z.strictObject({ name: z.string().max(80).optional(), sample: z.string().max(40).optional() }),
  openCase: z.strictObject({ id: caseId }),
  /** The twelve signs by which the files made of the stored case are known. */
  caseHash: z.strictObject({ id: caseId }),
  /** Stores the whole document in one transaction; it is on the disk when the answer comes. */
  saveCase: z.strictObject({ id: caseId, revision: z.int().min(0), document: wholeCase }),
  duplicateCase: z.strictObject({ id: caseId }),
  /** The case is kept aside for 30 days of use. */
  deleteCase: z.strictObject({ id: caseId }),
  restoreCase: z.strictObject({ id: caseId }),
  /** The named states of a case, the newest first. */
  listSnapshots: z.strictObject({ id: caseId }),
  /** Keeps the stored state of a case under a name. `revision` says which one the person sees. */
  takeSnapshot: z.strictObject({ id: caseId, revision: z.int().min(0), name: z.string().trim().min(1).max(80) }),
  openSnapshot: z.strictObject({ id: caseId, snapshot: z.uuid() }),
  /** For good. */
  deleteSnapshot: z.strictObject({ id: caseId, snapshot: z.uuid() }),
  /** As a file; with a passphrase, only that opens it. Its documents go along only where they are asked for. */
  exportCase: z.strictObject({
    id: caseId,
    passphrase: z.string().min(SHORTEST_PASSPHRASE).max(200).optional(),
    documents: z.boolean().optional(),
  }),
  /** The text of a case file, and what it is called, for the sentence that refuses it. The renderer never names a path. */
  importCase: caseFile,
  /** What is in a case file, before anything is taken from it. */
  inspectCaseFile: caseFile,
  /** What a letter of intent or the books say. Nothing is stored. */
  readDocument: z.strictObject(documentFile),
  /** Keeps a document with a case; the same one is kept once. */
  keepDocument: z.strictObject({ id: caseId, ...documentFile }),
  /** The documents that are kept with a case, the newest first. */
  listDocuments: z.strictObject({ id: caseId }),
  /** Reads a kept document again. */
  openDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** A kept document as the file that it was. */
  saveDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** For good. */
  deleteDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** Asks for a case file with the host's own dialog; only where `fileDialogs` is true. */
  chooseCaseFile: z.strictObject({}),
  /** The next case file that the system has handed to the program, by a double-click or a drop; null if there is none. */
  takeOpenedFile: z.strictObject({}),
  /** The person is about to ask for a report: the host may get ready, for this one if it is known. */
  prepareReport: z.strictObject({ report: reportAsked.optional() }),
  reportPdf: reportAsked,
  /** The system's print dialog for the report; only in the desktop shell, a browser has its own. */
  printReport: reportAsked,
  /** The case as a workbook with live formulas. */
  workbook: z.strictObject({ id: caseId }),
  /** A letter that asks for other terms of an offer, or, apart from it, what each of them is worth to the owner. */
  counterOffer: z.strictObject({
    id: caseId,
    offer: z.string().max(40),
    /** Ids of the asks. */
    asks: z.array(z.string().max(200)).min(1).max(100),
    what: z.enum(['letter', 'worth']),
  }),
  /** How the data are: asked first, because nothing else may be possible. */
  dataState: z.strictObject({}),
  /** Each is read again to see whether it is sound; the newest first. */
  listBackups: z.strictObject({}),
  /** Puts a backup in the place of all data; the files from before are set aside. */
  restoreBackup: z.strictObject({ name: z.string().max(80) }),
  /** A way out of trouble: no cases where the file is missing; as they are where it is behind; what can be read of a damaged one. */
  settleTrouble: z.strictObject({ how: z.enum(['beginEmpty', 'goOn', 'salvage']) }),
  /** Puts one damaged case, or its damaged snapshots, back from a backup. */
  restoreDamaged: z.strictObject({ id: z.string().max(80), backup: z.string().max(80) }),
  /** Writes all data into their folder again after their file was moved or deleted. */
  writeDataAgain: z.strictObject({}),
  /** All data as one file, with the edit that could not be stored. */
  exportData: z.strictObject({
    unsaved: z.strictObject({ id: caseId, revision: z.int().min(0), document: wholeCase }).optional(),
  }),
  /** Opens the data folder in the system's file manager; only where `showsFolder` is true. */
  showDataFolder: z.strictObject({}),
  /** Opens the page with newer versions in the person's own browser; only where `releases` is not null. */
  openReleases: z.strictObject({}),
  getSettings: z.strictObject({}),
  saveSettings: z.strictObject({
    settings: z.strictObject({
      theme: z.enum(['light', 'dark', 'auto']).optional(),
      dollars: z.enum(['today', 'future']).optional(),
      view: z.enum(['guaranteed', 'expected', 'maximum']).optional(),
      lastCase: caseId.nullable().optional(),
      /** The version whose news the person has seen. */
      seenVersion: z.string().max(40).optional(),
      /** Lines of the practice to which accounts of the books were given, by the account's name. */
      accounts: z
        .record(z.string().max(120), z.enum(LINES))
        .refine((given) => Object.keys(given).length <= MOST_ACCOUNTS)
        .optional(),
    }),
  }),
} as const

export type Settings = z.output<typeof calls.saveSettings>['settings']
export type CallName = keyof typeof calls
export type Argument<Name extends CallName> = z.input<(typeof calls)[Name]>

export interface Results {
  capabilities: Capabilities
  listCases: {
    cases: CaseSummary[]
    damaged: DamagedCase[]
    samples: { name: string; title: string; summary: string }[]
  }
  createCase: StoredCase
  openCase: StoredCase
  caseHash: { hash: string }
  saveCase: { revision: number; changedAt: string }
  duplicateCase: CaseSummary
  deleteCase: { id: string }
  restoreCase: CaseSummary
  listSnapshots: SnapshotSummary[]
  takeSnapshot: SnapshotSummary
  openSnapshot: Case
  deleteSnapshot: { id: string }
  exportCase: FileOut
  importCase: CaseSummary
  inspectCaseFile: CaseFileContent
  readDocument: Reading
  /** The id under which it is kept. */
  keepDocument: { document: string }
  listDocuments: KeptDocument[]
  openDocument: Reading & { readonly name: string }
  saveDocument: FileOut
  deleteDocument: { document: string }
  /** What the file is called and its text; null if the person thought better of it. */
  chooseCaseFile: { name: string; text: string } | null
  takeOpenedFile: { name: string; text: string } | null
  prepareReport: null
  reportPdf: FileOut
  printReport: null
  workbook: FileOut
  counterOffer: FileOut
  dataState: DataState
  listBackups: BackupSummary[]
  /** Where the files from before are now; null if there were none. */
  restoreBackup: { setAside: string | null }
  /** After `salvage`: the names of the cases that could not be read. */
  settleTrouble: { saved: number; lost: string[]; setAside: string | null }
  restoreDamaged: { id: string }
  writeDataAgain: null
  exportData: FileOut
  showDataFolder: null
  openReleases: null
  getSettings: Settings
  saveSettings: Settings
}

/** Why a call was refused; `message` is a sentence for the person. */
export interface Refusal {
  readonly code:
    'invalid' | 'not-found' | 'conflict' | 'newer' | 'locked' | 'unavailable' | 'disk' | 'damaged' | 'lost' | 'internal'
  readonly message: string
  readonly problems?: readonly { readonly path: string; readonly json: string; readonly message: string }[]
}

export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }

/** What the windows are told when something was stored, by themselves or by another. */
export type Change =
  | { readonly kind: 'stored'; readonly id: string; readonly revision: number }
  | { readonly kind: 'deleted'; readonly id: string }
  /** The list of cases is another. */
  | { readonly kind: 'listed' }
  /** The host was out of reach and is back: anything may have changed meanwhile. */
  | { readonly kind: 'back' }

/** What the renderer is given by whichever shell it runs in. */
export interface Host {
  call<Name extends CallName>(name: Name, argument: Argument<Name>): Promise<Envelope<Results[Name]>>
  /** @returns how to stop listening */
  onChange(listener: (change: Change) => void): () => void
  /** Menu commands of the desktop shell; a browser has none and never calls back. */
  onCommand(listener: (command: Command) => void): () => void
}

/** Parts of the page about the program. */
export const ABOUT_PARTS = ['version', 'updates', 'news', 'diagnostics', 'licenses'] as const
export type AboutPart = (typeof ABOUT_PARTS)[number]

export type Command =
  | 'new'
  | 'import'
  | 'undo'
  | 'redo'
  | 'export'
  | 'report'
  | 'print'
  | 'settings'
  | 'palette'
  | 'method'
  /** A case file from outside waits to be taken. */
  | 'opened-file'
  | `about:${AboutPart}`
  | `case:${string}`
  | `page:${string}`
