import { useMemo, useState } from 'react'

import type { Ask } from '../../../shared/analysis/asks'
import type { Outcome } from '../../../shared/model'
import { asksTitle, inUnitsOf, stepOf } from '../../../shared/present/risk'
import { usd, usdInWords } from '../../format'
import { useAnalysis } from '../../state/analyses'
import { writer } from './lever-text'
import classes from './risk.module.css'
import { Letter } from './Letter'
import { State } from './State'
import { SaveCsv } from '../figure/SaveCsv'

/** What one step of each negotiable term is worth: what to ask for first. */
export function Asks({ outcome, prefer }: { readonly outcome: Outcome; readonly prefer: string | undefined }) {
  const { document } = outcome
  const analysis = useAnalysis('asks', { kind: 'asks', document })
  const [chosen, setChosen] = useState<string>()
  const [unit, setUnit] = useState<string>()
  const [wanted, setWanted] = useState<readonly string[]>([])
  const write = useMemo(() => writer(document), [document])
  const inWords = useMemo(() => writer(document, usdInWords), [document])
  const offers = document.offers.filter(({ include }) => include)
  const offer = offers.find(({ id }) => id === chosen) ?? offers.find(({ id }) => id === prefer) ?? offers[0]
  if (!offer) return null
  const list = analysis.result?.find((one) => one.offer === offer.id)?.asks ?? []
  const against = list.find(({ lever }) => lever.id === unit) ?? list.find(isPrice) ?? list[0]
  return (
    <section aria-labelledby="asks">
      <h2 id="asks">{list.length > 0 ? asksTitle(offer.name, list, inWords, usdInWords) : 'What to ask for first'}</h2>
      <p className="quiet small">
        What one step in each term adds to the present value of your total after-tax cash flow, in today’s dollars, with
        everything else as offered. <State analysis={analysis} />
      </p>
      <div className={classes.pair}>
        {offers.length > 1 && (
          <label>
            <span>Offer</span>
            <select value={offer.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {offers.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {against && (
          <label>
            <span>In units of</span>
            <select value={against.lever.id} onChange={({ currentTarget }) => setUnit(currentTarget.value)}>
              {list.map(({ lever }) => (
                <option key={lever.id} value={lever.id}>
                  {lever.label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {against && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
        <div className={classes.scroll} role="region" aria-label={`Terms of ${offer.name}`} tabIndex={0}>
          <table className={classes.asks}>
            <caption className="unseen">What one step of each term of {offer.name} is worth</caption>
            <thead>
              <tr>
                <th scope="col">Term, checked if you ask for it</th>
                <th scope="col">Ask for</th>
                <th scope="col">Expected value</th>
                <th scope="col">Value, noncontingent</th>
                <th scope="col">As much as, of the {against.lever.label.replace(/^the /, '')}</th>
              </tr>
            </thead>
            <tbody>
              {list.map((ask) => (
                <tr key={ask.lever.id}>
                  <th scope="row">
                    <label>
                      <input
                        type="checkbox"
                        checked={wanted.includes(ask.lever.id)}
                        onChange={({ currentTarget }) =>
                          setWanted(
                            currentTarget.checked
                              ? [...wanted, ask.lever.id]
                              : wanted.filter((id) => id !== ask.lever.id),
                          )
                        }
                      />{' '}
                      {ask.lever.label}
                    </label>
                  </th>
                  <td>{stepOf(ask, write)}</td>
                  <td>{usd(ask.expected)}</td>
                  <td>{usd(ask.guaranteed)}</td>
                  <td>{inUnitsOf(ask, against, usd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <SaveCsv title={`Terms to ask for ${offer.name}`} />
        </div>
      )}
      {against && (
        <Letter offer={offer.id} asks={list.flatMap(({ lever }) => (wanted.includes(lever.id) ? [lever.id] : []))} />
      )}
    </section>
  )
}

const isPrice = ({ lever }: Ask): boolean => /\/price\/(multiple|amount)$/.test(lever.id)
