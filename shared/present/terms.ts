import type { Case } from '../case/schema'
import type { Outcome } from '../model'
import { isFold, ledgerOf, type LedgerFold, type LedgerRow } from './report/ledger'

/** One term of two or more offers side by side. */
export interface TermRow {
  readonly key: string
  readonly label: string
  /** In the order of the offers; undefined where an offer says nothing of the kind. */
  readonly cells: readonly (LedgerRow | LedgerFold | undefined)[]
  readonly differs: boolean
}

/**
 * The terms of offers beside each other, in the order in which the first offer that has one states it. Parts of the
 * price stand in one row if they are of the same kind, the first with the first, the second with the second.
 */
export function termsOf(outcome: Outcome, offers: readonly string[]): TermRow[] {
  const { document } = outcome
  const { groups } = ledgerOf(outcome)
  const columns = offers.map((id) => {
    const group = groups.find(({ offer }) => offer === id)
    return new Map((group?.rows ?? []).map((row) => [keyOf(document, id, row.path), row]))
  })
  const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))]
  return keys.map((key) => {
    const cells = columns.map((column) => column.get(key))
    const label = cells.find((cell) => cell !== undefined)!.label
    return { key, label, cells, differs: new Set(cells.map(said)).size > 1 }
  })
}

/** The field without its offer, a component by its kind and its place among those of the kind. */
function keyOf(document: Case, offer: string, path: string): string {
  const [, , list, id, ...field] = path.split('/')
  if (list !== 'components' || id === undefined) return path.split('/').slice(2).join('/')
  const { components } = document.offers.find((one) => one.id === offer)!
  const { kind } = components.find((one) => one.id === id)!
  const place = components.filter((one) => one.kind === kind).findIndex((one) => one.id === id)
  return [kind, place + 1, ...field].join('/')
}

/** What a cell says, wherever it comes from. */
const said = (cell: LedgerRow | LedgerFold | undefined): string =>
  cell === undefined ? '' : JSON.stringify(isFold(cell) ? cell.parts : cell.value)
