import { genericPath } from '../../case/ranges'
import type { Case } from '../../case/schema'
import { isFold, type LedgerFold, type LedgerGroup, type LedgerRow } from './ledger'

/** One term of several offers, each as that offer has it; undefined where it does not count there. */
export interface TermRow {
  readonly label: string
  readonly cells: readonly (LedgerRow | LedgerFold | undefined)[]
}

/**
 * The terms of offers beside one another. Terms of the same kind and name share a row; a further one of the same name
 * (a second escrow) gets a row of its own. The order is that of the offers' own lists.
 */
export function termsBeside(groups: readonly LedgerGroup[], document: Case): TermRow[] {
  const rows: { key: string; label: string; cells: (LedgerRow | LedgerFold | undefined)[] }[] = []
  groups.forEach((group, column) => {
    const seen = new Map<string, number>()
    let place = 0
    for (const row of group.rows) {
      const name = `${isFold(row) ? row.path.split('/').at(-1) : genericPath(row.path, document)} ${row.label}`
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      const key = `${name} ${count}`
      const known = rows.findIndex((one) => one.key === key)
      const at = known >= 0 ? known : place
      if (known < 0) rows.splice(at, 0, { key, label: row.label, cells: groups.map(() => undefined) })
      rows[at]!.cells[column] = row
      place = at + 1
    }
  })
  return rows.map(({ label, cells }) => ({ label, cells }))
}
