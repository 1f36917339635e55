import { AREAS, AREA_IDS } from '../case/partner/areas'
import {
  AUTONOMY,
  AUTONOMY_IDS,
  PAID_FOR,
  PAID_FOR_IDS,
  TOPICS,
  type FactId,
  type Organization,
} from '../case/partner/schema'
import { capitalized, elementName } from '../case/names'
import type { Path } from '../case/path'
import type { Case } from '../case/schema'
import { list } from '../text'
import type { Check } from './check'

/** What every owner should know of an organization before signing, in the words of the question. */
const NEEDED: readonly (readonly [FactId, string])[] = [
  ['leverage', 'debt to EBITDA'],
  ['fundYear', 'first year of the fund'],
  ['recapitalizedOn', 'last recapitalization'],
  ['doctorTurnover', 'doctor turnover'],
  ['litigation', 'litigation or defaults'],
  ['hold', 'planned hold'],
]

/**
 * Questions that follow from what is known of the organizations behind the offers that are compared. Apart from the checks
 * of the figures, since they need none: they hold for a case that has no answer yet, too.
 */
export function partnerChecks(document: Case): Check[] {
  const offers = document.offers.filter(({ include }) => include)
  const used = document.partner.organizations.filter(({ id }) =>
    offers.some(({ partner }) => partner.organization === id),
  )
  return [
    ...offers.flatMap((offer): Check[] => {
      const at = `offers/${offer.id}/partner`
      const name = capitalized(elementName(`offers/${offer.id}`, document))
      const broken = AREA_IDS.filter((area) => offer.partner.scores[area].dealBreaker)
      return [
        ...(offer.partner.organization === ''
          ? [
              ask(
                'nobody-named',
                `${at}/organization`,
                undefined,
                `${name}: which organization is behind this offer, and who owns it?`,
              ),
            ]
          : []),
        ...broken.map((area) =>
          ask(
            'deal-breaker',
            `${at}/scores/${area}/score`,
            'attorney',
            `${name}: you marked ${AREAS[area].name.toLowerCase()} as a deal-breaker. Is there a term that would remove it?`,
          ),
        ),
      ]
    }),
    ...used.flatMap((organization) => aboutOrganization(document, organization)),
  ]
}

function aboutOrganization(document: Case, organization: Organization): Check[] {
  const at = `partner/organizations/${organization.id}`
  const name = capitalized(elementName(at, document))
  const found: Check[] = []
  const add = (...[rule, field, who, sentence]: Parameters<typeof ask>) =>
    found.push(ask(rule, `${at}/${field}`, who, `${name}: ${sentence}`))

  const missing = NEEDED.filter(([fact]) => isUnknown(organization.profile[fact].value))
  if (missing.length > 0)
    add(
      'unknown-facts',
      `profile/${missing[0]![0]}/value`,
      'buyer',
      `what is not known yet: ${list(missing.map(([, words]) => words))}. What are they, as of when, and may they be verified?`,
    )

  const { autonomy } = organization
  const open = AUTONOMY_IDS.filter((id) => autonomy[id].promised !== 'unknown' && autonomy[id].contract === 'unknown')
  if (open.length > 0)
    add(
      'not-in-contract',
      `autonomy/${open[0]}/contract`,
      'attorney',
      `who decides on ${inWords(open)} is promised but not in the contract. Will it be written in?`,
    )
  const less = AUTONOMY_IDS.filter(
    (id) =>
      autonomy[id].contract !== 'unknown' &&
      autonomy[id].promised !== 'unknown' &&
      autonomy[id].contract !== autonomy[id].promised,
  )
  if (less.length > 0)
    add(
      'contract-gives-less',
      `autonomy/${less[0]}/contract`,
      'attorney',
      `the contract differs from what was promised on ${inWords(less)}. Which of the two holds?`,
    )

  const undated = PAID_FOR_IDS.filter(
    (id) => organization.pays[id].amount !== null && organization.pays[id].by === null,
  )
  if (undated.length > 0)
    add(
      'promise-without-date',
      `pays/${undated[0]}/by`,
      'buyer',
      `money is promised for ${list(undated.map((id) => PAID_FOR[id].toLowerCase()))} without a date. By when, and what if it does not come?`,
    )

  if (organization.calls.length === 0)
    add(
      'nobody-called',
      'name',
      undefined,
      'you have spoken with none of its doctors. Whom will you call, and who left?',
    )
  const broken = organization.calls.flatMap((call) => call.topics.filter(({ delivered }) => delivered === 'no'))
  if (broken.length > 0)
    add(
      'broken-promise',
      'name',
      'buyer',
      `other doctors say that they did not get what was promised on ${list([...new Set(broken.map(({ topic }) => TOPICS[topic].toLowerCase()))])}. Why not, and what is different for you?`,
    )

  const awaited = organization.documents.filter(({ state }) => state === 'asked' || state === 'refused')
  if (awaited.length > 0)
    add(
      'documents-missing',
      `documents/${awaited[0]!.id}/state`,
      'buyer',
      `still not received: ${list(awaited.map(({ label }) => label))}. When will you have them?`,
    )
  return found
}

const ask = (rule: string, path: Path, who: Check['for'], message: string): Check => ({
  rule: `partner/${rule}`,
  severity: 'question',
  path,
  ...(who && { for: who }),
  message,
})

const isUnknown = (value: unknown): boolean => value === null || value === '' || value === 'unknown'

const inWords = (ids: readonly (keyof typeof AUTONOMY)[]): string => list(ids.map((id) => AUTONOMY[id].toLowerCase()))
