import { temporal } from 'zundo'
import { create } from 'zustand'

import { mergeCases, mergeFields, same, sharing, withMine, type Clash } from '../../shared/case/merge'
import { isPartner } from '../../shared/case/partner/is-partner'
import { rewritten } from '../../shared/case/partner/journal'
import { get as getAt, set as setAt } from '../../shared/case/path'
import { parseCase, type CaseProblem } from '../../shared/case/problems'
import type { Case, Origin } from '../../shared/case/schema'
import type { Capabilities, CaseSummary, Envelope, Host, Refusal, Settings, StoredCase } from '../../shared/host'
import { MOST_ACCOUNTS } from '../../shared/host'
import type { View } from '../../shared/model'
import type { Given } from '../../shared/review/book'
import { hostHere } from './host'
import { hashOf, type Page } from './route'
import { saverFor } from './saving'

export type Dollars = 'today' | 'future'
export type Theme = 'light' | 'dark' | 'auto'

export interface State {
  readonly host: Host
  readonly capabilities: Capabilities | undefined
  readonly caseId: string | undefined
  /** The case as the user sees it; always valid. */
  readonly document: Case | undefined
  /** The same as the host has it on disk. */
  readonly stored: Case | undefined
  readonly revision: number
  readonly saved: 'saved' | 'saving' | 'failed'
  /** Why the last save failed. */
  readonly refusal: Refusal | undefined
  /** Fields to which another window gave a different value; the other value is in the document until one is chosen. */
  readonly clashes: readonly Clash[]
  /** The case as another window last stored it; undefined if none has since it was opened here. */
  readonly fromElsewhere: Case | undefined
  readonly view: View
  readonly dollars: Dollars
  readonly theme: Theme
  /** The version whose news the user has seen; undefined before the host has answered, null if none. */
  readonly seenVersion: string | null | undefined
  /** The cost lines to which the owner assigned accounts of the books, by name. */
  readonly accounts: Readonly<Record<string, Given>>
  readonly page: Page
  /** The offer being shown on the Offers page; undefined: the first. */
  readonly offer: string | undefined

  /** Capabilities and settings of the host. */
  start(): Promise<void>
  /** Opens a stored case. @returns why it could not be opened */
  open(id: string): Promise<Refusal | undefined>
  /** Closes the case, which has been deleted. */
  letGo(): void
  /** Changes one field. @returns what is wrong with it; nothing has then changed */
  edit(path: string, value: unknown, origin?: Origin): readonly CaseProblem[]
  /** Changes the whole document in one step. @returns what is wrong with it; nothing has then changed */
  replace(document: Case): readonly CaseProblem[]
  undo(): void
  redo(): void
  /** Retries a failed save. */
  retry(): Promise<void>
  /** Merges what another window has stored, at least this revision; `Infinity` if unknown which. */
  catchUp(revision: number): Promise<void>
  /** A value typed here conflicts with a change in another window: theirs stays until one is chosen. */
  dispute(path: string, mine: unknown, origin: Origin): void
  /** Resolves a conflict in favor of mine or theirs. @returns what is wrong with it; nothing has then changed */
  settle(clash: Clash, keep: 'mine' | 'theirs'): readonly CaseProblem[]
  /** The case was deleted in another window: stores this window's state as a new case. @returns its id, or why not */
  saveAsNew(): Promise<Envelope<CaseSummary>>
  /** Remembers to which lines accounts of the books were assigned. */
  rememberAccounts(given: Readonly<Record<string, Given>>): void
  setView(view: View): void
  setDollars(dollars: Dollars): void
  setTheme(theme: Theme): void
  setSeenVersion(seenVersion: string): void
  setPage(page: Page): void
  setOffer(id: string | undefined): void
}

/** The number of edits that can be undone. */
const STEPS = 200

export const useStore = create<State>()(
  temporal(
    (set, get) => {
      const adopt = ({ document: given, revision }: StoredCase) => {
        const { document: mine, stored: base, clashes: open } = get()
        const theirs = sharing(base!, given)
        const merged = mergeCases(base!, mine!, theirs)
        const document = same(merged.document, theirs) ? theirs : merged.document
        const clashes = [
          ...open.filter(({ path }) => !merged.clashes.some((one) => one.path === path)),
          ...merged.clashes,
        ]
        // Another window's change is not an undo step here, and undoing a step here leaves it in place.
        const { temporal } = useStore
        const { pause, resume, pastStates, futureStates } = temporal.getState()
        const carried = (states: typeof pastStates) =>
          states.flatMap(({ document: then }) =>
            then ? [{ document: mergeFields(base!, then, theirs).document }] : [],
          )
        const steps = (states: typeof pastStates) =>
          states.filter((state, i) => !same(state.document, i + 1 < states.length ? states[i + 1]!.document : document))
        pause()
        set({ document, stored: theirs, revision, clashes, fromElsewhere: theirs })
        resume()
        temporal.setState({ pastStates: steps(carried(pastStates)), futureStates: steps(carried(futureStates)) })
      }
      const { save, catchUp } = saverFor(get, set, adopt)
      const remember = (settings: Settings) => {
        set(settings as Partial<State>)
        void get().host.call('saveSettings', { settings })
      }
      // Of two cases requested in quick succession the later one is opened.
      let wanted: string | undefined
      const load = (id: string, document: Case, revision: number) => {
        const fresh = {
          saved: 'saved',
          refusal: undefined,
          clashes: [],
          fromElsewhere: undefined,
          offer: undefined,
        } as const
        set({ caseId: id, document, stored: document, revision, ...fresh })
        useStore.temporal.getState().clear()
      }
      return {
        host: hostHere(),
        capabilities: undefined,
        caseId: undefined,
        document: undefined,
        stored: undefined,
        revision: 0,
        saved: 'saved',
        refusal: undefined,
        clashes: [],
        fromElsewhere: undefined,
        view: 'expected',
        dollars: 'today',
        theme: 'auto',
        seenVersion: undefined,
        accounts: {},
        page: 'start',
        offer: undefined,

        async start() {
          const { host } = get()
          const [capabilities, settings] = await Promise.all([
            host.call('capabilities', {}),
            host.call('getSettings', {}),
          ])
          if (capabilities.ok) set({ capabilities: capabilities.value })
          if (settings.ok) {
            const { view, dollars, theme, accounts, seenVersion = null } = settings.value
            set({
              seenVersion,
              ...(view && { view }),
              ...(dollars && { dollars }),
              ...(theme && { theme }),
              ...(accounts && { accounts }),
            })
          }
        },
        async open(id) {
          wanted = id
          // The last entry of the previous case must be on disk before the case is closed.
          await save()
          const { host, document, stored, caseId, refusal } = get()
          if (caseId === id && document) return undefined
          if (document !== stored) return refusal
          const answer = await host.call('openCase', { id })
          if (wanted !== id) return undefined
          if (!answer.ok) return answer.error
          load(id, answer.value.document, answer.value.revision)
          void host.call('saveSettings', { settings: { lastCase: id } })
          return undefined
        },
        letGo() {
          const fresh = { saved: 'saved', refusal: undefined, clashes: [], fromElsewhere: undefined } as const
          set({ caseId: undefined, document: undefined, stored: undefined, ...fresh })
          useStore.temporal.getState().clear()
        },
        edit(path, value, origin = 'entered') {
          const { document, replace } = get()
          if (!document) return []
          const changed = setAt(document, path, value)
          if (isPartner(path)) return replace(changed)
          return replace({ ...changed, origins: { ...changed.origins, [path]: origin } })
        },
        replace(document) {
          const read = parseCase(document)
          if (!read.ok) return read.problems
          const before = get().document?.partner.journal ?? []
          const message = rewritten(before, document.partner.journal)
          if (message !== undefined) return [{ path: 'partner/journal', json: '$.partner.journal', message }]
          set({ document })
          void save()
          return []
        },
        undo() {
          useStore.temporal.getState().undo()
          void save()
        },
        redo() {
          useStore.temporal.getState().redo()
          void save()
        },
        retry: save,
        catchUp,
        dispute(path, mine, origin) {
          const { document, clashes } = get()
          const clash = { path, mine, theirs: document && getAt(document, path), origins: { [path]: origin } }
          set({ clashes: [...clashes.filter((one) => one.path !== path), clash] })
        },
        settle(clash, keep) {
          const { document, clashes, replace } = get()
          const problems = keep === 'mine' && document ? replace(withMine(document, clash)) : []
          if (problems.length === 0) set({ clashes: clashes.filter((one) => one !== clash) })
          return problems
        },
        async saveAsNew() {
          const { host, document, letGo } = get()
          const answer = await host.call('importCase', { text: JSON.stringify(document) })
          if (answer.ok) letGo()
          return answer
        },
        rememberAccounts(given) {
          // The oldest are dropped.
          const entries = Object.entries({ ...get().accounts, ...given }).slice(-MOST_ACCOUNTS)
          if (Object.keys(given).length > 0) remember({ accounts: Object.fromEntries(entries) })
        },
        setView: (view) => remember({ view }),
        setDollars: (dollars) => remember({ dollars }),
        setTheme: (theme) => remember({ theme }),
        setSeenVersion: (seenVersion) => remember({ seenVersion }),
        setPage(page) {
          const { caseId } = get()
          globalThis.location.hash = hashOf(page, caseId)
          set({ page })
        },
        setOffer: (offer) => set({ offer }),
      }
    },
    {
      limit: STEPS,
      // Each edit is one step, and undo affects the document only.
      partialize: ({ document }) => ({ document }),
      equality: (before, after) => before.document === after.document,
    },
  ),
)

/** The open case. Only inside a page of a case. */
export function useDocument(): Case {
  const document = useStore((state) => state.document)
  if (!document) throw new Error('There is no open case here.')
  return document
}
