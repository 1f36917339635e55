import { Button } from '@mantine/core'

import { GIVEN, isCostLine, type Account, type AddBack, type Given } from '../../../shared/review/book'
import { usdCents } from '../../format'
import { Section } from '../entry/Section'
import classes from './documents.module.css'

export type Evidence = AddBack['evidence']

const idOf = (cell: string): string => `goes-to-${cell.replace(/\s/g, '_')}`

/** Of an account with cells in several files the first, and how many more there are. */
function cellsOf(cell: string): string {
  const first = /^.*?[A-Z]+\d+(?=\s|$)/.exec(cell)?.[0] ?? cell
  const others = cell.slice(first.length).split('!').length - 1
  return others === 0 ? cell : `${first} and ${others} more`
}

/** Goes to an account that the owner is asked about. */
export function showAccount({ row }: Account): void {
  const select = document.getElementById(idOf(row.cell))
  select?.scrollIntoView({ block: 'center' })
  select?.focus()
}

/** Nobody knows yet where it belongs. */
export const isAsked = (
  { row, known }: Pick<Account, 'row' | 'known'>,
  chosen: Readonly<Record<string, Given>>,
): boolean => !known && chosen[row.cell] === undefined

/** The lines in groups, so that each name is short. */
const GROUPS: readonly (readonly [name: string, lines: readonly Given[]])[] = [
  ['Cost lines', (Object.keys(GIVEN) as Given[]).filter(isCostLine)],
  ['Costs without a line', ['ownersPay', 'interest', 'depreciation', 'amortisation']],
  ['Income', ['income', 'otherIncome']],
  ['Left out', ['none']],
]

/** Where each account goes, and what is added back. */
export function BookAccounts(props: {
  readonly accounts: readonly Account[]
  readonly chosen: Readonly<Record<string, Given>>
  readonly evidence: Readonly<Record<string, Evidence | undefined>>
  /** By cell. */
  readonly onLines: (given: Readonly<Record<string, Given>>) => void
  readonly onEvidence: (given: Readonly<Record<string, Evidence | undefined>>) => void
  readonly onShow: (place: { place: string; words: string }) => void
}) {
  const { accounts, chosen, evidence, onLines, onEvidence, onShow } = props
  const candidates = accounts.filter(
    ({ row, line }) => row.addBack !== undefined && isCostLine(line) && row.amount > 0 && !evidence[row.cell],
  )
  const confirm = (cell: string, line: Given) => {
    onLines({ [cell]: line })
    // On to the next question; its button takes the place of the one that goes.
    const next = accounts.find((account) => account.row.cell !== cell && isAsked(account, chosen))
    if (next) showAccount(next)
    else document.getElementById(idOf(cell))?.focus()
  }
  const asked = accounts.filter((account) => isAsked(account, chosen))
  const confirmAll = () => onLines(Object.fromEntries(asked.map(({ row, line }) => [row.cell, line])))
  const addAll = () => onEvidence(Object.fromEntries(candidates.map(({ row }) => [row.cell, 'estimated' as const])))
  return (
    <Section
      title="Accounts"
      says="Add back what a buyer would not have to pay: it raises EBITDA, and the buyer’s accountants will ask for proof."
    >
      {asked.length > 1 && (
        <Button variant="default" size="compact-sm" onClick={confirmAll}>
          Confirm all {asked.length} unclear accounts as proposed
        </Button>
      )}{' '}
      {candidates.length > 1 && (
        <Button variant="default" size="compact-sm" onClick={addAll}>
          Add back all {candidates.length} candidates as estimated
        </Button>
      )}
      <table className={classes.accounts}>
        <thead>
          <tr>
            <th scope="col">Account</th>
            <th scope="col" className={classes.amount}>
              Amount
            </th>
            <th scope="col">Goes to</th>
            <th scope="col">Added back</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ row, line, known }) => (
            <tr key={row.cell} data-unknown={isAsked({ row, known }, chosen) || undefined}>
              <th scope="row">
                {row.label.trim()} <span className="quiet small">{cellsOf(row.cell)}</span>
                {row.addBack !== undefined && isCostLine(line) && (
                  <span className={classes.candidate}>candidate: {row.addBack}</span>
                )}
              </th>
              <td className={classes.amount}>{usdCents(row.amount)}</td>
              <td>
                <select
                  id={idOf(row.cell)}
                  aria-label={`${row.label.trim()} goes to`}
                  onFocus={() => onShow({ place: row.cell, words: '' })}
                  value={line}
                  onChange={(event) => onLines({ [row.cell]: event.target.value as Given })}
                >
                  {GROUPS.map(([name, lines]) => (
                    <optgroup key={name} label={name}>
                      {lines.map((key) => (
                        <option key={key} value={key}>
                          {GIVEN[key]}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
                {isAsked({ row, known }, chosen) && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    className={classes.confirm!}
                    aria-label={`${row.label.trim()}: ${GIVEN[line]} is right`}
                    onClick={() => confirm(row.cell, line)}
                  >
                    {GIVEN[line]} is right
                  </Button>
                )}
              </td>
              <td>
                {isCostLine(line) && (
                  <select
                    aria-label={`${row.label.trim()} added back`}
                    value={evidence[row.cell] ?? ''}
                    onChange={(event) =>
                      onEvidence({ [row.cell]: (event.target.value || undefined) as Evidence | undefined })
                    }
                  >
                    <option value="">no</option>
                    <option value="documented">yes, documented</option>
                    <option value="estimated">yes, estimated</option>
                    <option value="disputed">yes, disputed</option>
                  </select>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
