import { create } from 'zustand'

import { get, type Path } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { useStore } from './store'

/** Rejected text of a field, with the error message. */
export interface Draft {
  readonly text: string
  readonly message: string
  /** The field's value when typing began: another window may change it before the text is accepted. */
  readonly over: Seen
}

/** A value of the case, and what other windows had stored when it was seen. */
export interface Seen {
  readonly value: unknown
  readonly fromElsewhere: Case | undefined
}

export const seen = (value: unknown): Seen => ({ value, fromElsewhere: useStore.getState().fromElsewhere })

/** Whether another window has since stored a different value; a value stored by this window counts as seen. */
export function replacedElsewhere(then: Seen, path: Path, value: unknown): boolean {
  const { fromElsewhere } = useStore.getState()
  return (
    value !== then.value &&
    fromElsewhere !== undefined &&
    fromElsewhere !== then.fromElsewhere &&
    value === get(fromElsewhere, path)
  )
}

interface Drafts {
  /** By case and field path. */
  readonly drafts: Readonly<Record<string, Draft>>
  keep(key: string, draft: Draft): void
  drop(key: string): void
  /** Drops all drafts below a prefix: text typed into a removed row must not appear in a new row with its id. */
  dropBelow(start: string): void
}

/** Kept outside the fields, so that leaving a page and coming back loses nothing. */
export const useDrafts = create<Drafts>()((set) => ({
  drafts: {},
  keep: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
  drop: (key) =>
    set(({ drafts }) => {
      if (!(key in drafts)) return {}
      const { [key]: _, ...rest } = drafts
      return { drafts: rest }
    }),
  dropBelow: (start) =>
    set(({ drafts }) => {
      const rest = Object.entries(drafts).filter(([key]) => !key.startsWith(start))
      return rest.length === Object.keys(drafts).length ? {} : { drafts: Object.fromEntries(rest) }
    }),
}))
