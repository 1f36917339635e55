import { useStore } from '../../state/store'
import { tell } from '../frame/tell'

/** Undoes an import as long as it was the last change: afterward it would undo something else. */
export function undoOf(): () => void {
  const imported = useStore.getState().document
  return () => {
    const { document, undo } = useStore.getState()
    if (document === imported) undo()
    else tell('You have changed the case since. Use Undo at the top to go back step by step.')
  }
}
