import { CAUSES } from '../schema'
import { assumed, type Assumption, type Band, type Entry } from './range'
import { sources } from './sources'

/** Ranges shared by several fields. */

/** Pay of a doctor for collections, by specialty: as replacement, after a sale, as an associate. */
export const doctorsPay = {
  bands: [
    {
      of: 'associates in general dentistry, of production',
      low: 0.22,
      high: 0.3,
      specialties: ['general'],
      when: { basis: ['production'] },
      note: 'A share of production is worth less than the same share of collections.',
      sources: [sources.jaffeContract],
    },
    {
      of: 'general dentistry',
      low: 0.25,
      high: 0.35,
      specialties: ['general'],
      note: 'Associates get 25–35% of collections; buyers’ models commonly take 30% for the owner.',
      sources: [sources.jaffeContract, sources.practiceWorth],
    },
    {
      of: 'oral surgery, endodontics, periodontics',
      low: 0.35,
      high: 0.5,
      specialties: ['oralSurgery', 'endodontics', 'periodontics'],
      note: 'One valuation method; no survey was found.',
      sources: [sources.practiceWorth],
    },
    {
      of: 'ophthalmology, of net professional collections',
      low: 0.3,
      high: 0.35,
      specialties: ['ophthalmology'],
      note: 'What buyers take off for the physicians’ work.',
      sources: [sources.physiciansFirst],
    },
  ],
  otherwise: assumed(
    'No published range was found for this specialty; ask what an associate of your kind is paid near you.',
    {
      low: 0.18,
      high: 0.45,
    },
  ),
} satisfies Entry

/** A dentist’s pay after selling his own practice: the seller’s own range beside the associates’. */
export const sellersPay: Entry = {
  ...doctorsPay,
  bands: [
    ...doctorsPay.bands,
    {
      of: 'a general dentist who has sold, of own production',
      low: 0.3,
      high: 0.35,
      aside: true,
      note: 'The buyer pays the expenses; hygiene is excluded, its examinations are credited.',
      sources: [sources.roundtable],
    },
  ],
}

export const privateShareOfCollections: Entry = {
  bands: [
    {
      low: 0.6,
      high: 0.85,
      note: 'A dentist pays 60–85% of a year’s collections, most often 70–80%; above about $1.5 million a buyer is harder to find.',
      sources: [sources.practiceMarket, sources.andrieux, sources.icon],
    },
    {
      of: 'Colorado',
      low: 0.4,
      high: 1,
      aside: true,
      note: 'The rule fails for single practices: profits differ more than collections.',
      sources: [sources.practiceBroker],
    },
  ],
}

export const privateMultiple: Entry = {
  bands: [
    {
      of: 'of adjusted EBITDA',
      low: 2,
      high: 6,
      when: { method: ['ebitda'] },
      note: 'Law firms name 3–6, typically about 4, and 2–5 for single practices.',
      sources: [sources.andrieux, sources.jaffeValuation],
    },
    {
      of: 'of discretionary earnings',
      low: 1.5,
      high: 3,
      note: 'Discretionary earnings count the owner’s own pay; near $1 million of them up to 4.',
      sources: [sources.practiceMarket, sources.andrieux],
    },
  ],
}

/** Commission on a sale from one doctor to another. */
export const privateSellingCosts: Entry = {
  bands: [
    {
      low: 0.06,
      high: 0.12,
      note: 'Brokers take 6–12% of a sale to a dentist, about 10% on average; the attorney $4,000–10,000 more.',
      sources: [sources.precisionBrokers, sources.omni, sources.prescott],
    },
  ],
}

export const ordinaryShare: Entry = {
  bands: [
    {
      low: 0.1,
      high: 0.15,
      note: 'Equipment, supplies and a covenant are ordinary income, 10–15% of the price; goodwill is 80–90% and taxed as gain.',
      sources: [sources.omni],
    },
  ],
}

const groupSize: Band = {
  of: 'a dental group with more than $5 million of revenue',
  low: 5,
  high: 11,
  aside: true,
  note: 'The middle is 7.5; below about $500,000 of earnings this author would not use EBITDA.',
  sources: [sources.adAstra],
}

/** What is published for dentists and physicians does not apply to other professions. */
const noneForSpecialty = assumed(
  'No published range was found for this specialty; ask what was paid for practices like yours.',
)

/** Multiples of adjusted EBITDA: the spread by kind of practice and of buyer, never one number. */
export const dealMultiple: Entry = {
  bands: [
    {
      of: 'one dental practice that a group adds',
      low: 5,
      high: 8,
      specialties: ['general', 'pediatric', 'orthodontics', 'oralSurgery', 'endodontics', 'periodontics'],
      note: 'For general dentistry; no figure for one practice of a dental specialty was found.',
      sources: [sources.focus],
    },
    {
      of: 'dermatology',
      low: 5,
      high: 7,
      specialties: ['dermatology'],
      note: 'With about 60% of the price up front.',
      sources: [sources.dermatology],
    },
    {
      of: 'physicians’ practices',
      low: 4,
      high: 12,
      specialties: ['ophthalmology', 'medicine'],
      note: 'Over all specialties and sizes.',
      sources: [sources.alabamaMedicine],
    },
    {
      of: 'a practice with which a buyer starts a platform',
      low: 9,
      high: 11,
      aside: true,
      note: 'Of a size that one practice rarely has.',
      sources: [sources.focus],
    },
    groupSize,
    {
      of: 'dental, by a broker who sorts by revenue of $1–10 million',
      low: 2.5,
      high: 4.5,
      aside: true,
      note: 'The low end of what is published.',
      sources: [sources.professionalTransition],
    },
    {
      of: 'dental, by law firms',
      low: 2,
      high: 6,
      aside: true,
      note: 'Typically about 4.',
      sources: [sources.andrieux, sources.jaffeValuation],
    },
  ],
  otherwise: noneForSpecialty,
}

/** What the parent itself may be sold for. */
export const exitMultiple: Entry = {
  bands: [
    {
      of: 'platforms of oral surgery',
      low: 11,
      high: 16,
      specialties: ['oralSurgery'],
      note: 'Just under 15 in 2021, about 11 expected in 2023: a lower multiple at the exit is a base case, not a rare one.',
      sources: [sources.peHub, sources.axios],
    },
    {
      of: 'dental platforms',
      low: 9,
      high: 11,
      specialties: ['general', 'pediatric', 'orthodontics', 'endodontics', 'periodontics'],
      note: 'What is paid for a platform today; nobody knows it for the year of the exit.',
      sources: [sources.focus],
    },
    {
      of: 'physicians’ practices',
      low: 4,
      high: 12,
      specialties: ['dermatology', 'ophthalmology', 'medicine'],
      note: 'Over all specialties and sizes.',
      sources: [sources.alabamaMedicine],
    },
  ],
  otherwise: noneForSpecialty,
}

const letter = 'The letter of intent says it; what it leaves open is a question for the attorney.'

/** Kept on leaving, by cause: one entry for each cause below one place. */
export const leaving = (place: string, about: string, nearby: Assumption['sources'] = []): Record<string, Entry> => ({
  [`${place}/retirement`]: assumed(`${about} Retiring early is taken as harmless until the letter says otherwise.`, {
    sources: nearby,
  }),
  [`${place}/resignation`]: assumed(`${about} Whoever resigns is taken to lose all of it, the cautious reading.`, {
    sources: nearby,
  }),
  [`${place}/death`]: assumed(`${about} On death the heirs are taken to be paid in full; many letters are silent.`, {
    sources: nearby,
  }),
  [`${place}/disability`]: assumed(`${about} Disability is taken like death; many letters are silent.`, {
    sources: nearby,
  }),
  [`${place}/dismissal`]: assumed(`${about} Dismissal for cause is taken to lose all of it, the cautious reading.`, {
    sources: nearby,
  }),
})

/** One assumption for every cause of leaving below one place. */
export const byCause = (place: string, text: string, nearby: Assumption['sources'] = []): Record<string, Entry> =>
  Object.fromEntries(CAUSES.map((cause) => [`${place}/${cause}`, assumed(text, { sources: nearby })]))

export const fromTheLetter = (text = ''): Assumption => assumed(`${text ? `${text} ` : ''}${letter}`)
export const yours = (text: string): Assumption => assumed(text)
