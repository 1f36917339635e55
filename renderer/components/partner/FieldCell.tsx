import { useId } from 'react'

import type { Path } from '../../../shared/case/path'
import { Control } from '../entry/Control'
import entry from '../entry/entry.module.css'
import { useField } from '../entry/use-field'

/** A case field as a table cell; its error is shown below. */
export function FieldCell({ path, name }: { readonly path: Path; readonly name?: string }) {
  const state = useField(path)
  const id = useId()
  const { message, understood, typing } = state
  return (
    <td>
      <Control path={path} state={state} id={id} name={name ?? state.meta.label} describedBy={`${id}-said`} />
      <span id={`${id}-said`} aria-live="polite">
        {message ? (
          <span className={entry.wrong}>{message}</span>
        ) : typing && understood ? (
          <span className={entry.understood}>{understood}</span>
        ) : null}
      </span>
    </td>
  )
}
