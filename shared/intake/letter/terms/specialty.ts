import type { Words } from '../term'

const saying = (value: string, words: RegExp) => ({ path: 'practice/specialty', value, words })
/** What kind of practice it is, by the names in the letter. */
export const specialty: Words = {
  sayings: [
    saying('pediatric', /\bpediatric\s+dent/i),
    saying('orthodontics', /\borthodon/i),
    saying(
      'oralSurgery',
      /\boral\s+(?:(?:&|and)\s+(?:maxillo)?facial\s+)?surg|oral\s+&\s+facial\s+surg|maxillofacial/i,
    ),
    saying('endodontics', /\bendodon/i),
    saying('periodontics', /\bperiodon/i),
    saying('dermatology', /\bdermatolog/i),
    saying('ophthalmology', /\bophthalm|\beye\s+(?:physicians|surgeons|care\s+associates)/i),
  ],
}
