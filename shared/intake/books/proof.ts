import { nameOf } from './accounts'
import { cents } from './amounts'
import type { Entry } from './columns'
import { LESSENS_INCOME, type Section } from './sections'

/** A row that is an account, no sum. */
export interface Leaf {
  readonly entry: Entry
  readonly section: Section
  readonly parents: readonly string[]
}

/**
 * "Other deductions (attach statement)": where rows after the net income add up to such an account, they are what it
 * consists of and take its place. @returns the rows that did
 */
export function detailed(leaves: Leaf[], following: readonly Entry[]): Entry[] {
  // Statements are a page or two at most.
  let after = following.slice(0, 200)
  const found: Entry[] = []
  const lumps = leaves.filter(({ entry }) => ITEMIZED.test(nameOf(entry.label)))
  for (const leaf of lumps) {
    const parts = addingUpTo(after, cents(leaf.entry.amount!))
    if (parts.length === 0) continue
    const parents = [leaf.entry.label, ...leaf.parents]
    leaves.splice(leaves.indexOf(leaf), 1, ...parts.map((entry): Leaf => ({ entry, section: leaf.section, parents })))
    // No row is part of two accounts.
    after = after.filter((entry) => !parts.includes(entry))
    found.push(...parts)
  }
  return found
}

/** "Compensation (Schedule A)", "Other deductions (attach statement)", "Cost of goods sold (from line 42)". */
const ITEMIZED =
  /\b(?:statement|schedule|attach\w*|exhibit|from line \d+\w?|see (?:below|detail\w*|page))\b|^other (?:deductions|expenses|costs)\b/i

/** The first of the rows that follow each other and add up to the amount, two at least. */
function addingUpTo(rows: readonly Entry[], wanted: number): Entry[] {
  for (let from = 0; from < rows.length; from++)
    for (let to = from, sum = 0; to < rows.length; to++) {
      sum += cents(rows[to]!.amount!)
      if (sum === wanted && to > from) return rows.slice(from, to + 1)
    }
  return []
}

/** No sum without a total's name is of more accounts than this. */
const MOST_ADDED = 300

/** How many of the last rows add up to the amount, by themselves or as income less costs; 0 if none do. */
export function addsUp(leaves: readonly Leaf[], amount: number): number {
  const wanted = cents(amount)
  let plain = 0
  let signed = 0
  for (let count = 1; count <= Math.min(leaves.length, MOST_ADDED); count++) {
    const { entry, section } = leaves[leaves.length - count]!
    const value = cents(entry.amount!)
    plain += value
    signed += (section === 'income' || section === 'otherIncome' ? 1 : -1) * value
    if (plain === wanted || signed === wanted || -signed === wanted) return count
  }
  return 0
}

/**
 * Which rows have the opposite sign of what their section says, so that income less costs is the net income of the file:
 * none, the negative ones after the operating result, or all costs. Undefined where none of these proves it.
 */
export function prove(leaves: readonly Leaf[], net: number): ReadonlySet<Leaf> | undefined {
  // Credits negative throughout, as in a ledger: income, and a profit too.
  const income = leaves.filter((leaf) => !isCost(leaf))
  const ledger = new Set(income)
  if (income.reduce((sum, { entry }) => sum + entry.amount!, 0) < 0 && sumOf(leaves, ledger) === -net) return ledger
  const guesses = [
    new Set<Leaf>(),
    new Set(leaves.filter((leaf) => leaf.section === 'otherCost' && leaf.entry.amount! < 0)),
    new Set(leaves.filter((leaf) => isCost(leaf))),
    new Set(leaves.filter((leaf) => isCost(leaf) && leaf.entry.amount! < 0)),
    new Set(
      leaves.filter(
        (leaf) => leaf.section === 'income' && leaf.entry.amount! > 0 && LESSENS_INCOME.test(leaf.entry.label),
      ),
    ),
  ]
  return guesses.find((turned) => sumOf(leaves, turned) === net)
}

const isCost = ({ section }: Leaf): boolean => section === 'cost' || section === 'otherCost'

/** Income less costs in cents, the signs of some rows turned. */
export const resultOf = (
  leaves: readonly Leaf[],
  turned: ReadonlySet<Leaf>,
  amountOf: (entry: Entry) => number,
): number =>
  leaves.reduce(
    (sum, leaf) => sum + (isCost(leaf) ? -1 : 1) * (turned.has(leaf) ? -1 : 1) * cents(amountOf(leaf.entry)),
    0,
  )

export const sumOf = (leaves: readonly Leaf[], turned: ReadonlySet<Leaf>): number =>
  resultOf(leaves, turned, ({ amount }) => amount!)
