import { addMonths, dayOf, formatDay, inWords } from './dates'

const AGE =
  /^(?:at )?(?:age )?(\d{2,3})(\.\d+)?(½| ?1\/2| and a half)?(?: years?(?: old)?)?(?:,? (?:and )?(\d{1,2}) months?)?$/

/**
 * Months of an age as a person types it: "67", "at 67", "age 66.5", "66 and a half", "66 years and 6 months".
 * @returns undefined for what is no age of a person who plans: 18 to 110
 */
export function monthsOfAge(text: string): number | undefined {
  const [, years, part, half, months] = AGE.exec(text.toLowerCase().replace(/\s+/g, ' ')) ?? []
  // 66.5 and a half, or 66½ years and 3 months, is a slip.
  if (years === undefined || [part, half, months].filter(Boolean).length > 1) return undefined
  const all = 12 * Number(years) + Math.round(12 * Number(part ?? 0)) + (half ? 6 : Number(months ?? 0))
  return all >= 12 * 18 && all <= 12 * 110 ? all : undefined
}

/** The day on which somebody reaches an age, and how it was worked out, in words. */
export function dayAtAge(birthDate: string, months: number): { readonly day: string; readonly words: string } {
  const day = formatDay(addMonths(dayOf(birthDate), months))
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const age = rest === 0 ? `${years}` : `${years} and ${rest} ${rest === 1 ? 'month' : 'months'}`
  return { day, words: `${inWords(day)}, when you reach age ${age}.` }
}
