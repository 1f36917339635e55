import { added } from '../../../shared/case/lists'
import type { Case } from '../../../shared/case/schema'
import { useStore } from '../../state/store'
import { tell } from '../frame/tell'

/** What a kind of offer typically includes. Every figure in it is assumed until the letter has been read. */
interface Template {
  readonly name: string
  readonly says: string
  readonly seed: Readonly<Record<string, unknown>>
}

const escrow = { id: 'escrow-1', kind: 'escrow' }
const rolled = { id: 'rolled-1', kind: 'rolled' }

export const TEMPLATES = {
  fullSale: {
    name: 'Full sale',
    says: 'The whole practice is sold; part is held back and the rest is paid at closing, sometimes with a note or an earn-out.',
    seed: { structure: 'fullSale', components: [escrow] },
  },
  jointVenture: {
    name: 'Joint venture',
    says: 'Part is sold and you retain the rest; the buyer takes a management fee before your share.',
    seed: {
      structure: 'jointVenture',
      shareSold: 0.6,
      debt: 'stays',
      components: [escrow],
      fee: { kind: 'collections' },
    },
  },
  holdco: {
    name: 'Rollover into the parent (holdco)',
    says: 'The whole practice is sold; part of the price becomes equity in the buyer’s parent instead of cash.',
    seed: { structure: 'holdco', components: [escrow, rolled] },
  },
  hybrid: {
    name: 'Hybrid',
    says: 'You retain part of the practice, and part of the price becomes equity in the parent.',
    seed: {
      structure: 'hybrid',
      shareSold: 0.7,
      debt: 'stays',
      components: [escrow, rolled],
      fee: { kind: 'collections' },
    },
  },
  services: {
    name: 'Management services only',
    says: 'Nothing is sold; for a fee, the buyer takes over contracts, purchasing and administration.',
    seed: { structure: 'services', shareSold: 0, debt: 'stays', fee: { kind: 'collections' }, costs: { broker: 0 } },
  },
  privateBuyer: {
    name: 'Private buyer',
    says: 'A dentist, an associate or a partner buys all that you own; a bank loan pays the price at closing.',
    seed: { structure: 'fullSale', price: { stated: 'amount' }, job: { termYears: 0 } },
  },
  later: {
    name: 'A sale later',
    says: 'Not an offer yet: what you expect if you wait a few years.',
    seed: { structure: 'fullSale', later: true, components: [escrow] },
  },
  associate: {
    name: 'Associate offer',
    says: 'A job, possibly with cash or equity, for a doctor who owns no part of the practice; there is no price.',
    // What it pays is the first question; the share owners usually keep would be a guess here.
    seed: { structure: 'fullSale', job: { rate: 0 } },
  },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof TEMPLATES

/** The kinds of offer available to a household, by whether it owns the practice. */
export const templatesFor = (role: Case['practice']['role']): readonly TemplateName[] =>
  (Object.keys(TEMPLATES) as TemplateName[]).filter((name) => (name === 'associate') === (role === 'associate'))

/** Adds an offer made from a template and opens it. */
export function newOffer(template: TemplateName): void {
  const { document, replace, setOffer } = useStore.getState()
  if (!document) return
  const { seed, name } = TEMPLATES[template]
  const number = document.offers.length + 1
  const year = document.assumptions.startYear + (template === 'later' ? 3 : 0)
  const more = added(document, 'offers', 'offer', {
    ...seed,
    name: template === 'later' ? `${name}` : `Offer ${number}`,
    closing: `${year}-01-01`,
  })
  const origins = { ...more.document.origins, [`offers/${more.id}/structure`]: 'entered' as const }
  const problems = replace({ ...more.document, origins })
  if (problems.length > 0) return tell(problems.map(({ message }) => message).join(' '))
  setOffer(more.id)
}
