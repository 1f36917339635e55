import { inWords } from '../dates'
import type { FieldMeta } from '../field'
import { elementName } from '../names'
import type { Case } from '../schema'
import { AREA_IDS } from './areas'

/** A conflict that no single field of these pages can detect, located by keys and indices. */
export interface Clash {
  readonly keys: readonly PropertyKey[]
  readonly message: string
}

/** Weights that are all zero, and offers of an organization that does not exist. */
export function partnerClashes({ partner, offers }: Case): Clash[] {
  const known = new Set(partner.organizations.map(({ id }) => id))
  return [
    ...(AREA_IDS.every((area) => partner.weights[area] === 0)
      ? [
          {
            keys: ['partner', 'weights', AREA_IDS[0]!],
            message:
              'Weights of the scorecard: all of them are 0, so nothing would count. Leave at least one area a weight from 1 to 10.',
          },
        ]
      : []),
    ...offers.flatMap(({ name, partner: { organization } }, i) =>
      organization === '' || known.has(organization)
        ? []
        : [
            {
              keys: ['offers', i, 'partner', 'organization'],
              message: `Organization behind the offer (${name}): there is no organization "${organization}" in this case. Choose one that is there, or none.`,
            },
          ],
    ),
  ]
}

/** Why an organization cannot be removed; undefined if it can. */
export function whyKept(document: Case, id: string): string | undefined {
  const offers = document.offers.filter(({ partner }) => partner.organization === id)
  if (offers.length === 0) return undefined
  const [first] = offers
  const names =
    offers.length === 1
      ? `the offer “${elementName(`offers/${first!.id}`, document)}” uses it`
      : `${offers.length} offers use it (${offers.map((offer) => elementName(`offers/${offer.id}`, document)).join(', ')})`
  return `“${elementName(`partner/organizations/${id}`, document)}” cannot be deleted while ${names}. Choose another organization for ${offers.length === 1 ? 'that offer' : 'those offers'} first, or none. Nothing was changed.`
}

/**
 * Why a date is invalid in a field about the past; undefined if it is valid. Checked for typed entries, not stored
 * ones: a file written on a machine with a fast clock must still open.
 * @param today YYYY-MM-DD
 */
export function stillToCome({ label, past }: FieldMeta, value: unknown, today: string): string | undefined {
  if (!past || typeof value !== 'string' || value <= today) return undefined
  return `${label}: ${inWords(value)} is in the future; today is ${inWords(today)}. Enter the day on which it happened, or leave the field empty until then.`
}
