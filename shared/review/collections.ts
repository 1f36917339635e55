import { cents } from '../intake/books/amounts'
import type { BookRow, Earned, Producers } from '../intake/books/book'
import type { LINES } from '../intake/books/lines'
import type { Book } from '../intake/read'

/** Collections by provider, in dollars. */
export interface Collections {
  readonly owner: number
  readonly associates: number
  readonly hygiene: number
}

/** Collections of the books by who worked for them. */
export interface Split {
  /** The accounts or rows that name a provider. */
  readonly named: Readonly<Record<keyof Collections, readonly Earned[]>>
  /** Net collections of the books, in dollars: what the three add up to. */
  readonly total: number
  /** What of the total names no provider: refunds and adjustments, if negative. */
  readonly rest: number
  /** The named amounts with the rest spread over them in proportion, to the cent. */
  readonly shares: Collections
}

/** Beyond this part of the collections, what names no provider is no matter of refunds: the owner splits it. */
const MOST_UNNAMED = 0.15

/** An account where the owner has it. */
interface Placed {
  readonly row: BookRow
  readonly line: (typeof LINES)[number]
}

/** What the providers have collected together, in dollars. */
export const byProviderOf = ({ owner, associates, hygiene, total }: Producers): number =>
  total?.amount ?? (sum(owner) + sum(associates) + sum(hygiene)) / 100

/** Undefined where the books name no providers, or too little of the collections by provider. */
export function splitOf({ producers, rows }: Book, accounts: readonly Placed[]): Split | undefined {
  if (!producers || producers.owner.length === 0) return undefined
  // An account that the owner has moved is no part of the collections.
  const moved = new Set(accounts.filter(({ line }) => line !== 'income').map(({ row }) => row.cell))
  const kept = (parts: readonly Earned[]): readonly Earned[] => parts.filter(({ cell }) => !moved.has(cell))
  const named = {
    owner: kept(producers.owner),
    associates: kept(producers.associates),
    hygiene: kept(producers.hygiene),
  }
  const [owner, associates, hygiene] = [sum(named.owner), sum(named.associates), sum(named.hygiene)]
  const all = owner + associates + hygiene
  const income = accounts.filter(({ line }) => line === 'income').map(({ row }) => row)
  const total = rows.length > 0 ? sum(income) : producers.total ? cents(producers.total.amount) : all
  if (all <= 0 || total <= 0 || Math.abs(total - all) > total * MOST_UNNAMED) return undefined
  const share = (part: number): number => Math.round((part * total) / all)
  return {
    named,
    total: total / 100,
    rest: (total - all) / 100,
    shares: {
      // The owner's share takes the cents of rounding, so that the three are the total.
      owner: (total - share(associates) - share(hygiene)) / 100,
      associates: share(associates) / 100,
      hygiene: share(hygiene) / 100,
    },
  }
}

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((all, { amount }) => all + cents(amount), 0)
