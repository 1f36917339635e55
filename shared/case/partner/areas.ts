/** An area of the scorecard: what an owner weighs beside the money (MODEL.md section 10). */
export interface Area {
  readonly name: string
  /** What to look for. */
  readonly look: string
  /** The question to ask, of the organization or of its doctors. */
  readonly ask: string
}

export const AREAS = {
  autonomy: {
    name: 'Clinical autonomy',
    look: 'Doctors decide on treatment, materials, labs and referrals, and the contract says so.',
    ask: 'When did the organization last overrule a doctor on a clinical matter, and who had the final word?',
  },
  compensation: {
    name: 'Compensation and ownership',
    look: 'Pay that can be recomputed from a statement, and ownership in something you can name.',
    ask: 'May I see a month of a doctor’s pay statement, and what exactly would I own?',
  },
  culture: {
    name: 'Culture and values',
    look: 'Leaders who answer plainly, doctors who speak freely, disagreement that is not punished.',
    ask: 'What did you last disagree about with your doctors, and how did it end?',
  },
  career: {
    name: 'Long-term career',
    look: 'A role you would still want after the term: teaching, leading, fewer days, a planned successor.',
    ask: 'What do doctors do here in the sixth year, once their terms have ended?',
  },
  record: {
    name: 'Track record and reputation',
    look: 'Earlier sellers who were paid what they were promised, and few who left early.',
    ask: 'May I call five doctors of my own choosing, two of whom have left?',
  },
  strength: {
    name: 'Financial strength',
    look: 'Debt that earnings can carry, audited statements, growth that is not only acquisitions.',
    ask: 'What is the ratio of debt to EBITDA, when does the debt mature, and what are its covenants?',
  },
  equity: {
    name: 'Equity terms',
    look: 'A named class of equity, a stated price, the same class the sponsor holds, protection from dilution.',
    ask: 'Which class would I hold, what stands ahead of it, and what did the sponsor pay?',
  },
  earnOut: {
    name: 'Earn-out mechanics',
    look: 'A result you control, paid in proportion, due if the practice is sold on.',
    ask: 'Of the earn-outs that have come due, how many were paid in full?',
  },
  employment: {
    name: 'Employment terms',
    look: 'Clear days, pay and causes for dismissal, a non-compete you could live with.',
    ask: 'For what may I be dismissed, with what notice, and what may I do afterward?',
  },
  services: {
    name: 'Services for the fee',
    look: 'A list of services for the management fee, with service levels and a way out.',
    ask: 'What does the fee cover, what is charged on top, and who decides whether it was delivered?',
  },
  staff: {
    name: 'Staff',
    look: 'Your team keeps its pay, benefits and seniority, and turnover after closing is low.',
    ask: 'How many of the team of the last three practices are still there?',
  },
  legal: {
    name: 'Legal and compliance',
    look: 'A structure that respects your state’s law on corporate practice, no open litigation, clean billing.',
    ask: 'Which suits, audits and settlements were there in the last five years?',
  },
  realEstate: {
    name: 'Real estate and legacy',
    look: 'A lease at market rent with an assignment you control, and a name that stays on the door.',
    ask: 'How long is the lease, who guarantees it, and may the practice be moved or renamed?',
  },
  quality: {
    name: 'Quality programs and accreditation',
    look: 'Peer review by clinicians, measured outcomes, accreditation by a body that inspects.',
    ask: 'What has a quality program changed in the last year?',
  },
  specialty: {
    name: 'Specialty fit',
    look: 'Leaders who know your specialty; referrals that one organization of many specialties gains or loses.',
    ask: 'How many practices of my specialty are there, and who leads them?',
  },
  netPromoter: {
    name: 'Net promoter score',
    look: 'A score asked of all patients by an outside party. Below 0 is poor, 50 excellent, 80 world-class.',
    ask: 'Whom did you ask, how many answered, and may I see the answers of the last quarter?',
  },
} as const satisfies Readonly<Record<string, Area>>

export type AreaId = keyof typeof AREAS
export const AREA_IDS = Object.keys(AREAS) as readonly AreaId[]
