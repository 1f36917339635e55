import { CAUSES, type Offer } from '../../../shared/case/schema'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields } from '../entry/Section'
import { forgivableLoans, retentionBonuses } from './bonus-lists'

const LEAVING: Readonly<Record<(typeof CAUSES)[number], string>> = {
  retirement: 'retiring',
  resignation: 'resigning',
  death: 'death',
  disability: 'disability',
  dismissal: 'dismissal',
}

/** Retention bonuses and forgivable loans of an associate's offer. */
export function JobBonuses({ offer }: { readonly offer: Offer }) {
  const at = (field: string) => `offers/${offer.id}/${field}`
  return (
    <>
      {[retentionBonuses('the start'), forgivableLoans('the start')].map((ask) => (
        <Rows key={ask.list} {...ask} list={at(ask.list)} />
      ))}
      {offer.job.forgivableLoans.map(({ id, label }) => (
        <Fields key={id}>
          {CAUSES.map((cause) => (
            <Field
              key={cause}
              path={at(`job/forgivableLoans/${id}/clawback/${cause}`)}
              label={`${label}: balance to repay on ${LEAVING[cause]}`}
            />
          ))}
        </Fields>
      ))}
    </>
  )
}
