import { CAUSES, type Offer } from '../../../shared/case/schema'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields } from '../entry/Section'

const LEAVING: Readonly<Record<(typeof CAUSES)[number], string>> = {
  retirement: 'retiring',
  resignation: 'resigning',
  death: 'death',
  disability: 'disability',
  dismissal: 'dismissal',
}

/** Retention bonuses and forgivable loans; `start` is what their months are counted from: "closing". */
export function JobBonuses({ offer, start }: { readonly offer: Offer; readonly start: string }) {
  const at = (field: string) => `offers/${offer.id}/${field}`
  return (
    <>
      <Rows
        list={at('job/retention')}
        word="bonus"
        caption="Bonuses for still working there on a day"
        columns={[
          { field: 'label', label: 'Bonus', width: '40%' },
          { field: 'amount', label: 'Amount', unit: '$, once, before tax' },
          { field: 'months', label: 'Paid after', unit: `months from ${start}` },
        ]}
        most={10}
        empty="None is stated."
      />
      <Rows
        list={at('job/forgivableLoans')}
        word="loan"
        caption="Loans that are forgiven while you work"
        columns={[
          { field: 'label', label: 'Loan', width: '40%' },
          { field: 'amount', label: `Lent to you at ${start}`, unit: '$, once' },
          { field: 'years', label: 'Forgiven over', unit: 'years, an equal part each' },
        ]}
        most={5}
        empty="None is stated."
      />
      {offer.job.forgivableLoans.map(({ id, label }) => (
        <Fields key={id}>
          {CAUSES.map((cause) => (
            <Field
              key={cause}
              path={at(`job/forgivableLoans/${id}/clawback/${cause}`)}
              label={`${label}: rest to pay back on ${LEAVING[cause]}`}
            />
          ))}
        </Fields>
      ))}
    </>
  )
}
