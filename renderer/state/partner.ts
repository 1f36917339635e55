import { create } from 'zustand'

import type { Path } from '../../shared/case/path'

export const PARTNER_TABS = {
  organizations: 'Organizations',
  scorecard: 'Scorecard',
  calls: 'Reference calls',
  questions: 'Questions',
  documents: 'Documents',
  journal: 'Journal',
} as const
export type PartnerTab = keyof typeof PARTNER_TABS

interface Place {
  readonly tab: PartnerTab
  /** The organization that is shown; undefined: the first. */
  readonly organization: string | undefined
  show(tab: PartnerTab, organization?: string): void
}

/** What the page Partner shows. */
export const usePartnerPlace = create<Place>()((set) => ({
  tab: 'organizations',
  organization: undefined,
  show: (tab, organization) => set({ tab, ...(organization === undefined ? {} : { organization }) }),
}))

/** Shows the part of the page in which a field stands. */
export function showPartnerField(path: Path): void {
  const [list, part, id, below] = path.split('/')
  const { show } = usePartnerPlace.getState()
  if (list === 'offers') show(path.endsWith('/organization') ? 'organizations' : 'scorecard')
  else if (part === 'organizations') show(below === 'calls' || below === 'documents' ? below : 'organizations', id)
  else if (part === 'weights' || part === 'stay') show('scorecard')
  else if (part === 'questions' || part === 'journal') show(part)
  else show('organizations')
}

/** An entry of the journal that has not been added yet. */
interface JournalDraft {
  readonly leaning: string
  readonly confidence: number
  readonly reason: string
}
export const NO_DRAFT: JournalDraft = { leaning: 'Undecided', confidence: 5, reason: '' }

/** By case: what was begun is still there when the page comes back. */
export const useJournalDraft = create<{
  readonly drafts: Readonly<Record<string, JournalDraft>>
  keep(caseId: string, change: Partial<JournalDraft>): void
}>()((set) => ({
  drafts: {},
  keep: (caseId, change) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [caseId]: { ...NO_DRAFT, ...drafts[caseId], ...change } } })),
}))
