import { Rows } from '../entry/Rows'

/** The practice's debt, loan by loan. */
export function Loans() {
  return (
    <Rows
      list="practice/debts"
      word="loan"
      caption="Practice loans"
      columns={[
        { field: 'label', label: 'Loan', width: '34%' },
        { field: 'balance', label: 'Balance', unit: '$, at the start of the plan' },
        { field: 'rate', label: 'Interest', unit: '% a year' },
        { field: 'years', label: 'Years left' },
      ]}
      most={10}
      empty="No loan is entered."
    />
  )
}
