import type { Case } from '../case/schema'
import { RATE_KINDS, Structure } from '../model'

type RateKind = (typeof RATE_KINDS)[number]

/** The effective rate on a kind of income under tax law; the amounts are sums over all years of all paths, in USD. */
export interface EstimatedRate {
  readonly kind: RateKind
  /** A fraction; undefined where no path has such income. */
  readonly rate: number | undefined
  readonly income: number
  readonly tax: number
}

/**
 * The effective rates that, over the whole plan and all paths in the expected view, take from a case's income what
 * federal and state law takes.
 */
export function estimateRates(document: Case): EstimatedRate[] {
  const byLaw: Case = { ...document, tax: { ...document.tax, mode: 'federal' } }
  const outcome = new Structure(byLaw, { estimating: true }).evaluate(byLaw)
  const figure = (id: string) => outcome.figure('plan', 'expected', id)!
  return RATE_KINDS.map((kind) => {
    const rate = figure(`effectiveRate/${kind}`)
    return {
      kind,
      rate: Number.isNaN(rate) ? undefined : rate,
      income: figure(`rateIncome/${kind}`),
      tax: figure(`rateTax/${kind}`),
    }
  })
}

/**
 * The case with the estimated rates, as assumptions that the owner may overwrite. Rates without an estimate are
 * unchanged.
 */
export function withRates(document: Case, estimates: readonly EstimatedRate[]): Case {
  const found = estimates.flatMap(({ kind, rate }) => (rate === undefined ? [] : [[kind, rate] as const]))
  const paths = new Set(found.map(([kind]) => `tax/rates/${kind}`))
  return {
    ...document,
    tax: {
      ...document.tax,
      // An average over decades is no more precise than a tenth of a percent.
      rates: {
        ...document.tax.rates,
        ...Object.fromEntries(found.map(([kind, rate]) => [kind, Math.round(rate * 1000) / 1000])),
      },
    },
    origins: Object.fromEntries(Object.entries(document.origins).filter(([path]) => !paths.has(path))),
  }
}
