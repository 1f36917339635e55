import type { Change, CallName, Envelope } from '../../shared/host'
import type { Dispatch } from './registry'

/** Tells the open windows what was stored, whichever of them stored it. */
export interface Changes {
  tell(change: Change): void
  /** @returns a function that stops listening */
  listen(listener: (change: Change) => void): () => void
}

export function changesOf(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell: (change) => listeners.forEach((listener) => listener(change)),
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What a call has changed, from its argument and its result. */
type Outcome = { readonly id?: string; readonly revision?: number } | null
const changeBy: Partial<Record<CallName, (argument: Outcome, value: Outcome) => Change>> = {
  createCase: (_, value) => ({ kind: 'stored', id: value!.id!, revision: value!.revision! }),
  saveCase: (argument, value) => ({ kind: 'stored', id: argument!.id!, revision: value!.revision! }),
  duplicateCase: () => ({ kind: 'listed' }),
  importCase: () => ({ kind: 'listed' }),
  restoreCase: () => ({ kind: 'listed' }),
  // Anything may have changed.
  restoreBackup: () => ({ kind: 'back' }),
  restoreDamaged: () => ({ kind: 'back' }),
  settleTrouble: () => ({ kind: 'back' }),
  deleteCase: (argument) => ({ kind: 'deleted', id: argument!.id! }),
}

/** The same calls; each change they store is announced. */
export const telling =
  (dispatch: Dispatch, changes: Changes): Dispatch =>
  async (sender, name, argument) => {
    const answer = (await dispatch(sender, name, argument)) as Envelope<Outcome>
    const change = answer.ok ? changeBy[name as CallName]?.(argument as Outcome, answer.value) : undefined
    if (change) changes.tell(change)
    return answer
  }
