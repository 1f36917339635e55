import { f, type Line, type Operand } from '../../../formula'
import { LATEST_PARAMETERS, quoted, SALE_TREATMENT } from '../../../tax'
import { LARGE_NOTES, SMALL_DEFERRAL } from '../../../tax/parameters/installment'
import type { Context, When } from '../../plan/context'
import { SECTION } from './debts'

/** What the buyer of something promised to pay in later years, in one view. */
export interface Obligation {
  /** Before the ids of its lines. */
  readonly id: string
  /** After their labels: what was sold, if not the practice. */
  readonly of: string
  /** When it was given. */
  readonly given: When
  readonly salePrice: Operand
  /** A C corporation holds the notes for its assets; everything else is the owner's. */
  readonly holder: 'owner' | 'corporation'
  /** What is owed when it is given, by tax law. */
  readonly amount: Operand
  /** Gain not yet taxed at the end of a year, once it is given. */
  readonly gainDeferred: Operand
}

/** Who holds the notes for the practice. */
export const holderOf = (ctx: Context, form: 'assets' | 'equity'): Obligation['holder'] =>
  SALE_TREATMENT[ctx.document.tax.federal.entity][form].corporateTax ? 'corporation' : 'owner'

/**
 * 26 U.S.C. §453A(c): for each year at whose end notes above 5,000,000 are outstanding, interest on the tax that they
 * defer: the gain not yet taxed × the highest rate on it × the portion above 5,000,000 of all notes that the holder was
 * given in the same year × the underpayment rate. It is personal interest and not deductible.
 */
export function declareDeferredTaxInterest(
  ctx: Context,
  scope: string,
  view: string,
  obligations: readonly Obligation[],
): Line | 0 {
  if (obligations.length === 0) return 0
  const shared = ctx.model.scope(scope).under(SECTION)
  const m = shared.scope(view)
  const { gain, corporateRate } = LATEST_PARAMETERS
  const limit = quoted(LARGE_NOTES, 'notes of one year without interest on deferred tax', 'usd')
  const parts = obligations.map((obligation) => {
    const { id, of, given, holder, amount } = obligation
    const named = (label: string) => `${label}${of === '' ? '' : `: ${of}`}`
    const others = obligations.filter((other) => other !== obligation && other.holder === holder)
    const face =
      others.length === 0
        ? amount
        : f`total(${[amount, ...others.map((other) => f`if(and(${other.given.year} = ${given.year}, ${isCounted(other)}), ${other.amount}, 0)`)]})`
    const large = f`${face} > ${limit}`
    const part = shared.hasLocal(`${id}largeNotesPart`)
      ? shared.lineLocal(`${id}largeNotesPart`)
      : shared.figure(
          `${id}largeNotesPart`,
          {
            label: named('portion of the notes above the limit'),
            unit: 'rate',
            meaning: `The portion above $5,000,000 of all notes given to ${holder === 'owner' ? 'you' : 'the corporation'} in the same year (26 U.S.C. §453A(c)(4)).`,
          },
          f`if(${others.length === 0 ? large : f`and(${isCounted(obligation)}, ${large})`}, (${face} - ${limit}) / ${face}, 0)`,
        )
    const deferred = m.row(
      `${id}gainDeferred`,
      {
        label: named('gain deferred in unpaid notes'),
        unit: 'usd',
        meaning: 'Gross-profit ratio × principal still owed at year-end.',
      },
      f`if(n >= ${given.year}, ${obligation.gainDeferred}, 0)`,
    )
    const highest = holder === 'corporation' ? corporateRate.value : gain.schedule.rates.value.at(-1)!
    return f`${part} * ${highest} * ${deferred}`
  })
  return m.row(
    'deferredTaxInterest',
    {
      label: 'interest on deferred tax',
      unit: 'usd',
      meaning: 'Due each year on the tax deferred by notes above $5,000,000 (26 U.S.C. §453A).',
    },
    f`${parts.length === 1 ? parts[0]! : f`total(${parts})`} * ${ctx.input('tax/federal/underpaymentRate')}`,
  )
}

/** Notes of a small sale neither count nor bear the interest. */
const isCounted = ({ salePrice }: Obligation): Operand =>
  f`${salePrice} > ${quoted(SMALL_DEFERRAL, 'sale whose notes bear no interest on deferred tax', 'usd')}`
