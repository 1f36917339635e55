import { z } from 'zod'

import type { Case } from './case/schema'
import { LARGEST_DOCUMENT, type PlainDocument } from './intake/document'
import type { FileRead } from './intake/read'
import { LINES } from './intake/books/lines'

/**
 * The contract between the renderer and its host. Handlers are written once against it; a shell (Electron, or a browser
 * on 127.0.0.1) only carries the calls. Everything that crosses is plain data and is validated on arrival.
 */
export interface Capabilities {
  readonly shell: 'desktop' | 'browser'
  readonly version: string
  /** How a PDF is made: the host writes it, or the user's print dialog does. */
  readonly pdf: 'host' | 'print-dialog'
  /** Whether the host has open and save dialogs; otherwise files go through the browser. */
  readonly fileDialogs: boolean
  /** Whether the host can open the data folder in the system's file manager. */
  readonly showsFolder: boolean
  /** Where the data are, for display. */
  readonly dataFolder: string
  /** Today, YYYY-MM-DD: the clock is the host's. */
  readonly today: string
  /** The page with newer versions, for the user's browser; null in a copy that is not a release build. */
  readonly releases: string | null
  /** What the user should know about the data folder, such as that others can read it. */
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

/** The content of a case file. */
export interface CaseFileContent {
  readonly name: string
  readonly practice: string
  /** Names of the offers. */
  readonly offers: readonly string[]
  /** First year of the plan. */
  readonly startYear: number
  /** The program that wrote it; null if the file does not say. */
  readonly savedBy: string | null
  /** Problems that prevent an answer, one sentence each. */
  readonly problems: readonly string[]
}

export interface StoredCase {
  readonly id: string
  /** Incremented by each save; a save that names another revision than the stored one is refused. */
  readonly revision: number
  readonly document: Case
}

/** The picture of a sample on the start page: wealth by path, expected, in today's dollars. */
export interface SampleChart {
  /** The sample's name. */
  readonly name: string
  /** The owner's age at the end of each year. */
  readonly ages: readonly number[]
  readonly paths: readonly {
    readonly id: string
    readonly name: string
    /** Short enough for the end of a line. */
    readonly short: string
    /** Its place among the marks. */
    readonly mark: number
    /** Wealth at the end of each year, in whole dollars. */
    readonly values: readonly number[]
  }[]
}

export interface SnapshotSummary {
  readonly id: string
  readonly name: string
  readonly takenAt: string
}

/** A letter or a book as read: its findings and its text. */
export interface Reading {
  readonly read: FileRead
  readonly document: PlainDocument
}

/** A stored letter or book of a case. */
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
  /** Excluding deleted cases; 0 if unreadable. */
  readonly cases: number
  /** What is wrong with it as of this listing; null if nothing is. */
  readonly problem: string | null
}

/** A case with damage. */
export interface DamagedCase {
  readonly id: string
  readonly name: string
  /** Whether the case itself cannot be opened; otherwise only the named snapshots. */
  readonly closed: boolean
  readonly snapshots: readonly string[]
  /** The newest backup in which the case is intact, and when the case was last changed before it. */
  readonly backup: { readonly name: string; readonly changedAt: string } | null
}

export interface DataState {
  /** Why the data could not be opened; calls that need them are refused until one of the remedies is chosen. */
  readonly trouble: { readonly kind: 'missing' | 'damaged' | 'behind'; readonly message: string } | null
  /** Problems that do not keep edits from being stored: backups that cannot be made. */
  readonly warning: string | null
}

export interface FileOut {
  readonly name: string
  readonly mime: string
  /** Base64; empty if the host has handled the file itself. */
  readonly content: string
  /**
   * If the host has a save dialog (`fileDialogs`): the path that was written, or null if the user canceled. Missing if
   * the renderer offers the content as a download.
   */
  readonly savedTo?: string | null
  /** Whether the host opens the saved file on request: one that the program itself has made. */
  readonly opens?: boolean
}

const caseId = z.uuid()

/** The parts of a report besides its first page, in the order in which they are offered. */
export const REPORT_PARTS = [
  'brief',
  'changes',
  'years',
  'everyYear',
  'figures',
  'timeline',
  'closingTax',
  'bridge',
  'offers',
  'letterTerms',
  'retirement',
  'risk',
  'partner',
  'journal',
  'assumptions',
  'questions',
  'method',
  'glossary',
] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

/** The readers of a report. */
export const READERS = ['owner', 'cpa', 'attorney', 'wealth-manager'] as const
export type Reader = (typeof READERS)[number]

/**
 * Each reader's default parts, in this order: landscape pages are together, so that none before them is left half
 * empty. By default the year table omits most of the years in which nothing but time passes, and the journal stays with
 * its owner.
 */
export const READER_PARTS: Readonly<Record<Reader, readonly ReportPart[]>> = {
  owner: [
    'brief',
    'years',
    'figures',
    'timeline',
    'offers',
    'risk',
    'partner',
    'assumptions',
    'questions',
    'method',
    'glossary',
  ],
  cpa: ['brief', 'years', 'closingTax', 'timeline', 'bridge', 'questions', 'assumptions', 'method', 'glossary'],
  attorney: ['brief', 'letterTerms', 'questions', 'offers', 'glossary'],
  'wealth-manager': [
    'brief',
    'years',
    'retirement',
    'risk',
    'figures',
    'timeline',
    'assumptions',
    'questions',
    'method',
    'glossary',
  ],
}

/** The same parts with the changes since a snapshot, after the landscape pages unless the parts already place them. */
export function withChanges(parts: readonly ReportPart[]): ReportPart[] {
  if (parts.includes('changes')) return [...parts]
  const first = parts.findIndex((part) => part !== 'brief' && part !== 'years' && part !== 'everyYear')
  const at = first < 0 ? parts.length : first
  return [...parts.slice(0, at), 'changes', ...parts.slice(at)]
}

export const PAPERS = ['letter', 'a4'] as const
export type PaperSize = (typeof PAPERS)[number]

/** A number of the caller's own for a file that takes long to make, by which it can be canceled. */
const job = z.uuid().optional()

const reportAsked = z.strictObject({
  id: caseId,
  dollars: z.enum(['today', 'future']),
  /** Default: the reader's parts. In the requested order. */
  parts: z.array(z.enum(REPORT_PARTS)).max(REPORT_PARTS.length).optional(),
  /** Default: the owner. */
  reader: z.enum(READERS).optional(),
  /** Default: letter. */
  paper: z.enum(PAPERS).optional(),
  /** Initials in place of the names of people, practices, offers and buyers. Default: names. */
  names: z.enum(['full', 'initials']).optional(),
  /** The snapshot since which the part `changes` lists what has changed; without one there is no such part. */
  since: z.uuid().optional(),
})

export type ReportAsked = z.output<typeof reportAsked>

/** A complete case: `parseWholeCase` has the messages for anything else. */
const wholeCase = z.custom<Case>((document) => document !== undefined)

/** Maximum characters of a case file; a typical case has some ten thousand. */
export const LARGEST_CASE_FILE = 20_000_000

/** Says why such a file is not read. @param found its size: "35 MB" */
export const tooLarge = (name: string, found: string): string =>
  `“${name}” cannot be imported. It has ${found}, and a case file has at most ${LARGEST_CASE_FILE / 1e6} MB. Choose a file that this program has exported.`

/** A file opened through the system: a case file, or a letter or a book in base64. */
export type OpenedFile =
  | { readonly kind: 'case'; readonly name: string; readonly text: string }
  | { readonly kind: 'document'; readonly name: string; readonly content: string }

/** A letter or a book as received: its name, and its bytes in base64. */
const documentFile = {
  name: z.string().trim().min(1).max(200),
  content: z.string().max(Math.ceil(LARGEST_DOCUMENT / 3) * 4),
}

/** The number of accounts remembered. */
export const MOST_ACCOUNTS = 2_000

/** A shorter passphrase can be guessed in no time. */
export const SHORTEST_PASSPHRASE = 8

/** No system has longer ones. */
const LONGEST_PATH = 32_767

const caseFile = z.strictObject({
  text: z.string().max(LARGEST_CASE_FILE),
  name: z.string().max(255).optional(),
  passphrase: z.string().max(200).optional(),
})

/**
 * Every call with the shape of its argument; the results are in `Results`. All are strict: an unknown key is a
 * misspelling, and what it was meant to say must not be dropped silently.
 */
export const calls = {
  capabilities: z.strictObject({}),
  listCases: z.strictObject({}),
  /** The pictures of the samples; computed once per run of the program. */
  sampleCharts: z.strictObject({}),
  /** Creates a case with defaults, or a copy of a sample. */
  createCase: z.strictObject({ name: z.string().max(80).optional(), sample: z.string().max(40).optional() }),
  openCase: z.strictObject({ id: caseId }),
  /** The twelve-character fingerprint of files made from the stored case. */
  caseHash: z.strictObject({ id: caseId }),
  /** Stores the whole document in one transaction; it is on disk when the reply arrives. */
  saveCase: z.strictObject({ id: caseId, revision: z.int().min(0), document: wholeCase }),
  duplicateCase: z.strictObject({ id: caseId }),
  /** The case is kept for 30 days of use. */
  deleteCase: z.strictObject({ id: caseId }),
  restoreCase: z.strictObject({ id: caseId }),
  /** The snapshots of a case, newest first. */
  listSnapshots: z.strictObject({ id: caseId }),
  /** Saves the stored state of a case under a name. `revision` is the one the user sees. */
  takeSnapshot: z.strictObject({ id: caseId, revision: z.int().min(0), name: z.string().trim().min(1).max(80) }),
  openSnapshot: z.strictObject({ id: caseId, snapshot: z.uuid() }),
  /** Permanently. */
  deleteSnapshot: z.strictObject({ id: caseId, snapshot: z.uuid() }),
  /** As a file, protected if a passphrase is given. Documents are included on request only. */
  exportCase: z.strictObject({
    id: caseId,
    passphrase: z.string().min(SHORTEST_PASSPHRASE).max(200).optional(),
    documents: z.boolean().optional(),
  }),
  /** The text of a case file, and its name for error messages. The renderer never names a path. */
  importCase: caseFile,
  /** The content of a case file, before anything is imported. */
  inspectCaseFile: caseFile,
  /** What a letter of intent or the books say. Nothing is stored. */
  readDocument: z.strictObject(documentFile),
  /** Stores a document with a case; the same one is stored once. */
  keepDocument: z.strictObject({ id: caseId, ...documentFile }),
  /** The stored documents of a case, newest first. */
  listDocuments: z.strictObject({ id: caseId }),
  /** Reads a stored document again. */
  openDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** A stored document as its original file. */
  saveDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** Permanently. */
  deleteDocument: z.strictObject({ id: caseId, document: z.uuid() }),
  /** Asks for a case file with the host's dialog; only if `fileDialogs` is true. */
  chooseCaseFile: z.strictObject({}),
  /** The next file that the system passed to the program, by double-click or drop; null if there is none. */
  takeOpenedFile: z.strictObject({}),
  /** The user is about to request a report: the host may prepare, for this one if known. */
  prepareReport: z.strictObject({ report: reportAsked.optional() }),
  reportPdf: reportAsked.extend({ job }),
  /** What of a report takes longest to work out; the page that is printed waits for it. */
  reportAnalyses: z.strictObject({
    id: caseId,
    /** The state of the case. */
    revision: z.int().nonnegative(),
    dollars: z.enum(['today', 'future']),
    parts: z.array(z.enum(REPORT_PARTS)).max(REPORT_PARTS.length),
    names: z.enum(['full', 'initials']),
  }),
  /** The method with the lines of the case, as a PDF. */
  methodPdf: z.strictObject({ id: caseId, paper: z.enum(PAPERS).optional(), job }),
  /** The system's print dialog for the report; only in the desktop shell, a browser has its own. */
  printReport: reportAsked,
  /** The case as a workbook with live formulas. */
  workbook: z.strictObject({ id: caseId, job }),
  /** Ends the making of a file; the call that asked for it is refused with `canceled`. Nothing happens if it is done. */
  cancelJob: z.strictObject({ job: z.uuid() }),
  /** A letter that asks for other terms of an offer, or, apart from it, what each of them is worth to the owner. */
  counterOffer: z.strictObject({
    id: caseId,
    offer: z.string().max(40),
    /** Ids of the asks. */
    asks: z.array(z.string().max(200)).min(1).max(100),
    what: z.enum(['letter', 'worth']),
    job,
  }),
  /** Opens a file that was saved in this run with the system's own program for it; only where `opens` said so. */
  openSaved: z.strictObject({ path: z.string().max(LONGEST_PATH) }),
  /** Shows a file that was saved in this run in the system's file manager. */
  showSaved: z.strictObject({ path: z.string().max(LONGEST_PATH) }),
  /** The state of the data: asked first, because nothing else may be possible. */
  dataState: z.strictObject({}),
  /** Each is verified again; newest first. */
  listBackups: z.strictObject({}),
  /** Replaces all data with a backup; the old files are set aside. */
  restoreBackup: z.strictObject({ name: z.string().max(80) }),
  /** A remedy: no cases if the file is missing; as is if it is behind; what can be read from a damaged one. */
  settleTrouble: z.strictObject({ how: z.enum(['beginEmpty', 'goOn', 'salvage']) }),
  /** Restores one damaged case, or its damaged snapshots, from a backup. */
  restoreDamaged: z.strictObject({ id: z.string().max(80), backup: z.string().max(80) }),
  /** Writes all data into their folder again after their file was moved or deleted. */
  writeDataAgain: z.strictObject({}),
  /** All data as one file, including the edit that could not be stored. */
  exportData: z.strictObject({
    unsaved: z.strictObject({ id: caseId, revision: z.int().min(0), document: wholeCase }).optional(),
  }),
  /** Opens the data folder in the system's file manager; only where `showsFolder` is true. */
  showDataFolder: z.strictObject({}),
  /** Opens the page with newer versions in the user's browser; only if `releases` is not null. */
  openReleases: z.strictObject({}),
  getSettings: z.strictObject({}),
  saveSettings: z.strictObject({
    settings: z.strictObject({
      theme: z.enum(['light', 'dark', 'auto']).optional(),
      dollars: z.enum(['today', 'future']).optional(),
      view: z.enum(['guaranteed', 'expected', 'maximum']).optional(),
      lastCase: caseId.nullable().optional(),
      /** The version whose news the user has seen. */
      seenVersion: z.string().max(40).optional(),
      /** The cost lines to which accounts of the books were assigned, by account name. */
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
  sampleCharts: SampleChart[]
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
  openDocument: Reading & { readonly name: string; readonly content: string }
  saveDocument: FileOut
  deleteDocument: { document: string }
  /** What the file is called and its text; null if the person thought better of it. */
  chooseCaseFile: { name: string; text: string } | null
  takeOpenedFile: OpenedFile | null
  prepareReport: null
  reportPdf: FileOut
  /** As `written` by `shared/present/report/analyses.ts`. */
  reportAnalyses: { text: string }
  methodPdf: FileOut
  printReport: null
  workbook: FileOut
  cancelJob: null
  counterOffer: FileOut
  openSaved: null
  showSaved: null
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
    | 'invalid'
    | 'not-found'
    | 'conflict'
    | 'newer'
    | 'locked'
    | 'unavailable'
    | 'disk'
    | 'damaged'
    | 'lost'
    | 'canceled'
    | 'internal'
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
  /** A file from outside waits to be taken. */
  | 'opened-file'
  | `about:${AboutPart}`
  | `case:${string}`
  | `page:${string}`
