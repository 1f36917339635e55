import type { ClipboardEvent } from 'react'

import type { Item } from '../../../shared/case/lists'
import type { Path } from '../../../shared/case/path'
import { useDocument } from '../../state/store'
import { tell } from '../frame/tell'
import { SaveCsv } from '../figure/SaveCsv'
import { Terms } from '../figure/Terms'
import { Cell } from './Cell'
import classes from './entry.module.css'
import { fieldIn, gridOf, pasteInto, type ColumnOf } from './paste'
import { useRows } from './use-rows'

export interface Column<T extends Item = never> extends ColumnOf<T> {
  /** Unit and period, once for the column. */
  readonly unit?: string
  readonly width?: string
}

export interface RowsProps {
  readonly list: Path
  /** What an element is called: "cost". Its ids are derived from it. */
  readonly word: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly seed?: object
  readonly most: number
  /** What an empty list means. */
  readonly empty: string
}

/** A list of the case as an editable table: rows are added, removed, moved, and pasted from a spreadsheet. */
export function Rows({ list, word, caption, columns, seed, most, empty }: RowsProps) {
  const document = useDocument()
  const { around, items, origin, add, remove, move, take, keys } = useRows(list, word, most)
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const grid = gridOf(event.clipboardData.getData('text/plain'))
    if (!grid) return
    event.preventDefault()
    const pasted = pasteInto(document, list, word, columns, { row, column }, grid, most, origin)
    if (take(pasted)) tell(pasted.said)
  }
  return (
    <div ref={around} className={classes.rows}>
      {items.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <table>
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ label, unit, width }) => (
                <th key={label} scope="col" style={width ? { width } : undefined}>
                  <Terms>{label}</Terms>
                  {unit && <span className={classes.unit}> {unit}</span>}
                </th>
              ))}
              <th scope="col" data-screen-only>
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
                    <td key={column.label}>
                      <Cell
                        path={`${list}/${item.id}/${field}`}
                        name={`${column.label}, ${nameOf(item) ?? `${word} ${row + 1}`}`}
                        choices={column.choices}
                        onPaste={(event) => paste(event, row, index)}
                        onKeyDown={(event) => keys(event, item.id, seed)}
                      />
                    </td>
                  )
                })}
                <td className={classes.tools} data-screen-only>
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
        <button type="button" className={classes.add} onClick={() => add(seed)}>
          + Add {oneOf(word)}
        </button>
      )}
      {items.length > 0 && (
        <span className={classes.save}>
          <SaveCsv title={caption} />
        </span>
      )}
    </div>
  )
}

/** What an element is called in messages and by screen readers. */
const nameOf = (item: Item | undefined): string | undefined => {
  const { label } = (item ?? {}) as { label?: string }
  return label === undefined || label === '' ? undefined : label
}

/** "a cost", "an add-back", "a one-off". */
const oneOf = (word: string): string => `${/^(?!one)[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
