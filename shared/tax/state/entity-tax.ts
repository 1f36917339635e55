import { f, type Operand } from '../../formula'
import { absent, plus, times } from '../operands'
import type { Brackets, StateLaw } from './types'

/**
 * What a practice pays that elects to be taxed by its state (2026), and what becomes of it on the owner's return: a
 * credit for a share of it, paid out beyond the tax or not, or the income is left out. Confidence C throughout: rates
 * and shares as the agencies' guides state them; the source of each election stands in the record of its state.
 */
export interface EntityTaxRule {
  readonly rates: Brackets
  readonly owner: { readonly credit: number; readonly refundable: boolean } | 'excluded'
  /** If absent, all profit and sale income. `afterPay`: neither gain nor income that counts as the owner's pay. */
  readonly reaches?: 'afterPay'
  /** The share of gain that the rate applies to; if absent, all of it. */
  readonly gainShare?: number
}

const flat = (rate: number): Brackets => [[0, rate]]
const credit = (rates: Brackets, share = 1, refundable = true): EntityTaxRule => ({
  rates,
  owner: { credit: share, refundable },
})
const excluded = (rate: number): EntityTaxRule => ({ rates: flat(rate), owner: 'excluded' })

/**
 * South Carolina taxes active trade or business income, which excludes gain and pay for personal services. Profit of an
 * S corporation after reasonable wages is such income. A partner without guaranteed payments has none, because all
 * income
 * of an owner whose services are not paid is presumed to be pay (S.C. Code 12-6-545(A)(1)(b), (d)).
 */
const RULES: Readonly<Record<string, EntityTaxRule>> = {
  AL: excluded(0.05),
  AZ: credit(flat(0.025), 1, false),
  AR: { ...excluded(0.037), gainShare: 0.5 },
  CA: credit(flat(0.093), 1, false),
  CO: credit(flat(0.044)),
  CT: credit(flat(0.0699), 0.875),
  GA: excluded(0.0499),
  HI: credit(flat(0.09), 1, false),
  ID: credit(flat(0.053)),
  IL: credit(flat(0.0495)),
  IN: credit(flat(0.0295)),
  IA: credit(flat(0.038), 0.943),
  KS: credit(flat(0.0558)),
  KY: credit(flat(0.035)),
  LA: excluded(0.03),
  MD: credit(flat(0.0875)),
  MA: credit(
    [
      [0, 0.05],
      [1_083_150, 0.09],
    ],
    0.9,
  ),
  MI: credit(flat(0.0425)),
  MS: credit(flat(0.04)),
  MO: credit(flat(0.047), 1, false),
  MT: credit(flat(0.0565)),
  NE: credit(flat(0.0455)),
  NJ: credit([
    [0, 0.05675],
    [250_000, 0.0652],
    [1_000_000, 0.0912],
    [5_000_000, 0.109],
  ]),
  NM: excluded(0.059),
  NY: credit([
    [0, 0.0685],
    [2_000_000, 0.0965],
    [5_000_000, 0.103],
    [25_000_000, 0.109],
  ]),
  NC: excluded(0.0399),
  OH: credit(flat(0.03)),
  OK: excluded(0.045),
  OR: credit([
    [0, 0.09],
    [250_000, 0.099],
  ]),
  RI: credit(flat(0.0599), 0.9),
  SC: { ...excluded(0.03), reaches: 'afterPay' },
  UT: credit(flat(0.0445)),
  VA: credit(flat(0.0575)),
  WV: credit(flat(0.0458)),
  WI: excluded(0.079),
}

/** A state's rule; undefined where a practice cannot elect. */
export const entityTaxRule = (law: StateLaw): EntityTaxRule | undefined =>
  law.entityTax?.available ? RULES[law.code] : undefined

/** What the practice pays on its profit and gain; 0 where the state has no election. */
export function entityTaxOn(law: StateLaw, profit: Operand, gain: Operand): Operand {
  const rule = entityTaxRule(law)
  const taxed = plus(profit, times(rule?.gainShare ?? 1, gain))
  if (!rule || absent(taxed)) return 0
  const [first, ...more] = rule.rates
  if (more.length === 0) return f`${first![1]} * max(0, ${taxed})`
  const table = {
    kind: 'table' as const,
    id: `${law.code}-${law.year}-entity-tax`,
    label: `${law.name}: rates on the practice`,
    keys: rule.rates.map(([from]) => from),
    values: rule.rates.map(([, rate]) => rate),
    source: law.entityTax!.source,
  }
  return f`brackets(${table}, ${taxed}, 1)`
}
