import { CAUSES, type Offer } from '../../../shared/case/schema'
import { Field } from '../entry/Field'

interface LeaverTermsProps {
  readonly equity: Pick<Offer['retained'], 'vesting' | 'called'>
  at(field: string): string
  /** Whether what is kept on leaving counts without vesting too: rolled equity goes by the term then. */
  readonly byTerm?: boolean
}

/** What becomes of equity if the owner leaves before its exit: vesting, what is kept of the rest, the buyer's call. */
export function LeaverTerms({ equity, at, byTerm = true }: LeaverTermsProps) {
  return (
    <>
      <Field path={at('vesting')} />
      {equity.vesting !== 'none' && <Field path={at('vestingYears')} />}
      {(byTerm || equity.vesting !== 'none') &&
        CAUSES.map((cause) => <Field key={cause} path={at(`keptOnLeaving/${cause}`)} />)}
      <Field path={at('called')} />
      {equity.called && CAUSES.map((cause) => <Field key={cause} path={at(`callDiscount/${cause}`)} />)}
    </>
  )
}
