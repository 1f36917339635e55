import { hasTargets } from '../../../shared/case/earn-outs'
import type { Path } from '../../../shared/case/path'
import { component, type Component } from '../../../shared/case/schema'

export type Kind = Component['kind']
type Choices = Readonly<Record<string, string>>

interface KindWords {
  readonly name: string
  /** In a cell of the table. */
  readonly short: string
  /** In a sentence: "is now an escrow". */
  readonly of: string
  readonly says: string
}

/** The kinds of price component, as letters call them. */
export const KINDS: Readonly<Record<Kind, KindWords>> = {
  escrow: {
    name: 'Escrow or holdback',
    short: 'Escrow',
    of: 'an escrow',
    says: 'Held back for claims, released later.',
  },
  note: {
    name: 'Seller note',
    short: 'Seller note',
    of: 'a seller note',
    says: 'The buyer pays you over time, with interest.',
  },
  earnOut: { name: 'Earn-out', short: 'Earn-out', of: 'an earn-out', says: 'Paid only if a target is met.' },
  rolled: {
    name: 'Rollover equity',
    short: 'Rollover equity',
    of: 'rollover equity',
    says: 'Not cash: invested in the buyer’s parent.',
  },
}

/** The two ways an associate acquires equity. */
export const ADDED_TO_A_JOB = [
  {
    name: 'Equity you buy',
    says: 'paid for on the first day with your own money',
    seed: { kind: 'rolled', label: 'Equity', acquired: 'bought', basis: 'fixed' },
  },
  {
    name: 'Equity you are granted',
    says: 'profits interest or incentive units, worth something only above a threshold',
    seed: { kind: 'rolled', label: 'Units', acquired: 'granted', basis: 'fixed' },
  },
] as const
/** The kinds that can be added to an offer, each with its initial values. */
export const ADDED = (Object.keys(KINDS) as Kind[]).map((kind) => ({ ...KINDS[kind], seed: { kind } }))

/** Whether a label says no more than the kind itself: "holdback", or the kind's default label. */
export function saysKind(text: string, kind: Kind): boolean {
  const { name, short } = KINDS[kind]
  const known = [kind, name, short, ...name.split(' or '), component.parse({ kind, id: kind }).label]
  return known.some((word) => word.toLowerCase() === text.toLowerCase())
}

/** A column of the table of components: the field it holds. Undefined where a component has none. */
interface PartColumn {
  readonly id: 'amount' | 'when' | 'probability' | 'condition'
  readonly label: string
  /** What the numbers of all its rows have in common. */
  readonly unit?: string
  field(part: Component): Path | undefined
  /** Shown instead of a field. */
  instead?(part: Component): string
  choices?(part: Component): Choices
}

const granted = (part: Component): boolean => part.kind === 'rolled' && part.acquired === 'granted'

/** The field that states a component's size, by how the letter states it. */
export const sizeOf = (part: Component): Path =>
  granted(part)
    ? 'grantShare'
    : part.basis === 'fixed'
      ? 'amount'
      : part.kind === 'earnOut' && part.basis === 'growth'
        ? 'growthShare'
        : 'share'

/** What a component's size is a share of, abbreviated for a cell; granted units are always a share of the growth. */
export const basesOf = (part: Component, isAssociate = false): Choices | undefined =>
  granted(part)
    ? undefined
    : {
        // An associate's equity is not a share of a price.
        ...(!isAssociate && { share: '% of price' }),
        fixed: 'dollars',
        ...(part.kind === 'earnOut' && { growth: '% of growth' }),
        ...(part.kind === 'rolled' && { newEquity: '% of new equity' }),
      }

export const byResult = (part: Component): boolean => part.kind === 'earnOut' && part.measuredBy === 'metric'

/** The columns from left to right, after the kind. */
export const PART_COLUMNS: readonly PartColumn[] = [
  { id: 'amount', label: 'Amount or share', field: sizeOf },
  {
    id: 'when',
    label: 'When',
    unit: 'from closing',
    field: (part) =>
      part.kind === 'note'
        ? 'years'
        : part.kind === 'rolled'
          ? part.exitOn === null
            ? 'exitMonths'
            : 'exitOn'
          : part.kind === 'earnOut' && hasTargets(part)
            ? undefined
            : 'months',
    instead: () => 'by target',
  },
  {
    id: 'probability',
    label: 'Probability',
    field: (part) => (part.kind === 'rolled' || byResult(part) ? undefined : 'probability'),
    instead: (part) => (part.kind === 'rolled' ? 'by outcome' : 'by result'),
  },
  {
    id: 'condition',
    label: 'Condition',
    field: (part) => (part.kind === 'rolled' ? 'method' : part.kind === 'earnOut' ? 'measuredBy' : 'unconditional'),
    choices: (part): Choices =>
      part.kind === 'rolled'
        ? { simple: 'by multiple', workbench: 'by figures' }
        : part.kind === 'earnOut'
          ? { probability: 'by probability', metric: 'by projection' }
          : { yes: 'unconditional', no: 'conditional' },
  },
]
