import type { CSSProperties } from 'react'

import type { Outcome, View } from '../../../shared/model'
import { ageAtRetirement, structureOf } from '../../../shared/present/answer'
import { factOf } from '../../../shared/present/cards'
import type { Dollars } from '../../../shared/present/money'
import { capital } from '../../../shared/present/sentence'
import { threeViews, VIEW_NAMES } from '../../../shared/present/views'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { usdInWords, usdShort } from '../../format'
import { Figure } from '../figure/Figure'
import { InWords } from '../figure/InWords'
import classes from './compare.module.css'
import { VIEW_WORDS } from './dollars'

interface Props {
  readonly outcome: Outcome
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
  /** None if several are equal. */
  readonly leader: string | undefined
}

/** A card per path: its result, how certain that is, and one thing to know. */
export function Cards({ outcome, view, dollars, paths, leader }: Props) {
  const rows = threeViews(outcome, 'wealthAtRetirement', dollars, paths)
  const most = Math.max(1, ...rows.flatMap(({ expected, maximum }) => [expected, maximum]))
  const age = ageAtRetirement(outcome)
  const width = (value: number) => `${Math.max(0, Math.min(1, value / most)) * 100}%`
  return (
    <ul className={classes.cards} aria-label="The paths">
      {rows.map(({ id, name, figure, guaranteed, expected, maximum }) => {
        const path = outcome.paths.find((other) => other.id === id)!
        const mark = markOfPath(outcome.document, id)
        return (
          <li key={id} className={classes.card}>
            <div className={classes.cardHead}>
              <h2>
                <MarkSign mark={mark} size={14} /> {name}
              </h2>
              {id === leader && rows.length > 1 && <span className={classes.badge}>highest</span>}
            </div>
            <p className="quiet small">{structureOf(outcome, path)}</p>
            <p className={classes.big}>
              <Figure path={id} view={view} id={figure} short />
            </p>
            <p className="quiet small">wealth at age {age}</p>
            <div
              className={classes.bar}
              style={{ '--mark': mark.color } as CSSProperties}
              role="img"
              aria-label={`${capital(VIEW_NAMES.guaranteed)} ${usdInWords(guaranteed)}, expected ${usdInWords(expected)}, maximum ${usdInWords(maximum)}`}
              title={`${VIEW_NAMES.guaranteed} ${usdShort(guaranteed)} · expected ${usdShort(expected)} · maximum ${usdShort(maximum)}`}
            >
              <span className={classes.maximum} style={{ width: width(maximum) }} />
              <span className={classes.expected} style={{ width: width(expected) }} />
              <span className={classes.guaranteed} style={{ width: width(guaranteed) }} />
            </div>
            <p className={`small ${classes.fact}`}>
              <InWords sentence={factOf(outcome, id, view, dollars)} plain />
            </p>
            <span className="unseen">{id === leader ? `Leads in the ${VIEW_WORDS[view]}.` : ''}</span>
          </li>
        )
      })}
    </ul>
  )
}
