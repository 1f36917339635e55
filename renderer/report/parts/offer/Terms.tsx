import { Heading } from '../../headings'
import { LedgerTable } from '../../LedgerTable'
import type { OfferProps } from './props'

/** The terms as entered, each with who says so and what is usual. */
export function Terms({ ledger, offer }: OfferProps) {
  const group = ledger.groups.find(({ offer: id }) => id === offer.id)
  if (!group) return null
  return (
    <>
      <Heading level={4}>Terms as entered</Heading>
      <LedgerTable group={group} />
    </>
  )
}
