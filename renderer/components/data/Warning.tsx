import { useData } from '../../state/data'
import classes from './data.module.css'

/** What is not as it should be although every edit is stored. */
export function Warning() {
  const warning = useData(({ state }) => state?.warning)
  if (!warning) return null
  return (
    <div role="status" className={classes.warning}>
      <p>Your edits are stored, but there is no second copy of them. {warning}</p>
    </div>
  )
}
