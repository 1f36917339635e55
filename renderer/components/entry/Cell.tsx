import { useId, type ClipboardEvent, type KeyboardEvent } from 'react'

import type { Path } from '../../../shared/case/path'
import { Control } from './Control'
import classes from './entry.module.css'
import { useField } from './use-field'

interface CellProps {
  readonly path: Path
  /** For screen readers: the column and the row. */
  readonly name: string
  readonly choices?: Readonly<Record<string, string>> | undefined
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A case field in a table cell, with its error or interpretation below. */
export function Cell({ path, name, choices, onPaste, onKeyDown }: CellProps) {
  const state = useField(path)
  const id = useId()
  const { message, warning, understood, typing, origin } = state
  return (
    // The keys belong to the fields inside; the cell only listens.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.cell} onKeyDown={onKeyDown}>
      <Control
        path={path}
        state={state}
        id={id}
        name={name}
        describedBy={`${id}-understood ${id}-said`}
        period={false}
        onPaste={onPaste}
        {...(choices ? { choices } : {})}
      />
      {typing && understood && (
        <span id={`${id}-understood`} className={classes.understood}>
          {understood}
        </span>
      )}
      <span id={`${id}-said`} aria-live="polite">
        {message ? (
          <span className={classes.wrong}>{message}</span>
        ) : !typing && understood ? (
          <span className={classes.understood}>{understood}</span>
        ) : warning ? (
          <span className={classes.warning}>{warning}</span>
        ) : origin === 'assumed' && state.meta.unit !== 'text' ? (
          <span className="unseen">assumed</span>
        ) : null}
      </span>
    </div>
  )
}
