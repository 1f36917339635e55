import { create } from 'zustand'

import { get, type Path } from '../../shared/case/path'
import type { Case } from '../../shared/case/schema'
import { useStore } from './store'

/** What was typed into a field and could not be taken, with the sentence that says why. */
export interface Draft {
  readonly text: string
  readonly message: string
  /** What the field held when typing began: another window may change it before the text is taken. */
  readonly over: Seen
}

/** A value of the case, and what other windows had stored when it was seen. */
export interface Seen {
  readonly value: unknown
  readonly fromElsewhere: Case | undefined
}

export const seen = (value: unknown): Seen => ({ value, fromElsewhere: useStore.getState().fromElsewhere })

/** Whether another window has put another value in its place since; a value that was put there here has been seen. */
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
  /** By case and path of the field. */
  readonly drafts: Readonly<Record<string, Draft>>
  keep(key: string, draft: Draft): void
  drop(key: string): void
  /** Drops all that begin so: what was typed into a row that is gone must not stand in one that has its id. */
  dropBelow(start: string): void
}

/** Kept outside the fields, so that going to another page and back loses nothing. */
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
