import { useData } from '../../state/data'
import classes from './data.module.css'

/** Problems that do not keep edits from being stored. */
export function Warning() {
  const warning = useData(({ state }) => state?.warning)
  if (!warning) return null
  return (
    <div role="status" className={classes.warning}>
      <p>Your latest edits have no backup yet. {warning}</p>
    </div>
  )
}
