import { f, type Declaration, type Expression, type Line, type Operand } from '../../formula'
import { LATEST_PARAMETERS } from '../../tax'
import { partOfYear, type Context, type When } from './context'

/** Section 1 of the method: years, ages, prices and discounting; the tax rates of each year (section 7, blended). */
export interface Timeline {
  readonly calendarYear: Line
  readonly age: Line
  readonly priceIndex: Line
  /** Price level relative to the latest tax year, by which thresholds are indexed; by law only. */
  readonly taxIndex: Line | undefined
  readonly spouseAge: Line | undefined
  /** Ages for the income tax's age-65 rules; by law only. */
  readonly taxAge: Line | undefined
  readonly spouseTaxAge: Line | undefined
  /** Present value at the start of a dollar of year n's yearly flows, and of tax that is due at its end. */
  readonly discount: Line
  readonly discountEnd: Line
  /** Return on savings in the year, and the after-tax return of the taxable account. */
  readonly return: Operand
  readonly afterTaxReturn: Line
  /** What a dollar of year n's yearly flows has grown to by the end of the year, in the taxable account. */
  readonly growth: Line
  readonly growthDeferred: Line
  readonly retirement: When
  /** The return after tax in a given year. */
  afterTaxReturnIn(year: Operand): Operand
  /** A tax rate in the row of a year, and in a given year. */
  rate(kind: RateKind): Operand
  rateIn(kind: RateKind, year: Operand): Operand
}

export type RateKind =
  'practice' | 'wages' | 'ordinary' | 'interest' | 'gain' | 'passiveGain' | 'deferred' | 'socialSecurity'

export function declareTimeline(ctx: Context): Timeline {
  const m = ctx.model.scope('plan').under('The plan')
  const startYear = ctx.input('assumptions/startYear')
  const discountRate = ctx.input('assumptions/discountRate')
  const mid = ctx.document.assumptions.timing === 'mid'
  const before = mid ? 0.5 : 0

  const calendarYear = m.row(
    'calendarYear',
    { label: 'calendar year', unit: 'years', meaning: 'Model year n is a calendar year.' },
    f`${startYear} + n - 1`,
  )
  const age = m.row(
    'age',
    { label: 'age', unit: 'years', meaning: 'The age you reach during the year.' },
    f`${startYear} - 1 + n - ${ctx.birthYear()}`,
  )
  // In a simulation each year has its own return and inflation; the price level of a year follows from the year before.
  const yearly = ctx.simulated
    ? {
        return: ctx.series('assumptions/return'),
        inflation: m.row(
          'inflation',
          { label: 'inflation', unit: 'rate', meaning: 'The rise in prices from this year to the next.' },
          f`${ctx.series('assumptions/inflation')}`,
        ),
      }
    : undefined
  const priceIndex = m.row(
    'priceIndex',
    { label: 'price level', unit: 'factor', meaning: 'Prices relative to year 1, at the assumed inflation rate.' },
    1,
    (self) =>
      yearly
        ? f`prev(${self}) * (1 + prev(${yearly.inflation}))`
        : f`prev(${self}) * (1 + ${ctx.input('assumptions/inflation')})`,
  )
  const discount = m.row(
    'discount',
    {
      label: 'discount factor',
      unit: 'factor',
      meaning: 'Present value, at the start of the plan, of one dollar of the year’s cash flow.',
    },
    f`(1 + ${discountRate}) ^ (${before} - n)`,
  )
  const discountEnd = m.row(
    'discountEnd',
    {
      label: 'year-end discount factor',
      unit: 'factor',
      meaning: 'Present value of one dollar due at year-end.',
    },
    f`(1 + ${discountRate}) ^ (-n)`,
  )
  const returnRate: Operand = yearly ? yearly.return : ctx.input('assumptions/return')
  /** Figures, or rows where each year has its own return. */
  const ofReturn = (id: string, declaration: Declaration, formula: Operand) =>
    yearly ? m.row(id, declaration, formula) : m.figure(id, declaration, formula)
  const afterTaxReturn = ofReturn(
    'afterTaxReturn',
    {
      label: 'return after tax drag',
      unit: 'rate',
      meaning: 'Annual return of the taxable account after tax.',
    },
    f`${returnRate} * (1 - ${ctx.input('assumptions/drag')})`,
  )
  const growth = ofReturn(
    'growth',
    {
      label: 'growth within the year',
      unit: 'factor',
      meaning: 'What one dollar of the year’s cash flow has grown to by year-end.',
    },
    f`(1 + ${afterTaxReturn}) ^ ${before}`,
  )
  const growthDeferred = ofReturn(
    'growthDeferred',
    {
      label: 'growth within the year, untaxed',
      unit: 'factor',
      meaning: 'The same for the tax-deferred account.',
    },
    f`(1 + ${returnRate}) ^ ${before}`,
  )

  const federal = ctx.document.tax.mode === 'federal'
  const taxIndex = federal
    ? m.row(
        'taxIndex',
        {
          label: 'price level for tax thresholds',
          unit: 'factor',
          meaning: `Prices relative to ${LATEST_PARAMETERS.year}; amounts indexed by the law grow with it.`,
        },
        f`${priceIndex} * (1 + ${ctx.input('assumptions/inflation')}) ^ (${startYear} - ${LATEST_PARAMETERS.year})`,
      )
    : undefined

  // A single filer has no spouse, whatever is entered.
  const married = !federal || ['mfj', 'mfs'].includes(ctx.document.tax.federal.filingStatus)
  const spouseAge =
    married && ctx.document.owner.spouseBirthDate !== null
      ? m.row(
          'spouseAge',
          { label: 'your spouse’s age', unit: 'years', meaning: 'The age your spouse reaches during the year.' },
          f`${startYear} - 1 + n - ${ctx.spouseBirthYear()}`,
        )
      : undefined

  // For income tax an age is reached on the day before the birthday, so a person born on January 1 is a year older.
  // Required distributions go by the birthday itself (Reg. §1.401(a)(9)-2).
  const taxAge = federal
    ? m.row(
        'taxAge',
        {
          label: 'age for tax purposes',
          unit: 'years',
          meaning: 'Reached on the day before the birthday, so a year earlier if you were born on January 1.',
        },
        f`${age} + ${ctx.bornOnJanuary1('owner/birthDate')}`,
      )
    : undefined
  const spouseTaxAge =
    federal && spouseAge
      ? m.row(
          'spouseTaxAge',
          {
            label: 'your spouse’s age for tax purposes',
            unit: 'years',
            meaning: 'Reached on the day before the birthday.',
          },
          f`${spouseAge} + ${ctx.bornOnJanuary1('owner/spouseBirthDate')}`,
        )
      : undefined

  // Rates that change in a stated year are rows; without a change the input itself serves every year.
  const changes = [...ctx.document.tax.changes].sort((a, b) => a.from - b.from)
  const rows = new Map<RateKind, Line>()
  const row = (kind: RateKind): Line => {
    let line = rows.get(kind)
    if (!line) {
      const base = ctx.input(`tax/rates/${kind}`)
      const formula = changes.reduce<Expression>(
        (earlier, change) =>
          f`if(${calendarYear} >= ${ctx.input(`tax/changes/${change.id}/from`)}, ${ctx.input(`tax/changes/${change.id}/rates/${kind}`)}, ${earlier})`,
        f`${base}`,
      )
      line = m.row(
        `rate/${kind}`,
        { label: base.label.toLowerCase(), unit: 'rate', meaning: 'The rate in force in the year.' },
        formula,
      )
      rows.set(kind, line)
    }
    return line
  }
  return {
    calendarYear,
    age,
    priceIndex,
    taxIndex,
    spouseAge,
    taxAge,
    spouseTaxAge,
    discount,
    discountEnd,
    return: returnRate,
    afterTaxReturn,
    growth,
    growthDeferred,
    afterTaxReturnIn: (year) => (yearly ? f`at(${afterTaxReturn}, clamp(${year}, 1, ${ctx.years}))` : afterTaxReturn),
    retirement: ctx.day('owner/retirement'),
    rate: (kind) => (changes.length === 0 ? ctx.input(`tax/rates/${kind}`) : row(kind)),
    rateIn: (kind, year) =>
      changes.length === 0 ? ctx.input(`tax/rates/${kind}`) : f`at(${row(kind)}, clamp(${year}, 1, ${ctx.years}))`,
  }
}

/** A yearly amount in dollars of year 1 that an inflation-bound promise pays between two times. */
export const indexed = (timeline: Timeline, amount: Operand, from: Operand, to: Operand): Expression =>
  f`${amount} * ${timeline.priceIndex} * ${partOfYear(from, to)}`
