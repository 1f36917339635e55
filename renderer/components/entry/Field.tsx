import { useId, useState } from 'react'

import { isPartner } from '../../../shared/case/partner/is-partner'
import type { Path } from '../../../shared/case/path'
import { outsideRange } from '../../../shared/case/ranges'
import { useDocument } from '../../state/store'
import { TIP } from '../figure/term-tip'
import { TermsOfLabel } from '../figure/Terms'
import { About } from './About'
import { Control } from './Control'
import classes from './entry.module.css'
import { OriginWord } from './OriginWord'
import { rangeLine } from './range-words'
import { useField, type Chosen, type FieldState } from './use-field'

interface FieldProps {
  readonly path: Path
  /** Replaces the schema's label where it does not fit. */
  readonly label?: string
  readonly help?: string
  readonly choices?: Readonly<Record<string, string>>
  /** Spans both columns. */
  readonly wide?: boolean
  readonly chosen?: Chosen
}

/** A field of the case: label above, unit and period inside, help, published range and errors below. */
export function Field({ path, label, help, choices, wide, chosen }: FieldProps) {
  const field = useField(path, chosen)
  const document = useDocument()
  const id = useId()
  const [open, setOpen] = useState(false)
  const state: FieldState = {
    ...field,
    onKeyDown: (event) => {
      if (event.key !== 'F1') return field.onKeyDown(event)
      event.preventDefault()
      setOpen(!open)
    },
  }
  const { meta, message, warning, understood, typing } = state
  const name = label ?? meta.label
  const said = help ?? meta.help
  const range = rangeLine(path, document)
  const outside = outsideRange(path, state.value, document)
  // Names and notes affect no figure, unstated values are not assumptions, and display choices are not facts to
  // confirm.
  const weighs = !isPartner(path) && meta.unit !== 'text' && state.value !== null && !path.endsWith('/include')
  const describedBy = `${TIP} ${id}-help ${id}-range ${id}-understood ${id}-said`
  return (
    <div className={classes.field} data-wide={wide}>
      <div className={classes.head}>
        <label htmlFor={id}>
          <TermsOfLabel>{name}</TermsOfLabel>
        </label>
        {range && (
          <button
            type="button"
            className={classes.about}
            aria-expanded={open}
            aria-label={`About: ${name}`}
            title="Source of this range (F1 in the field)"
            tabIndex={-1}
            onClick={() => setOpen(!open)}
          >
            ?
          </button>
        )}
        {weighs && <OriginWord state={state} name={name} />}
      </div>
      <Control path={path} state={state} id={id} describedBy={describedBy} {...(choices ? { choices } : {})} />
      {/* Announced with the field, not at every keystroke. */}
      {typing && understood && (
        <p id={`${id}-understood`} className={classes.understood}>
          {understood}
        </p>
      )}
      <div id={`${id}-said`} aria-live="polite">
        {message && <p className={classes.wrong}>{message}</p>}
        {!typing && understood && <p className={classes.understood}>{understood}</p>}
        {!message && warning && <p className={classes.warning}>{warning}</p>}
      </div>
      {said && (
        <p id={`${id}-help`} className={classes.help}>
          {said}
        </p>
      )}
      {/* A value outside the published range has its own message. */}
      {range?.short && !(outside && warning === outside && message === undefined) && (
        <p id={`${id}-range`} className={classes.help}>
          {range.short}
        </p>
      )}
      {open && <About path={path} />}
    </div>
  )
}
