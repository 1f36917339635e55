import { Checkbox } from '@mantine/core'
import { useState } from 'react'

import { named } from '../../../shared/case/names'
import { isFold, type LedgerFold, type LedgerRow } from '../../../shared/present/report/ledger'
import { termsOf } from '../../../shared/present/terms'
import { none, percent, valueText } from '../../format'
import { goToField } from '../../state/goto'
import { useOutcome } from '../../state/outcome'
import { useDocument } from '../../state/store'
import { Terms } from '../figure/Terms'
import classes from './offer.module.css'
import { SaveCsv } from '../figure/SaveCsv'

interface Props {
  readonly first: string
  /** Called when the user follows a term to its field. */
  readonly onLeave: () => void
}

/** Two offers term by term; differences are marked with a sign and a word. */
export function CompareTerms({ first, onLeave }: Props) {
  const outcome = useOutcome()
  const offers = named(useDocument()).offers.filter(({ include }) => include)
  const [chosen, setChosen] = useState(() => {
    const left = offers.find(({ id }) => id === first) ?? offers[0]
    const right = offers.find(({ id }) => id !== left?.id)
    return [left?.id ?? '', right?.id ?? ''] as const
  })
  const [all, setAll] = useState(false)
  const rows = termsOf(outcome, chosen)
  const differing = rows.filter(({ differs }) => differs).length
  return (
    <section className={classes.terms} aria-label="Compare terms">
      <Checkbox
        label={`Also show the ${rows.length - differing} terms that are the same`}
        checked={all}
        onChange={(event) => setAll(event.target.checked)}
      />
      <table>
        <caption className="unseen">Terms of two offers side by side</caption>
        <thead>
          <tr>
            <th scope="col">
              {differing === 0
                ? 'No terms differ'
                : `${differing} ${differing === 1 ? 'term differs' : 'terms differ'}`}
            </th>
            {chosen.map((id, index) => (
              <th key={index === 0 ? 'left' : 'right'} scope="col">
                <select
                  aria-label={index === 0 ? 'First offer' : 'Second offer'}
                  value={id}
                  onChange={(event) =>
                    setChosen(index === 0 ? [event.target.value, chosen[1]] : [chosen[0], event.target.value])
                  }
                >
                  {offers.map((offer) => (
                    <option key={offer.id} value={offer.id}>
                      {offer.name}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ differs }) => all || differs)
            .map(({ key, label, cells, differs }) => (
              <tr key={key}>
                <th scope="row">
                  <Terms>{label}</Terms>
                  {differs && all && <span className={classes.differs}> ≠ differs</span>}
                </th>
                {cells.map((cell, index) => (
                  <td key={index === 0 ? 'left' : 'right'}>
                    {cell ? (
                      <button
                        type="button"
                        className="link"
                        onClick={() => {
                          onLeave()
                          goToField(cell.path)
                        }}
                      >
                        {saidBy(cell)}
                      </button>
                    ) : (
                      <span className="quiet">{none}</span>
                    )}
                    {cell?.origin === 'assumed' && <span className="quiet small"> assumed</span>}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
      <SaveCsv title="Terms of two offers side by side" />
    </section>
  )
}

function saidBy(cell: LedgerRow | LedgerFold): string {
  if (isFold(cell))
    return cell.parts
      .map(
        ({ label, share, multiple }) => `${label} ${percent(share)}${multiple === undefined ? '' : ` × ${multiple}`}`,
      )
      .join(', ')
  return valueText(cell.value, cell.field)
}
