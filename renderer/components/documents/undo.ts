import { useStore } from '../../state/store'
import { tell } from '../frame/tell'

/** Takes an import back, as long as nothing was done since: afterwards an undo would take back something else. */
export function undoOf(): () => void {
  const imported = useStore.getState().document
  return () => {
    const { document, undo } = useStore.getState()
    if (document === imported) undo()
    else tell('You have changed the case since. Use Undo at the top to go back step by step.')
  }
}
