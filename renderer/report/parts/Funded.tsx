import { memo } from 'react'

import { worstCase, type WorstCase } from '../../../shared/present/report/side-by-side'
import { VIEW_NAMES } from '../../../shared/present/views'
import { none } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'
import { inTables } from '../in-tables'
import { PathName } from '../PathName'

/** Marks an age that falls inside the term of work that the offer requires. */
const BREAKS = '†'

/** The views in which ages are shown. */
const SHOWN = ['expected', 'guaranteed'] as const

/** The worst case of each path, a line each: whether noncontingent money alone lasts, and when the owner can stop. */
export const Funded = memo(function Funded({ outcome }: Pick<Part, 'outcome'>) {
  const worst = worstCase(outcome)
  const terms = [
    ...new Set(
      worst.flatMap(({ breaksTerm, term }) => (SHOWN.some((view) => breaksTerm.includes(view)) ? [term] : [])),
    ),
  ]
  return (
    <>
      <Heading level={3}>Is the plan funded to age {outcome.lastAge} without contingent payments?</Heading>
      <div className="funded">
        {inTables(worst, Math.ceil(worst.length / 2)).map((rows) => (
          <table key={rows[0]!.path}>
            <thead>
              <tr>
                <th scope="col" rowSpan={2}>
                  Path
                </th>
                <th scope="col" rowSpan={2}>
                  Funded
                </th>
                <th scope="colgroup" colSpan={2} className="number">
                  Earliest retirement age
                </th>
              </tr>
              <tr>
                {SHOWN.map((view) => (
                  <th key={view} scope="col" className="number">
                    {VIEW_NAMES[view]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.path}>
                  <th scope="row">
                    <PathName document={outcome.document} id={one.path} name={one.name} />
                  </th>
                  <td className="whole">{one.funded ? 'yes' : `no, to ${one.fundedToAge}`}</td>
                  <Age of={one} view="expected" />
                  <Age of={one} view="guaranteed" />
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      {terms.length > 0 && (
        <p className="small">
          {BREAKS} breaks the {terms.length === 1 ? `${terms[0]}-year term of work` : 'term of work'} that the offer
          requires.
        </p>
      )}
    </>
  )
})

function Age({ of: { earliest, breaksTerm }, view }: { of: WorstCase; view: (typeof SHOWN)[number] }) {
  const age = earliest[view]
  return (
    <td className="number">
      {age ?? none}
      {breaksTerm.includes(view) && BREAKS}
    </td>
  )
}
