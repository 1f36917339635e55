import { useContext } from 'react'

import type { Origin } from '../../../shared/case/schema'
import classes from './entry.module.css'
import { OriginMark } from './origin-mark'
import type { FieldState } from './use-field'

/** The source of the value, with a button to confirm or change it. Enter in the field also confirms. */
export function OriginWord({ state, name }: { readonly state: FieldState; readonly name: string }) {
  const { choosable } = useContext(OriginMark)
  const { origin } = state
  if (choosable)
    return (
      <select
        className={classes.origin}
        data-origin={origin}
        tabIndex={-1}
        aria-label={`Source of “${name}”`}
        value={origin}
        onChange={(event) => state.setOrigin(event.target.value as Origin)}
      >
        <option value="assumed">assumed</option>
        <option value="letter of intent">letter of intent</option>
        <option value="entered">from you</option>
      </select>
    )
  if (origin !== 'assumed') return null
  return (
    <button
      type="button"
      className={classes.origin}
      data-origin={origin}
      tabIndex={-1}
      title="This value is unconfirmed. Click to confirm it, or press Enter in the field."
      onClick={state.confirm}
    >
      assumed · confirm<span className="unseen">: {name}</span>
    </button>
  )
}
