import type { Case } from '../../shared/case/schema'
import { unconfirmedFields } from '../../shared/analysis/material'
import { originOf, type Outcome } from '../../shared/model'

/** The steps of entering a case, in order. */
export type Step = 'practice' | 'you' | 'offers' | 'ways'

export const stepOf = (path: string): Step =>
  path.startsWith('practice/')
    ? 'practice'
    : path.startsWith('offers/')
      ? 'offers'
      : path.startsWith('alternatives/')
        ? 'ways'
        : 'you'

/** Unconfirmed fields that the figures depend on, in the order of the method. */
export const unconfirmed = ({ structure, document }: Outcome): string[] => unconfirmedFields(structure, document)

const OF_THE_HOUSEHOLD = ['birthDate', 'retirement', 'spendingNow', 'savings', 'taxDeferredSavings'].map(
  (field) => `owner/${field}`,
)

/** The few fields without which a comparison says little, and which only the owner can know. */
export function essentials(document: Case): string[] {
  if (document.practice.role === 'associate') return associatesEssentials(document)
  const { practice, offers } = document
  const costs = practice.costs.map(
    ({ id, behaviour }) => `practice/costs/${id}/${behaviour === 'fixed' ? 'amount' : 'share'}`,
  )
  return [
    ...['ownerCollections', 'hygieneCollections', 'specialty'].map((field) => `practice/${field}`),
    ...(costs.length > 0 ? costs : ['practice/costs']),
    ...practice.debts.map(({ id }) => `practice/debts/${id}/balance`),
    ...OF_THE_HOUSEHOLD,
    ...offers.flatMap((offer) =>
      [
        'closing',
        'job/rate',
        'job/termYears',
        ...(offer.structure === 'services'
          ? []
          : [offer.price.stated === 'amount' ? 'price/amount' : 'price/multiple']),
        ...(offer.structure === 'jointVenture' || offer.structure === 'hybrid' ? ['shareSold'] : []),
        ...(offer.fee.kind === 'none' ? [] : ['fee/kind']),
        ...offer.components.map(({ id, basis }) => `components/${id}/${basis === 'fixed' ? 'amount' : 'share'}`),
      ].map((field) => `offers/${offer.id}/${field}`),
    ),
  ]
}

function associatesEssentials({ practice, offers }: Case): string[] {
  const pay = (job: string, { rate, salary }: { readonly rate: number; readonly salary: number }) =>
    salary > 0 && rate === 0 ? `${job}/salary` : `${job}/rate`
  return [
    'practice/ownerCollections',
    'practice/specialty',
    pay('practice/job', practice.job),
    ...OF_THE_HOUSEHOLD,
    ...offers.flatMap(({ id, job, components }) => [
      `offers/${id}/closing`,
      pay(`offers/${id}/job`, job),
      `offers/${id}/job/termYears`,
      ...components.flatMap((part) =>
        part.kind === 'rolled'
          ? [
              `offers/${id}/components/${part.id}/${part.acquired === 'granted' ? 'grantShare' : part.basis === 'fixed' ? 'amount' : 'share'}`,
            ]
          : [],
      ),
    ]),
  ]
}

/** How many of a step's essential fields are still to be entered or confirmed. */
export const openIn = (document: Case, step: Step): number =>
  essentials(document).filter((path) => stepOf(path) === step && originOf(document, path) === 'assumed').length
