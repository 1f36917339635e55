import { useContext, useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'

import { added, itemsAt, moved, removed, type Item } from '../../../shared/case/lists'
import { capitalised } from '../../../shared/case/names'
import { get, type Path } from '../../../shared/case/path'
import { seen, useDrafts } from '../../state/drafts'
import { useDocument, useStore } from '../../state/store'
import { tell } from '../frame/tell'
import { Control } from './Control'
import classes from './entry.module.css'
import { OriginMark } from './origin-mark'
import { fieldIn, gridOf, pasteInto, type ColumnOf } from './paste'
import { useField } from './use-field'

export interface Column<T extends Item = never> extends ColumnOf<T> {
  /** Unit and period, once for the column. */
  readonly unit?: string
  readonly width?: string
}

interface RowsProps {
  readonly list: Path
  /** What an element is called: "cost". Its ids are made of it. */
  readonly word: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly seed?: object
  readonly most: number
  /** What it means that there is none. */
  readonly empty: string
}

/** A list of the case as a table to type in: rows are added, removed, moved, and pasted from a spreadsheet. */
export function Rows({ list, word, caption, columns, seed, most, empty }: RowsProps) {
  const document = useDocument()
  const items = itemsAt(document, list)
  const { replace } = useStore.getState()
  const caseId = useStore((state) => state.caseId)
  const { typed: mark } = useContext(OriginMark)
  const table = useRef<HTMLDivElement>(null)

  const focusRow = (id: string) =>
    requestAnimationFrame(() => {
      const cell = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] [data-field]`)
      cell?.focus()
      if (cell instanceof HTMLInputElement) cell.select()
    })
  const add = () => {
    const more = added(document, list, word, seed)
    if (say(replace(more.document))) focusRow(more.id)
  }
  const remove = (id: string) => {
    if (say(replace(removed(document, list, id)))) {
      const name = nameOf(items.find((item) => item.id === id))
      tell(`${name ?? capitalised(oneOf(word))} has been removed.`, { label: 'Undo', run: useStore.getState().undo })
    }
  }
  const move = (id: string, by: number) => {
    const after = moved(document, list, id, by)
    if (after !== document) replace(after)
  }
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const grid = gridOf(event.clipboardData.getData('text/plain'))
    if (!grid) return
    event.preventDefault()
    const pasted = pasteInto(document, list, word, columns, { row, column }, grid, most, mark)
    if (pasted.document !== document && !say(replace(pasted.document))) return
    const { keep, drop } = useDrafts.getState()
    for (const path of pasted.taken) drop(`${caseId} ${path}`)
    for (const { path, text, message } of pasted.refused)
      keep(`${caseId} ${path}`, { text, message, over: seen(get(pasted.document, path)) })
    tell(pasted.said)
  }
  const keys = (event: KeyboardEvent, item: Item) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      const field = event.target instanceof HTMLElement ? event.target.dataset['path'] : undefined
      move(item.id, event.key === 'ArrowUp' ? -1 : 1)
      // The row takes the cursor along.
      requestAnimationFrame(() =>
        table.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(field ?? '')}"]`)?.focus(),
      )
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && items.length < most) {
      event.preventDefault()
      add()
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'Backspace' && event.shiftKey) {
      event.preventDefault()
      remove(item.id)
    }
  }

  return (
    <div ref={table} className={classes.rows}>
      {items.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ label, unit, width }) => (
                <th key={label} scope="col" style={width ? { width } : undefined}>
                  {label}
                  {unit && <span className={classes.unit}> {unit}</span>}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">Order and removal</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item, row) => (
              <tr key={item.id} data-row={item.id}>
                {columns.map((column, index) => {
                  const field = fieldIn(column, item)
                  if (field === undefined)
                    return (
                      <td key={column.label} className={classes.nothing}>
                        –
                      </td>
                    )
                  return (
                    <Cell
                      key={column.label}
                      path={`${list}/${item.id}/${field}`}
                      name={`${column.label}, ${nameOf(item) ?? `${word} ${row + 1}`}`}
                      column={column}
                      onPaste={(event) => paste(event, row, index)}
                      onKeyDown={(event) => keys(event, item)}
                    />
                  )
                })}
                <td className={classes.tools}>
                  {(
                    [
                      ['Move up', '↑', () => move(item.id, -1), row === 0],
                      ['Move down', '↓', () => move(item.id, 1), row === items.length - 1],
                      ['Remove', '×', () => remove(item.id), false],
                    ] as const
                  ).map(([what, sign, run, disabled]) => (
                    <button
                      key={what}
                      type="button"
                      aria-label={`${what}: ${nameOf(item) ?? `${word} ${row + 1}`}`}
                      title={what}
                      disabled={disabled}
                      onClick={run}
                    >
                      {sign}
                    </button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {items.length < most && (
        <button type="button" className={classes.add} onClick={add}>
          + Add {oneOf(word)}
        </button>
      )}
    </div>
  )
}

function Cell(props: {
  readonly path: Path
  readonly name: string
  readonly column: Column
  readonly onPaste: (event: ClipboardEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const { path, name, column, onPaste, onKeyDown } = props
  const state = useField(path)
  const id = useId()
  const { message, warning, understood, typing, origin } = state
  return (
    // The keys belong to the fields inside; the cell only hears them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <td onKeyDown={onKeyDown}>
      <Control
        path={path}
        state={state}
        id={id}
        name={name}
        describedBy={`${id}-understood ${id}-said`}
        period={false}
        onPaste={onPaste}
        {...(column.choices ? { choices: column.choices } : {})}
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
    </td>
  )
}

/** What an element is called in messages and by screen readers. */
const nameOf = (item: Item | undefined): string | undefined => {
  const { label } = (item ?? {}) as { label?: string }
  return label === undefined || label === '' ? undefined : label
}

/** "a cost", "an add-back", "a one-off". */
const oneOf = (word: string): string => `${/^(?!one)[aeiou]/.test(word) ? 'an' : 'a'} ${word}`

/** Says what is wrong with a change of the list. @returns whether it was made */
function say(problems: readonly { readonly message: string }[]): boolean {
  if (problems.length > 0) tell(problems.map(({ message }) => message).join(' '))
  return problems.length === 0
}
