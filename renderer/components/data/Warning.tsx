import { useData } from '../../state/data'
import classes from './data.module.css'

/** What is not as it should be although every edit is stored. */
export function Warning() {
  const warning = useData(({ state }) => state?.warning)
  if (!warning) return null
  return (
    <div role="status" className={classes.warning}>
      <p>Your latest edits have no backup yet. {warning}</p>
    </div>
  )
}
