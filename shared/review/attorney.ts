import type { FileRead } from '../intake/read'

/** Something in a letter that an attorney should see. */
export interface AttorneyPoint {
  /** The question, with the figure: "Non-compete of 3 years within 10 miles: …?" */
  readonly topic: string
  readonly words: string
  readonly place: string
}

/** What the letter says about an offer that binds the owner or can cost money, as questions. */
export function attorneyPointsOf(read: FileRead, key: string): AttorneyPoint[] {
  const at = (field: string) => read.fields[`offers.${key}.x.${field}`]
  const points: AttorneyPoint[] = []
  const [years, miles, days] = [at('nonCompeteYears'), at('nonCompeteMiles'), at('exclusivityDays')]
  const first = years ?? miles
  if (first)
    points.push({
      topic: `Non-compete${years ? ` of ${count(years.value, 'year')}` : ''}${miles ? ` within ${count(miles.value, 'mile')}` : ''}: from which day and which offices is it counted, does it end if you are dismissed without cause, and is it enforceable in your state?`,
      words: years && miles && years.quote !== miles.quote ? `${years.quote} … ${miles.quote}` : first.quote,
      place: first.place,
    })
  if (days)
    points.push({
      topic: `Exclusivity of ${count(days.value, 'day')}: may you still answer other buyers, does it end if the buyer lowers the price, and can it be extended without your consent?`,
      words: days.quote,
      place: days.place,
    })
  return [
    ...points,
    ...read.dangers
      .filter(({ offer }) => offer === undefined || offer === key)
      .map(({ topic, words, place }) => ({ topic, words, place })),
  ]
}

const count = (value: unknown, word: string): string => `${String(value)} ${word}${value === 1 ? '' : 's'}`
