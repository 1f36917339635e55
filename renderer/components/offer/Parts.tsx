import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'

import { capitalized, elementName } from '../../../shared/case/names'
import { entriesIn, withKind } from '../../../shared/case/parts'
import type { Component, Offer } from '../../../shared/case/schema'
import { useOutcome } from '../../state/outcome'
import { useDocument, useStore } from '../../state/store'
import { Cell } from '../entry/Cell'
import entry from '../entry/entry.module.css'
import { gridOf } from '../entry/paste'
import { useRows } from '../entry/use-rows'
import { Figure } from '../figure/Figure'
import { tell } from '../frame/tell'
import { filledIn } from './asks'
import { Group } from './Group'
import classes from './offer.module.css'
import { asksOf } from './part-asks'
import { ADDED, ADDED_TO_A_JOB, basesOf, KINDS, PART_COLUMNS, saysKind, type Kind } from './part-columns'
import { MOST_PARTS, pasteParts, type PastedParts } from './paste-parts'
import { RowTerms } from './RowTerms'
import { SaveCsv } from '../figure/SaveCsv'

const kinds = Object.keys(KINDS) as Kind[]

/** The price components other than cash at closing: one table to type and paste into, with details below each row. */
export function Parts({ offer }: { readonly offer: Offer }) {
  const document = useDocument()
  const view = useStore((state) => state.view)
  const list = `offers/${offer.id}/components`
  const { around, origin, add, remove, move, take, keys } = useRows(list, 'part', MOST_PARTS)
  const [pasted, setPasted] = useState<PastedParts>()
  const paste = (event: ClipboardEvent, row: number, column: number, alone = false) => {
    const text = event.clipboardData.getData('text/plain')
    const grid = gridOf(text) ?? (alone ? [[text]] : undefined)
    if (!grid) return
    event.preventDefault()
    const parts = pasteParts(document, list, { row, column }, grid, origin)
    if (!take(parts)) return
    setPasted(parts.left.length > 0 ? parts : undefined)
    if (parts.left.length === 0) tell(parts.said)
  }
  const { components } = offer
  const isAssociate = document.practice.role === 'associate'
  return (
    <div ref={around} className={classes.parts}>
      {components.length === 0 ? (
        <p className="quiet">
          {isAssociate ? 'No equity is offered.' : 'All of the price is paid in cash at closing.'}
        </p>
      ) : (
        <table>
          <caption className="unseen">{isAssociate ? 'Equity' : 'Parts of the price'}</caption>
          <thead>
            <tr>
              <th scope="col">Part</th>
              {PART_COLUMNS.map(({ id, label, unit }) => (
                <th key={id} scope="col">
                  {label}
                  {unit && (
                    <span className={entry.unit}> {isAssociate ? unit.replace('closing', 'the start') : unit}</span>
                  )}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">Order and removal</span>
              </th>
            </tr>
          </thead>
          {components.map((part, row) => (
            <PartRows
              key={part.id}
              list={list}
              part={part}
              offer={offer}
              first={row === 0}
              last={row === components.length - 1}
              onPaste={(event, column) => paste(event, row, column)}
              onKeyDown={(event) => keys(event, part.id, { kind: part.kind })}
              onMove={(by) => move(part.id, by)}
              onRemove={() => remove(part.id)}
            />
          ))}
        </table>
      )}
      {offer.components.length > 0 && (
        <SaveCsv title={`${isAssociate ? 'Equity' : 'Parts of the price'} ${offer.name}`} />
      )}
      {!isAssociate && (
        <p className={classes.rest}>
          Cash portion of the price: <Figure path={offer.id} view={view} id="cash" /> of{' '}
          <Figure path={offer.id} view={view} id="consideration" />.
        </p>
      )}
      {components.length < MOST_PARTS && (
        <p className={classes.adders}>
          Add:{' '}
          {(isAssociate ? ADDED_TO_A_JOB : ADDED).map(({ name, says, seed }) => (
            <button key={name} type="button" className="link" title={says} onClick={() => add(seed)}>
              {name}
            </button>
          ))}
        </p>
      )}
      {components.length < MOST_PARTS && (
        <label className={classes.paste}>
          <span>Paste from a spreadsheet</span>
          {/* Pasted content becomes rows; nothing is typed here. */}
          <input
            value=""
            readOnly
            placeholder="kind, amount or share, when, probability, condition"
            onPaste={(event) => paste(event, components.length, 0, true)}
          />
        </label>
      )}
      <div role="status">
        {pasted && (
          <div className={classes.pasted}>
            <strong>{pasted.said} Not taken:</strong>
            <ul>
              {pasted.left.map((sentence, i) => (
                <li key={i}>{sentence}</li>
              ))}
            </ul>
            <button type="button" className="link" onClick={() => setPasted(undefined)}>
              Close this list
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

interface PartProps {
  readonly list: string
  readonly part: Component
  readonly offer: Offer
  readonly first: boolean
  readonly last: boolean
  onPaste(event: ClipboardEvent, column: number): void
  onKeyDown(event: KeyboardEvent): void
  onMove(by: number): void
  onRemove(): void
}

/** A component: a row with what a letter states about it, and its further terms collapsed below. */
function PartRows({ list, part, offer, first, last, onPaste, onKeyDown, onMove, onRemove }: PartProps) {
  const document = useDocument()
  const base = `${list}/${part.id}`
  const name = capitalized(elementName(base, document))
  const bases = basesOf(part, document.practice.role === 'associate')
  const asks = asksOf(part)
  const inRow = PART_COLUMNS.flatMap((column) => column.field(part) ?? [])
  return (
    <tbody data-row={part.id} aria-label={name}>
      <tr>
        <th scope="row" data-label="Part">
          <KindCell list={list} part={part} name={name} onPaste={(event) => onPaste(event, 0)} onKeyDown={onKeyDown} />
        </th>
        {PART_COLUMNS.map((column, index) => {
          const field = column.field(part)
          if (field === undefined)
            return (
              <td key={column.id} data-label={column.label} className="quiet">
                <span className={classes.instead}>{column.instead?.(part)}</span>
              </td>
            )
          return (
            <td key={column.id} data-label={column.label}>
              <Cell
                onKeyDown={onKeyDown}
                path={`${base}/${field}`}
                name={`${column.label}, ${name}`}
                choices={column.choices?.(part)}
                onPaste={(event) => onPaste(event, index + 1)}
              />
              {column.id === 'amount' && (
                <>
                  {bases && (
                    <Cell
                      onKeyDown={onKeyDown}
                      path={`${base}/basis`}
                      name={`Stated as, ${name}`}
                      choices={bases}
                      onPaste={(event) => onPaste(event, index + 1)}
                    />
                  )}
                  <PartAmount offer={offer} part={part} />
                </>
              )}
            </td>
          )
        })}
        <td className={`${entry.tools} ${classes.cellTools}`}>
          {(
            [
              ['Move up', '↑', () => onMove(-1), first],
              ['Move down', '↓', () => onMove(1), last],
              ['Remove', '×', onRemove, false],
            ] as const
          ).map(([what, sign, run, disabled]) => (
            <button
              key={what}
              type="button"
              aria-label={`${what}: ${name}`}
              title={sign === '×' ? what : `${what} (Alt ${sign} in a field)`}
              disabled={disabled}
              onClick={run}
            >
              {sign}
            </button>
          ))}
        </td>
      </tr>
      <tr className={classes.details}>
        <td colSpan={PART_COLUMNS.length + 2}>
          <Group
            base={base}
            asks={asks}
            title={
              <>
                Details<span className="unseen">: {name}</span>
              </>
            }
            says={part.kind === 'rolled' ? EQUITY[part.acquired] : KINDS[part.kind].says}
            filled={filledIn(document, base, asks)}
          >
            <RowTerms paths={inRow.map((field) => `${base}/${field}`)} name={name} />
          </Group>
        </td>
      </tr>
    </tbody>
  )
}

const EQUITY: Readonly<Record<Extract<Component, { kind: 'rolled' }>['acquired'], string>> = {
  rolled: KINDS.rolled.says,
  bought: 'Paid for at closing out of your own money.',
  granted: 'Costs nothing, and is worth something above a threshold only.',
}

/** The component's amount in dollars, where the letter states a share. */
function PartAmount({ offer, part }: { readonly offer: Offer; readonly part: Component }) {
  const view = useStore((state) => state.view)
  const outcome = useOutcome()
  if (part.basis === 'fixed' || outcome.line(offer.id, view, `${part.id}/amount`) === undefined) return null
  return (
    <span className={classes.comesTo}>
      = <Figure path={offer.id} view={view} id={`${part.id}/amount`} />
    </span>
  )
}

interface KindProps extends Pick<PartProps, 'list' | 'part' | 'onKeyDown'> {
  readonly name: string
  onPaste(event: ClipboardEvent): void
}

/** The kind of component. Changing it keeps the size and every entry that still applies. */
function KindCell({ list, part, name, onPaste, onKeyDown }: KindProps) {
  const document = useDocument()
  const { replace, undo } = useStore.getState()
  const become = (kind: Kind) => {
    const after = withKind(document, list, part.id, kind)
    const problems = replace(after)
    if (problems.length > 0) return tell(problems.map(({ message }) => message).join(' '))
    const dropped = entriesIn(document, `${list}/${part.id}`) - entriesIn(after, `${list}/${part.id}`)
    if (dropped > 0)
      tell(
        `${name} is now ${KINDS[kind].of}. ${dropped === 1 ? '1 entry' : `${dropped} entries`} that it does not have ${dropped === 1 ? 'was' : 'were'} dropped.`,
        { label: 'Undo', run: undo },
      )
  }
  return (
    <>
      <span className={entry.box}>
        <select
          className={entry.input}
          aria-label={`Kind, ${name}`}
          data-path={`${list}/${part.id}/kind`}
          value={part.kind}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          onChange={(event) => become(event.target.value as Kind)}
        >
          {/* A job has no price, so nothing can be held back, lent or made contingent. */}
          {document.practice.role === 'associate' ? (
            <option value={part.kind}>Equity</option>
          ) : (
            kinds.map((kind) => (
              <option key={kind} value={kind}>
                {KINDS[kind].short}
              </option>
            ))
          )}
        </select>
      </span>
      {!saysKind(name, part.kind) && <span className="small">{name}</span>}
    </>
  )
}
