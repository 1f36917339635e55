import { create } from 'zustand'

/** What was typed into a field and could not be taken, with the sentence that says why. */
export interface Draft {
  readonly text: string
  readonly message: string
}

interface Drafts {
  /** By case and path of the field. */
  readonly drafts: Readonly<Record<string, Draft>>
  keep(key: string, draft: Draft): void
  drop(key: string): void
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
}))
