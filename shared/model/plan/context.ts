import { describe } from '../../case/describe'
import type { FieldMeta } from '../../case/field'
import { get, type Path } from '../../case/path'
import { nameOf } from '../../case/problems'
import type { Case } from '../../case/schema'
import { f, Model, type Expression, type Input, type Operand, type Series, type Unit } from '../../formula'
import type { DaySource, Derivation } from './derived'

export const VIEWS = ['guaranteed', 'expected', 'maximum'] as const
/** How contingent money counts: not at all, by its probability, in full. */
export type View = (typeof VIEWS)[number]

/** A day as the formulas know it: years from the start of the plan, and the model year of its calendar year. */
export interface When {
  readonly t: Operand
  readonly year: Operand
}

/** One of each view. */
export const byView = <T>(make: (view: View) => T): Record<View, T> => ({
  guaranteed: make('guaranteed'),
  expected: make('expected'),
  maximum: make('maximum'),
})

const UNITS: Partial<Record<FieldMeta['unit'], Unit>> = {
  usd: 'usd',
  rate: 'rate',
  factor: 'factor',
  years: 'years',
  age: 'years',
  year: 'years',
  days: 'days',
  hours: 'hours',
  months: 'count',
  count: 'count',
}

/** What a model is for, unless it is to show everything. */
export interface Purpose {
  /** Draws of a simulation. */
  readonly simulated?: boolean
  /** The effective rates that result from tax law; the case must be taxed under the law. */
  readonly estimating?: boolean
  /** The present value of each path's cash flow in the expected view, and nothing else. */
  readonly worthAlone?: boolean
}

/**
 * What all parts of the method build on: the model under construction, and how each input is read from a
 * case. The document given here decides the structure (which components there are, how the fee is computed, what the
 * lines are called); its numbers and days are read anew for each evaluation.
 */
export class Context {
  readonly model = Model.create()
  /** How each input is read from a case, by its id. */
  readonly derivations = new Map<string, Derivation>()
  /** Cached because every path and view asks again, and finding a field's label is slow. */
  private readonly fields = new Map<Path, Input>()
  private readonly days = new Map<Path, When>()

  /** For simulations the return and the inflation are given for each year and not once for all. */
  readonly simulated: boolean
  /** To estimate effective rates, every path also reports its tax under the law by kind of income. */
  readonly estimating: boolean
  /** The present value of a path's cash flow is declared among what is only read. */
  readonly worth: boolean
  /**
   * There is the expected view alone (in a simulation the draws decide its chances), and of what is only read (totals,
   * comparisons, what leaving early would cost) no more than is asked for.
   */
  readonly lean: boolean

  /** @param years number of model years, H in the method */
  constructor(
    readonly document: Case,
    readonly years: number,
    { simulated = false, estimating = false, worthAlone = false }: Purpose = {},
  ) {
    this.simulated = simulated
    this.estimating = estimating
    this.worth = !simulated
    this.lean = simulated || worthAlone
  }

  /** Whether the household owns the practice; an associate has a job there and nothing to sell. */
  get owns(): boolean {
    return this.document.practice.role === 'owner'
  }

  /** One value for each declared view. */
  byView<T>(make: (view: View) => T): Partial<Record<View, T>> {
    return this.lean ? { expected: make('expected') } : byView(make)
  }

  /** What is only read, and so not declared where few figures are asked for. */
  unlessLean<T>(make: () => T): T | undefined {
    return this.lean ? undefined : make()
  }

  /** The field at `path` as an input. Its id is the path. */
  input(path: Path): Input {
    return once(this.fields, path, () => {
      const { label, unit } = this.field(path)
      return this.derive(path, label, unit, { as: 'value', field: path })
    })
  }

  /** The field at `path` as a series: in every year the field's value, until years are varied. */
  series(path: Path): Series {
    const { label, unit } = this.field(path)
    const series = this.model.series(path, label, unit, this.years)
    for (const { id } of series.inputs) this.derivations.set(id, { as: 'value', field: path })
    return series
  }

  /** The day at `path`. */
  day(path: Path): When {
    return once(this.days, path, () => this.when(path, nameOf(path, this.document), { from: path }))
  }

  /** The day at `path`, or where none is entered the other one. */
  dayOr(path: Path, otherwise: When): When {
    return get(this.document, path) === null ? otherwise : this.day(path)
  }

  /** The day a number of months (a field) after another day (a field). */
  monthsAfter(from: Path, months: Path): When {
    return this.when(months, `${nameOf(months, this.document)}: day`, { from, months })
  }

  /** A field of months as a time in years. */
  monthsInYears(path: Path): Input {
    return this.derive(`${path}@years`, `${nameOf(path, this.document)}, in years`, 'years', {
      as: 'monthsInYears',
      field: path,
    })
  }

  birthYear(): Input {
    return this.derive('owner/birthDate@birthYear', 'Year of birth', 'years', { as: 'year', field: 'owner/birthDate' })
  }

  /** Only where it is entered. */
  spouseBirthYear(): Input {
    const field = 'owner/spouseBirthDate'
    return this.derive(`${field}@birthYear`, 'Year of birth of your spouse', 'years', { as: 'year', field })
  }

  /** The year added to the tax age of a person born on January 1; only where the day is entered. */
  bornOnJanuary1(field: 'owner/birthDate' | 'owner/spouseBirthDate'): Input {
    const label = `${nameOf(field, this.document)}: January 1`
    return this.derive(`${field}@january1`, label, 'years', { as: 'january1', field })
  }

  private field(path: Path) {
    const field = describe(path, this.document)
    const unit = field && UNITS[field.unit]
    if (!unit) throw new TypeError(`${path} is no field with a number.`)
    return { label: nameOf(path, this.document, field), unit }
  }

  private when(path: Path, label: string, day: DaySource): When {
    return {
      t: this.derive(`${path}@t`, `${label}, years from the start`, 'years', { as: 'time', day }),
      year: this.derive(`${path}@year`, `${label}, year of the plan`, 'years', { as: 'planYear', day }),
    }
  }

  /** An input derived from fields: its id is the path of the field that changes it, with `@` and a name. */
  derive(id: string, label: string, unit: Unit, derivation: Derivation): Input {
    this.derivations.set(id, derivation)
    return this.model.input(id, label, unit)
  }
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = known.get(key)
  if (there !== undefined) return there
  const made = make()
  known.set(key, made)
  return made
}

/**
 * Whether a year's end comes before a day: by calendar year, as the day's money is booked. A day in the first half of
 * January rounds to the end of the year before, so comparing times would drop the value a year before the cash arrives.
 */
export const before = (when: When): Expression => f`n < ${when.year}`

/**
 * A time or span in whole months. Times are twelfths of a year, inexact in floating point, so comparisons of dates and
 * terms use whole months.
 */
export const wholeMonths = (years: Operand): Expression => f`round(12 * ${years})`

/** Whether a day is on or after another: nothing can be paid out or repaid before it is sold. */
export const notBefore = (when: Pick<When, 't'>, other: When): Expression =>
  f`${wholeMonths(when.t)} >= ${wholeMonths(other.t)}`

/** The part of year n between two times: share(n, a, b). */
export const partOfYear = (a: Operand, b: Operand): Expression => f`clamp(min(${b}, n) - max(${a}, n - 1), 0, 1)`

/** The part of year n from a time on. */
export const partFrom = (a: Operand): Expression => f`clamp(n - ${a}, 0, 1)`

/** The year on whose full-year figures a price at time t rests, within the plan. */
export const basisYear = (t: Operand, years: number): Expression => f`clamp(ceil(${t}), 1, ${years})`

/** A model year as an index: what falls outside the plan is taken to its first or last year. */
export const clampedYear = (ctx: Context, year: Operand): Expression => f`clamp(${year}, 1, ${ctx.years})`

/** A row that holds `amount` in the year of a day and nothing in the others. */
export const onDay = (when: When, amount: Operand): Expression => f`if(n = ${when.year}, ${amount}, 0)`

/** The weight of a payment in a view; one that is unconditional and certain counts in all three. */
export function weight(view: View, probability: Operand, unconditional: boolean): Operand {
  if (view === 'maximum') return 1
  if (view === 'expected') return probability
  return unconditional ? f`if(${probability} = 1, 1, 0)` : 0
}
