import { useRef, type ClipboardEvent } from 'react'

import { isPartner } from '../../../shared/case/partner/is-partner'
import type { Path } from '../../../shared/case/path'
import { ofManyLines } from '../../../shared/case/typed'
import { useSign } from '../../state/signs'
import classes from './entry.module.css'
import { SignMark } from './SignMark'
import type { FieldState } from './use-field'

interface ControlProps {
  readonly path: Path
  readonly state: FieldState
  readonly id: string
  /** The accessible name where there is no label element. */
  readonly name?: string
  readonly describedBy?: string
  /**
   * Replaces the schema's options where they depend on the case; for a yes-no field, its words under `yes` and `no`.
   */
  readonly choices?: Readonly<Record<string, string>>
  /** Whether "of collections", "a year" is shown in the field; in a table the column heading says it. */
  readonly period?: boolean
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
}

/** The input part of a field: a line of text, a choice or a yes-no. */
export function Control({ path, state, id, name, describedBy, choices, period = true, onPaste }: ControlProps) {
  const { meta, value, text, message } = state
  const assumed = state.origin === 'assumed' && meta.unit !== 'text' && !path.endsWith('/include')
  const known = useSign(path)
  const sign = state.origin === 'assumed' ? known : undefined
  const box = {
    className: classes.box,
    'data-assumed': assumed || undefined,
    'data-wrong': message === undefined ? undefined : true,
  }
  // Placed on the box's edge, so that it does not shift the layout.
  const mark = sign && (
    <span id={`${id}-sign`} className={classes.sign} title={sign.words}>
      <SignMark decisive={sign.decisive} />
      <span className="unseen">{sign.words}</span>
    </span>
  )
  const common = {
    id,
    'data-field': '',
    'data-path': path,
    'aria-label': name,
    'aria-describedby': [describedBy, sign && `${id}-sign`].filter(Boolean).join(' ') || undefined,
    'data-typing': state.typing || undefined,
    'aria-invalid': message === undefined ? undefined : true,
    onKeyDown: state.onKeyDown,
  } as const
  const offered = choices ?? meta.choices
  if (offered && meta.unit !== 'yesNo')
    return (
      <span {...box}>
        {mark}
        <select
          {...common}
          className={classes.input}
          value={String(value)}
          onChange={(e) => state.choose(e.target.value)}
        >
          {!(String(value) in offered) && <option value={String(value)}>choose</option>}
          {Object.entries(offered).map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </span>
    )
  if (meta.unit === 'yesNo')
    return (
      <span {...box}>
        {mark}
        <select
          {...common}
          className={classes.input}
          value={value === true ? 'yes' : 'no'}
          onChange={(e) => state.choose(e.target.value === 'yes')}
        >
          <option value="yes">{choices?.['yes'] ?? 'yes'}</option>
          <option value="no">{choices?.['no'] ?? 'no'}</option>
        </select>
      </span>
    )
  if (ofManyLines(meta))
    return (
      <span {...box}>
        <textarea
          {...common}
          className={classes.input}
          rows={3}
          spellCheck
          value={text}
          onChange={(event) => state.type(event.target.value)}
          onBlur={() => void state.commit()}
        />
      </span>
    )
  const suffix = unitBehind(meta, period)
  // Numbers and dates are always fully visible, whatever the text size; of a name, its beginning.
  const seen = meta.unit === 'text' ? Math.min(text.length, period ? 4 : 22) : Math.max(text.length, 4)
  return (
    <span {...box}>
      {mark}
      {meta.unit === 'usd' && <span className={classes.before}>$</span>}
      <input
        {...common}
        className={classes.input}
        data-number={meta.unit !== 'text' && meta.unit !== 'date' ? true : undefined}
        autoComplete="off"
        spellCheck={meta.unit === 'text'}
        style={{ minWidth: `calc(${seen}ch + 1.25rem)` }}
        placeholder={value === null ? (isPartner(path) ? 'not known' : 'not stated') : undefined}
        inputMode={meta.unit === 'text' || meta.unit === 'date' ? 'text' : 'decimal'}
        value={text}
        onChange={(event) => state.type(event.target.value)}
        // A 5 typed over a 5 is no change to React, but it is an answer.
        onInput={({ currentTarget: { value: typed } }) => typed === text && state.type(typed)}
        onBlur={() => void state.commit()}
        onPaste={onPaste}
      />
      {suffix && <span className={classes.behind}>{suffix}</span>}
      {meta.unit === 'date' && <Calendar state={state} label={name ?? meta.label} />}
    </span>
  )
}

/** The unit after the number: "% of collections", "a year", "years". */
function unitBehind({ unit, per, label }: FieldState['meta'], period: boolean): string {
  const sign =
    unit === 'rate' ? '%' : unit === 'factor' ? '×' : ['years', 'months', 'days', 'hours'].includes(unit) ? unit : ''
  const of = period ? per : undefined
  // "Years left: 5 years" would be redundant.
  const said = sign.length > 1 && of === undefined && label.toLowerCase().startsWith(sign) ? '' : sign
  return [said, of].filter(Boolean).join(' ')
}

/** The system's date picker, for those who prefer it to typing. */
function Calendar({ state, label }: { readonly state: FieldState; readonly label: string }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        type="date"
        className={classes.picker}
        tabIndex={-1}
        aria-hidden="true"
        value={typeof state.value === 'string' ? state.value : ''}
        onChange={(event) => {
          if (event.target.value) state.choose(event.target.value)
        }}
      />
      <button
        type="button"
        className={classes.calendar}
        tabIndex={-1}
        aria-label={`Calendar: ${label}`}
        onClick={() => picker.current?.showPicker()}
      >
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
          <rect x="1.5" y="3" width="13" height="11.5" rx="1.5" />
          <path d="M1.5 6.5h13M5 1v3.5M11 1v3.5" />
        </svg>
      </button>
    </>
  )
}
