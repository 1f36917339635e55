import { describe } from '../../case/describe'
import type { FieldMeta } from '../../case/field'
import { PAID_FOR, PAID_FOR_IDS, type FactId, type Organization } from '../../case/partner/schema'
import type { Case } from '../../case/schema'

/** The facts of a profile in the order of a careful reader, each by what it is called in a table. */
export const FACTS: readonly (readonly [FactId, string])[] = [
  ['type', 'Kind'],
  ['focus', 'Specialties'],
  ['ownership', 'Ownership'],
  ['sponsor', 'Sponsor and fund'],
  ['fundYear', 'First year of the fund'],
  ['practices', 'Practices'],
  ['doctors', 'Doctors'],
  ['recapitalizedOn', 'Last recapitalization'],
  ['recapitalizedAt', 'Its multiple'],
  ['leverage', 'Debt to EBITDA'],
  ['sameStoreGrowth', 'Growth of the same practices'],
  ['doctorTurnover', 'Doctor turnover'],
  ['staffTurnover', 'Staff turnover'],
  ['litigation', 'Litigation or defaults'],
  ['hold', 'Planned hold'],
]

export interface KnownFact {
  readonly label: string
  readonly value: string | number
  readonly field: FieldMeta
  readonly on: string | null
  readonly source: string
}

/** What is known of an organization and what it promises to pay, and the names of the facts that are not known. */
export function knownFacts(
  document: Case,
  { id, profile, quality, pays }: Organization,
): { readonly known: readonly KnownFact[]; readonly unknown: readonly string[] } {
  const at = `partner/organizations/${id}`
  const rows = [
    ...FACTS.map(([fact, label]) => ({ label, path: `${at}/profile/${fact}/value`, ...profile[fact] })),
    { label: 'Net promoter score', path: `${at}/quality/netPromoter/value`, ...quality.netPromoter },
  ]
  const isKnown = (value: string | number | null): value is string | number =>
    value !== null && value !== '' && value !== 'unknown'
  const promised = PAID_FOR_IDS.flatMap((key) => {
    const { amount, by, source } = pays[key]
    const field = describe(`${at}/pays/${key}/amount`, document)!
    return amount === null
      ? []
      : [{ label: `Pays for ${PAID_FOR[key].toLowerCase()}, by`, value: amount, field, on: by, source }]
  })
  return {
    known: [
      ...rows.flatMap(({ label, path, value, on, source }) =>
        isKnown(value) ? [{ label, value, field: describe(path, document)!, on, source }] : [],
      ),
      ...promised,
    ],
    unknown: rows.filter(({ value }) => !isKnown(value)).map(({ label }) => label),
  }
}

/** The organizations behind the offers that are compared, each with those offers, in the order of the offers. */
export function organizationsBehind({ partner, offers }: Case) {
  const compared = offers.filter(({ include }) => include)
  return partner.organizations
    .map((organization) => ({
      organization,
      offers: compared.filter((offer) => offer.partner.organization === organization.id),
    }))
    .filter((one) => one.offers.length > 0)
    .sort((a, b) => compared.indexOf(a.offers[0]!) - compared.indexOf(b.offers[0]!))
}
