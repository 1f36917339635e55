import { itemsAt } from '../../../shared/case/lists'
import { describe } from '../../../shared/case/describe'
import type { Path } from '../../../shared/case/path'
import { CAUSES, type Case, type Offer } from '../../../shared/case/schema'
import { originOf } from '../../../shared/model'
import type { RowsProps } from '../entry/Rows'

/** One thing that a form asks, as data: its fields can be counted as well as drawn. Paths are relative to the form's place. */
export type Ask = Path | FieldAsk | RowsAsk | Words

export interface FieldAsk {
  readonly field: Path
  /** Where the words of the schema do not fit the place. */
  readonly label?: string
  readonly wide?: true
}

export type RowsAsk = RowsProps

export interface Words {
  readonly heading?: string
  readonly says?: string
}

/** What is asked only where it applies. */
export const when = (applies: boolean, ...asks: readonly Ask[]): readonly Ask[] => (applies ? asks : [])

/** The same question for each cause of leaving: `keptOnLeaving` and the like. */
export const byCause = (place: Path): readonly Ask[] => CAUSES.map((cause) => `${place}/${cause}`)

/**
 * What becomes of equity if the owner leaves before its exit: vesting, what is kept of the rest, the buyer's call.
 * @param place where the equity stands, with a slash behind it; empty for the form's own place
 * @param byTerm whether what is kept on leaving counts without vesting too: rollover equity goes by the term then
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
 * How many of the questions have an answer: a field that was entered or confirmed, a list that is not empty. Names and
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

/** The field that is asked; undefined for tables and words. */
export const fieldOf = (ask: Ask): Path | undefined =>
  typeof ask === 'string' ? ask : 'field' in ask ? ask.field : undefined
