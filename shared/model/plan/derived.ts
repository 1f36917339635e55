import { addMonths, ageInMonths, dayOf, monthOfEve, timeOf, yearOf, type Day } from '../../case/dates'
import { get, type Path } from '../../case/path'
import type { Case } from '../../case/schema'

/** A day of the case: a date field, or a number of months (another field) after it. */
export interface DaySource {
  readonly from: Path
  readonly months?: Path
}

/**
 * How an input of the formulas is derived from the fields of a case. It is data, so that it can be both evaluated and
 * written as a spreadsheet formula.
 */
export type Derivation =
  /** The number in a field. */
  | { readonly as: 'value'; readonly field: Path }
  /** Months in a field, in years. */
  | { readonly as: 'monthsInYears'; readonly field: Path }
  /** A day in years from the start of the plan, and the model year of its calendar year. */
  | { readonly as: 'time' | 'planYear'; readonly day: DaySource }
  /** From a date of birth: its year; 1 if it is January 1, else 0; the year of the day before. */
  | { readonly as: 'year' | 'january1' | 'yearOfEve'; readonly field: Path }
  /** Months of age at a day, as Social Security counts them. */
  | { readonly as: 'ageInMonths'; readonly birth: Path; readonly field: Path }

/** The first year of the plan, from which days are counted. */
export const START: Path = 'assumptions/startYear'

/** Reads an input from a case. The fields must be filled. */
export function reader(derivation: Derivation): (document: Case) => number {
  switch (derivation.as) {
    case 'value':
      return (document) => get(document, derivation.field) as number
    case 'monthsInYears':
      return (document) => (get(document, derivation.field) as number) / 12
    case 'time': {
      const day = dayReader(derivation.day)
      return (document) => timeOf(day(document), document.assumptions.startYear)
    }
    case 'planYear': {
      const day = dayReader(derivation.day)
      return (document) => yearOf(day(document), document.assumptions.startYear)
    }
    case 'year':
      return (document) => dayAt(document, derivation.field).year
    case 'january1':
      return (document) => {
        const { month, day } = dayAt(document, derivation.field)
        return month === 1 && day === 1 ? 1 : 0
      }
    case 'yearOfEve':
      return (document) => Math.floor(monthOfEve(dayAt(document, derivation.field)) / 12)
    case 'ageInMonths':
      return (document) => ageInMonths(dayAt(document, derivation.birth), dayAt(document, derivation.field))
  }
}

/** The fields an input is derived from, the one that changes it first. */
export function fieldsOf(derivation: Derivation): readonly Path[] {
  switch (derivation.as) {
    case 'time':
    case 'planYear': {
      const { from, months } = derivation.day
      return months === undefined ? [from, START] : [months, from, START]
    }
    case 'ageInMonths':
      return [derivation.field, derivation.birth]
    default:
      return [derivation.field]
  }
}

const dayAt = (document: Case, path: Path): Day => dayOf(get(document, path) as string)

function dayReader({ from, months }: DaySource): (document: Case) => Day {
  return months === undefined
    ? (document) => dayAt(document, from)
    : (document) => addMonths(dayAt(document, from), get(document, months) as number)
}
