import { useId, useState } from 'react'

import { capital } from '../../../shared/present/sentence'
import {
  FORMS_OF,
  NOT_ON_THE_RETURN,
  RETURN_SUFFIX,
  taxComputation,
  type ReturnedLine,
} from '../../../shared/present/tax-computation'
import { useOutcome } from '../../state/outcome'
import { Figure, FiguresOf } from '../figure/Figure'
import classes from './tax.module.css'
import { SaveCsv } from '../figure/SaveCsv'

/** A path's return for a year, federal and state side by side; every figure opens Why. */
export function Computation() {
  const outcome = useOutcome()
  const id = useId()
  const [chosen, setChosen] = useState('keep')
  const [wanted, setWanted] = useState(1)
  const path = outcome.paths.some((one) => one.id === chosen) ? chosen : 'keep'
  const year = Math.min(wanted, outcome.years)
  const first = outcome.document.assumptions.startYear
  const { federal, state } = taxComputation(outcome, path, 'expected')
  const shown = federal.filter(({ line, quiet }) => !quiet || Math.abs(outcome.values(line)[year - 1] ?? 0) >= 0.005)
  const table = (caption: string, lines: readonly (Pick<ReturnedLine, 'line'> & Partial<ReturnedLine>)[]) => (
    <div className={classes.scroll}>
      <table>
        <caption>{`${caption}, ${first + year - 1}, dollars of that year, expected view`}</caption>
        <tbody>
          {lines.map(({ line, sign, form }) => (
            <tr key={line.id} className={sign === '=' ? classes.sum : undefined}>
              <th scope="row">
                {sign && `${sign} `}
                {capital(line.label.replace(RETURN_SUFFIX, ''))}
              </th>
              {form !== undefined && <td className={classes.form}>{form}</td>}
              <td className={classes.amount}>
                <Figure path={path} view="expected" id={line.id.slice(`${path}/expected/`.length)} year={year} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SaveCsv title={`${caption} ${first + year - 1}`} />
    </div>
  )
  return (
    <FiguresOf value={outcome}>
      <p>
        <label htmlFor={`${id}-path`}>Path</label>{' '}
        <select id={`${id}-path`} value={path} onChange={({ target }) => setChosen(target.value)}>
          {outcome.paths.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>{' '}
        <label htmlFor={`${id}-year`}>Tax year</label>{' '}
        <select id={`${id}-year`} value={year} onChange={({ target }) => setWanted(Number(target.value))}>
          {Array.from({ length: outcome.years }, (_, i) => (
            <option key={i} value={i + 1}>
              {first + i}
            </option>
          ))}
        </select>
      </p>
      <div className={classes.beside}>
        {table('Federal return', shown)}
        {state.length > 0 &&
          table(
            'State return',
            state.map((line) => ({ line })),
          )}
      </div>
      {federal.length > 0 && (
        <p>
          {`Lines as on the forms of ${FORMS_OF}. `}
          {NOT_ON_THE_RETURN}
        </p>
      )}
    </FiguresOf>
  )
}
