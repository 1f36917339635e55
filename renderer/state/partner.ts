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

/** What the Partner page shows. */
export const usePartnerPlace = create<Place>()((set) => ({
  tab: 'organizations',
  organization: undefined,
  show: (tab, organization) => set({ tab, ...(organization === undefined ? {} : { organization }) }),
}))

/** Shows the part of the page that contains a field. */
export function showPartnerField(path: Path): void {
  const [list, part, id, below] = path.split('/')
  const { show } = usePartnerPlace.getState()
  if (list === 'offers') show(path.endsWith('/organization') ? 'organizations' : 'scorecard')
  else if (part === 'organizations') show(below === 'calls' || below === 'documents' ? below : 'organizations', id)
  else if (part === 'weights' || part === 'stay') show('scorecard')
  else if (part === 'questions' || part === 'journal') show(part)
  else show('organizations')
}

/** A journal entry not yet added. */
interface JournalDraft {
  readonly leaning: string
  readonly confidence: number
  readonly reason: string
}
export const NO_DRAFT: JournalDraft = { leaning: 'Undecided', confidence: 5, reason: '' }

/** By case: an unfinished entry survives leaving the page. */
export const useJournalDraft = create<{
  readonly drafts: Readonly<Record<string, JournalDraft>>
  keep(caseId: string, change: Partial<JournalDraft>): void
}>()((set) => ({
  drafts: {},
  keep: (caseId, change) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [caseId]: { ...NO_DRAFT, ...drafts[caseId], ...change } } })),
}))
