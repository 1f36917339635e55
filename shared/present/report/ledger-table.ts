import type { DataTable } from '../data-table'
import { isFold, type Ledger, type LedgerFold, type LedgerRow } from './ledger'

/**
 * The ledger of inputs as one table. Values stand as they read, and where they are numbers also as such: a rate of 3% is
 * 0.03.
 * @param inWords a value with its unit
 */
export function ledgerTable({ groups }: Ledger, inWords: (row: LedgerRow | LedgerFold) => string): DataTable {
  return {
    head: ['Section', 'Input', 'Value', 'Number', 'Source', 'Usual from', 'Usual to'],
    rows: groups.flatMap(({ title, rows, zeros }) => [
      ...rows.map((row) => [title, row.label, inWords(row), ...details(row)]),
      ...zeros.map((label) => [title, label, 'not stated, assumed to be zero', 0, 'assumed', '', '']),
    ]),
  }
}

function details(row: LedgerRow | LedgerFold): (string | number)[] {
  if (isFold(row)) return ['', row.origin, '', '']
  const { value, origin, citation, range } = row
  return [typeof value === 'number' ? value : '', citation ?? origin, range?.low ?? '', range?.high ?? '']
}
