import { memo } from 'react'

import { contestOfAnswer } from '../../shared/present/material'
import { roleWords } from '../../shared/present/paths'
import { leadSteps } from '../../shared/present/report/lead-steps'
import { usd } from '../format'
import { dollarsInWords, type Part } from './context'

/** The sources of the leader's advantage: parts that add up to it. */
export const LeadBridge = memo(function LeadBridge({ outcome, dollars }: Pick<Part, 'outcome' | 'dollars'>) {
  const ids = outcome.paths.map(({ id }) => id)
  const rival = contestOfAnswer(outcome, 'expected', dollars, ids)?.paths[0]
  const bridge = rival === undefined ? undefined : leadSteps(outcome, rival, 'expected', dollars)
  if (!bridge) return null
  const { name, steps, total } = bridge
  return (
    <table className="bridge">
      <caption>
        {name} compared with {roleWords(outcome.document).first}: wealth at retirement, expected view,{' '}
        {dollarsInWords(dollars)}
      </caption>
      <thead>
        <tr>
          {steps.map(({ label }) => (
            <th scope="col" key={label} className="number">
              {label}
            </th>
          ))}
          <th scope="col" className="number">
            = Difference
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          {steps.map(({ label, amount }) => (
            <td key={label} className="number">
              {amount >= 0 ? '+' : ''}
              {usd(amount)}
            </td>
          ))}
          <td className="number strong">{usd(total)}</td>
        </tr>
      </tbody>
    </table>
  )
})
