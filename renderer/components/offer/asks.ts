import { itemsAt } from '../../../shared/case/lists'
import { describe } from '../../../shared/case/describe'
import type { Path } from '../../../shared/case/path'
import { CAUSES, type Case, type Offer } from '../../../shared/case/schema'
import { originOf } from '../../../shared/model'
import type { RowsProps } from '../entry/Rows'

/**
 * A form question as data, so that its fields can be counted as well as drawn. Paths are relative to the form's place.
 */
export type Ask = Path | FieldAsk | RowsAsk | Words

export interface FieldAsk {
  readonly field: Path
  /** Replaces the schema's label where it does not fit. */
  readonly label?: string
  readonly wide?: true
}

export type RowsAsk = RowsProps

export interface Words {
  readonly heading?: string
  readonly says?: string
}

/** Questions that are asked only where they apply. */
export const when = (applies: boolean, ...asks: readonly Ask[]): readonly Ask[] => (applies ? asks : [])

/** The same question for each cause of leaving: `keptOnLeaving` and the like. */
export const byCause = (place: Path): readonly Ask[] => CAUSES.map((cause) => `${place}/${cause}`)

/**
 * What becomes of equity if the owner leaves before its exit: vesting, the share kept of the rest, the buyer's call.
 * @param place the path of the equity with a trailing slash; empty for the form's own place
 * @param byTerm whether `keptOnLeaving` applies without vesting too: rollover equity then depends on the required term
 */
export function leaverTerms(
  { vesting, called }: Pick<Offer['retained'], 'vesting' | 'called'>,
  place: Path,
  byTerm: boolean,
): readonly Ask[] {
  return [
    `${place}vesting`,
    ...when(vesting !== 'none', `${place}vestingYears`),
    ...when(byTerm || vesting !== 'none', ...byCause(`${place}keptOnLeaving`)),
    `${place}called`,
    ...when(called, ...byCause(`${place}callDiscount`)),
  ]
}

export interface Filled {
  readonly filled: number
  readonly of: number
}

/**
 * How many of the questions are answered: a field that was entered or confirmed, a list that is not empty. Names and
 * notes are not counted.
 * @param base the form's place in the case
 */
export function filledIn(document: Case, base: Path, asks: readonly Ask[]): Filled {
  const answers = asks.flatMap((ask): boolean[] => {
    if (typeof ask === 'object' && 'list' in ask) return [itemsAt(document, `${base}/${ask.list}`).length > 0]
    const field = fieldOf(ask)
    if (field === undefined) return []
    const path = `${base}/${field}`
    return describe(path, document)?.unit === 'text' ? [] : [originOf(document, path) !== 'assumed']
  })
  return { filled: answers.filter(Boolean).length, of: answers.length }
}

/** The field of a question; undefined for tables and words. */
export const fieldOf = (ask: Ask): Path | undefined =>
  typeof ask === 'string' ? ask : 'field' in ask ? ask.field : undefined
