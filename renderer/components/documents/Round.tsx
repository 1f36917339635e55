import { useMemo } from 'react'

import type { Case } from '../../../shared/case/schema'
import { roundOf } from '../../../shared/review/round'
import { usdInWords } from '../../format'
import { SaveCsv } from '../figure/SaveCsv'
import classes from './documents.module.css'
import { shownValue } from './value'

/** What the letter changes in an existing offer, and what each change is worth. */
export function Round(props: { readonly before: Case; readonly after: Case; readonly offer: string }) {
  const { before, after, offer } = props
  const { changes, worth } = useMemo(() => roundOf(before, after, offer), [before, after, offer])
  if (changes.length === 0) return <p>With what you have taken so far, this letter changes nothing in the offer.</p>
  return (
    <>
      <p>
        Together the changes {worth === undefined ? 'have no value that can be computed yet' : `are ${said(worth)}`}:
        present value of all money after tax, expected view. What each is worth need not add up to that, because terms
        act on each other.
      </p>
      <table className={classes.accounts}>
        <thead>
          <tr>
            <th scope="col">Term</th>
            <th scope="col">Now in the case</th>
            <th scope="col">In this letter</th>
            <th scope="col">Worth to you</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ change, worth: own }) => (
            <tr key={change.path}>
              <th scope="row">{change.label}</th>
              {change.kind === 'changed' ? (
                <>
                  <td>{shownValue(change.was, change.field)}</td>
                  <td>{shownValue(change.is, change.field)}</td>
                </>
              ) : (
                <>
                  <td>{change.kind === 'added' ? '–' : 'stated'}</td>
                  <td>{change.kind === 'added' ? 'new' : 'removed'}</td>
                </>
              )}
              <td>{own === undefined ? '–' : said(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SaveCsv title="What the letter changes" />
    </>
  )
}

const said = (worth: number): string =>
  Math.abs(worth) < 1 ? 'worth nothing' : `${usdInWords(Math.abs(worth))} ${worth > 0 ? 'better ▲' : 'worse ▼'}`
