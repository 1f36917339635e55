import { f } from '../../formula'
import type { Context } from '../plan/context'
import type { Practice } from './practice'

/** From the books to adjusted EBITDA, year 1 (section 3): a check only; the projected EBITDA counts. */
export function declareBridge(ctx: Context, practice: Practice): void {
  const { books } = ctx.document.practice
  if (books.reportedEbitda === null) return
  const m = ctx.model.scope('practice').under('EBITDA bridge')
  const input = (field: string) => ctx.input(`practice/${field}`)
  const oneOffs = m.figure(
    'bridgeOneOffs',
    { label: 'nonrecurring add-backs', unit: 'usd', meaning: 'Nonrecurring costs in the year of the books.' },
    f`total(${books.oneOffs.map(({ id }) => input(`books/oneOffs/${id}/amount`))})`,
  )
  const fromBooks = f`${input('books/reportedEbitda')} + ${input('books/ownersPay')} + at(${practice.addBacks}, 1) + ${oneOffs} - at(${practice.replacementPay}, 1) + ${input('rentToMarket')} + ${input('staffToMarket')}`
  const bridge = m.figure(
    'bridgeEbitda',
    {
      label: 'adjusted EBITDA from the books',
      unit: 'usd',
      meaning: 'Reported EBITDA, owners’ pay and add-backs, less market pay.',
    },
    practice.family ? f`${fromBooks} + at(${practice.family.toMarket}, 1)` : fromBooks,
  )
  m.figure(
    'bridgeGap',
    {
      label: 'gap to the projected EBITDA',
      unit: 'usd',
      meaning: 'Unreconciled difference between the books and the cost lines.',
    },
    f`${bridge} - at(${practice.adjustedEbitda}, 1)`,
  )
}
