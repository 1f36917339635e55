import type { JournalEntry } from '../../case/partner/schema'
import type { DataTable } from '../data-table'

/** The decision journal, an entry a row, oldest first; dates as YYYY-MM-DD. */
export const journalTable = (journal: readonly JournalEntry[]): DataTable => ({
  head: ['Date', 'Leaning', 'Confidence of 10', 'Reason'],
  rows: journal.map(({ on, leaning, confidence, reason }) => [on, leaning, confidence, reason]),
})
