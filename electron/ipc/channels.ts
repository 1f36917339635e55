import type { CallName } from '../../shared/host'

const names = {
  capabilities: true,
  listCases: true,
  sampleCharts: true,
  createCase: true,
  openCase: true,
  caseHash: true,
  saveCase: true,
  duplicateCase: true,
  deleteCase: true,
  restoreCase: true,
  listSnapshots: true,
  takeSnapshot: true,
  openSnapshot: true,
  deleteSnapshot: true,
  exportCase: true,
  importCase: true,
  inspectCaseFile: true,
  chooseCaseFile: true,
  takeOpenedFile: true,
  readDocument: true,
  keepDocument: true,
  listDocuments: true,
  openDocument: true,
  saveDocument: true,
  deleteDocument: true,
  prepareReport: true,
  reportPdf: true,
  reportAnalyses: true,
  printReport: true,
  dataState: true,
  listBackups: true,
  restoreBackup: true,
  settleTrouble: true,
  restoreDamaged: true,
  writeDataAgain: true,
  exportData: true,
  showDataFolder: true,
  openReleases: true,
  getSettings: true,
  saveSettings: true,
  methodPdf: true,
  workbook: true,
  cancelJob: true,
  counterOffer: true,
  openSaved: true,
  showSaved: true,
} as const satisfies Record<CallName, true>

/** The calls as a plain list, so that the preload does not load the contract's schemas into each window. */
export const callNames = Object.keys(names) as CallName[]

export const channelOf = (name: CallName): string => `host:${name}`

/** Menu commands, from the host to the page. */
export const COMMAND_CHANNEL = 'host-command'

/** What was stored, from the host to the pages. */
export const CHANGE_CHANNEL = 'host-change'
