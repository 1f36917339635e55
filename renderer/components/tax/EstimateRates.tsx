import { Button } from '@mantine/core'
import { useState } from 'react'

import { estimateRates, withRates, type EstimatedRate } from '../../../shared/analysis/effective-rates'
import { withState } from '../../../shared/case/choose-state'
import { ratesInWords } from '../../../shared/present/effective-rates'
import { stateTaxUsed } from '../../../shared/present/state-law'
import { percent, usd } from '../../format'
import { useDocument, useStore } from '../../state/store'
import { Field } from '../entry/Field'
import { Fields } from '../entry/Section'
import { SaveCsv } from '../figure/SaveCsv'
import { tell } from '../frame/tell'
import classes from './tax.module.css'

/** Fills in the effective rates that result from tax law, and explains how each was measured. */
export function EstimateRates() {
  const document = useDocument()
  const replace = useStore((state) => state.replace)
  const [estimates, setEstimates] = useState<readonly EstimatedRate[]>()
  const { federal } = document.tax
  const at = (field: string) => `tax/federal/${field}`
  const estimate = () => {
    const found = estimateRates(document)
    const problems = replace(withRates(document, found))
    if (problems.length > 0) return tell(problems[0]!.message)
    setEstimates(found)
    tell('The estimated rates are in the case, marked as assumed. Undo takes them back.')
  }
  return (
    <section aria-labelledby="estimate-rates">
      <h3 id="estimate-rates">Estimate these rates</h3>
      <p className="quiet small">
        The program computes federal and state tax under the law on every path of this case, for every year in the
        expected view. Each rate is the tax on one kind of income divided by that income, so it is an average, not the
        rate on your next dollar.
      </p>
      <Fields>
        <Field path={at('filingStatus')} />
        {document.practice.role === 'owner' && (
          <>
            <Field path={at('entity')} />
            {federal.entity === 'sCorporation' && <Field path={at('ownerWages')} />}
          </>
        )}
        <Field path={at('state')} help="" chosen={withState} />
      </Fields>
      <p className="small">For this estimate, {stateTaxUsed(federal)}</p>
      <Button variant="default" onClick={estimate}>
        Estimate my effective rates from the law
      </Button>
      {estimates && <Measured estimates={estimates} changed={document.tax.changes.length > 0} />}
    </section>
  )
}

interface MeasuredProps {
  readonly estimates: readonly EstimatedRate[]
  /** Whether rates that change in a later year are entered: the estimate leaves those alone. */
  readonly changed: boolean
}

function Measured({ estimates, changed }: MeasuredProps) {
  return (
    <>
      <div className={classes.scroll}>
        <table>
          <caption>How the rates were estimated (sums over all years and paths, in dollars of their year)</caption>
          <thead>
            <tr>
              <th scope="col">Income</th>
              <th scope="col" className={classes.amount}>
                Taxed
              </th>
              <th scope="col" className={classes.amount}>
                Tax
              </th>
              <th scope="col" className={classes.amount}>
                Rate
              </th>
              <th scope="col">How it is measured</th>
            </tr>
          </thead>
          <tbody>
            {ratesInWords(estimates).map(({ kind, name, how, estimate: { rate, income, tax } }) => (
              <tr key={kind}>
                <th scope="row">{name}</th>
                <td className={classes.amount}>{usd(income)}</td>
                <td className={classes.amount}>{usd(tax)}</td>
                <td className={classes.amount}>{percent(rate)}</td>
                <td>{rate === undefined ? 'No path has such income; your rate is unchanged.' : how}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveCsv title="How the rates were estimated" />
      <p className="quiet small">
        The rates do not follow later edits of the case: estimate again after a change.
        {changed && ' Rates that change in a later year stay as you entered them.'}
      </p>
    </>
  )
}
