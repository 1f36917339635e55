import type { Case } from '../case/schema'
import type { Outcome } from '../model'
import { isFold, ledgerOf, type LedgerFold, type LedgerRow } from './report/ledger'

/** One term of two or more offers side by side. */
export interface TermRow {
  readonly key: string
  readonly label: string
  /** In the order of the offers; undefined where an offer has no such term. */
  readonly cells: readonly (LedgerRow | LedgerFold | undefined)[]
  readonly differs: boolean
}

/**
 * The terms of offers side by side, in the order of the first offer that states each. Price components of the same kind
 * are matched by position: the first escrow with the first, the second with the second.
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

/** The field path without its offer, a component keyed by its kind and its position in that kind. */
function keyOf(document: Case, offer: string, path: string): string {
  const [, , list, id, ...field] = path.split('/')
  if (list !== 'components' || id === undefined) return path.split('/').slice(2).join('/')
  const { components } = document.offers.find((one) => one.id === offer)!
  const { kind } = components.find((one) => one.id === id)!
  const place = components.filter((one) => one.kind === kind).findIndex((one) => one.id === id)
  return [kind, place + 1, ...field].join('/')
}

/** The text of a cell. */
const said = (cell: LedgerRow | LedgerFold | undefined): string =>
  cell === undefined ? '' : JSON.stringify(isFold(cell) ? cell.parts : cell.value)
