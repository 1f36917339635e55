import { get, set } from '../case/path'
import type { Case } from '../case/schema'
import { Engine } from '../model'
import { changedInputs, type ChangedInput } from '../present/since'

/** A term changed by another version of the letter. */
export interface RoundChange {
  readonly change: ChangedInput
  /**
   * What the new value is worth to the owner, with all other terms as in the new letter: present value of the path’s
   * after-tax cash flow in the expected view, in dollars. Undefined unless it is a number: a choice alone, without the
   * numbers that go with it, has no meaningful value.
   */
  readonly worth: number | undefined
}

/** One round of an offer compared with the previous one. */
export interface Round {
  readonly changes: readonly RoundChange[]
  /** Of all changes together. The values of single terms need not add up to it, because terms interact. */
  readonly worth: number | undefined
}

/** What changes in an offer from one state of the case to the next, and what that is worth. */
export function roundOf(before: Case, after: Case, offer: string): Round {
  const engine = new Engine()
  const valueOf = (document: Case): number | undefined => {
    const value = engine.evaluate(document).figure(offer, 'expected', 'pathTotalPresentValue')
    return value === undefined || Number.isNaN(value) ? undefined : value
  }
  const now = valueOf(after)
  const less = (other: number | undefined) => (now === undefined || other === undefined ? undefined : now - other)
  const changes = changedInputs(before, after)
    .filter(({ path }) => path === `offers/${offer}` || path.startsWith(`offers/${offer}/`))
    .filter(({ path }) => !path.includes('/attorney'))
    .map((change): RoundChange => {
      const { path } = change
      const was = get(before, path)
      if (change.kind !== 'changed' || typeof was !== 'number' || typeof change.is !== 'number')
        return { change, worth: undefined }
      return { change, worth: less(valueOf(set(after, path, was))) }
    })
  return { changes, worth: less(valueOf(before)) }
}
