import type { Change } from '../../shared/host'
import { useCases } from './cases'
import { useStore } from './store'

/** Brings changes stored by another window into this one. */
export function follow(change: Change): void {
  const { caseId, page, refusal, catchUp } = useStore.getState()
  if (page === 'start') void useCases.getState().refresh()
  if (change.kind === 'stored' && change.id === caseId) void catchUp(change.revision)
  const restored = change.kind === 'listed' && refusal?.code === 'not-found'
  if (change.kind === 'back' || restored || (change.kind === 'deleted' && change.id === caseId)) void catchUp(Infinity)
}
