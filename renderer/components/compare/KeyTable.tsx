import type { Outcome, View } from '../../../shared/model'
import { averagesReconciled } from '../../../shared/present/averages'
import { keyFigures } from '../../../shared/present/key-figures'
import type { Dollars } from '../../../shared/present/money'
import { shortName } from '../../../shared/present/paths'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { none, plain, usd } from '../../format'
import { Figure } from '../figure/Figure'
import { Terms } from '../figure/Terms'
import classes from './compare.module.css'
import { dollarsInWords, VIEW_WORDS } from './dollars'
import { SaveCsv } from '../figure/SaveCsv'

interface Props {
  readonly outcome: Outcome
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
}

/** The figures of all paths side by side; best and worst are marked with a sign and a word. */
export function KeyTable({ outcome, view, dollars, paths }: Props) {
  const rows = keyFigures(outcome, view, dollars, paths)
  const reconciled = averagesReconciled(outcome, view, paths, { usd, years: plain })
  return (
    <section aria-labelledby="key-figures">
      <h2 id="key-figures">Side by side</h2>
      <p className="quiet small">
        {capital(VIEW_WORDS[view])}; balances and totals {dollarsInWords(dollars)}, annual pay in dollars of its year. ▲
        marks the better end of a row, ▼ the other.
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <div className={classes.scroll} role="region" aria-label="Figures of the paths" tabIndex={0}>
        <table className={classes.key}>
          <caption className="unseen">Figures of the paths, side by side</caption>
          <thead>
            <tr>
              <td />
              {paths.map((id) => (
                <th key={id} scope="col">
                  <span className={classes.sign}>
                    <MarkSign mark={markOfPath(outcome.document, id)} />
                    {shortName(outcome.paths.find((path) => path.id === id)!)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, note, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <Terms>{label}</Terms> <span className="quiet small">{note}</span>
                </th>
                {cells.map(({ path, figure, value, rank }) => (
                  <td key={path}>
                    {figure === undefined || Number.isNaN(value) ? (
                      <span className="quiet">{none}</span>
                    ) : (
                      <Figure path={path} view={view} id={figure} />
                    )}
                    {rank && (
                      <span className={classes.rank}>
                        {rank.sign} {rank.word}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reconciled.length > 0 && <p className="quiet small">The two averages of take-home: {reconciled.join('; ')}.</p>}
      <SaveCsv title="Figures of the paths" />
    </section>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
