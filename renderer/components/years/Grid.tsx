import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react'

import type { Unit } from '../../../shared/formula'
import { useWhy } from '../../state/why'
import classes from '../../pages/year-table.module.css'
import { factor } from '../../format'
import { TIP } from '../figure/term-tip'
import { written } from '../figure/value'
import type { Column, ShownRow } from './rows'

/** Lengths relative to the text size, as in the styles: they grow with the user's text size. */
const ROW = 1.625
/** Where the labels have too little room, they take up to three lines. */
const HIGH_ROW = 3.5
const HEAD = 2.5
const LABELS = 19
/** The width of a character in a cell, and the padding beside its text. */
const LETTER = 0.47
const BESIDE = 1.125
/** Rows drawn beyond the window, so that scrolling shows no gap. */
const BEYOND = 8

interface Props {
  readonly rows: readonly ShownRow[]
  readonly columns: readonly Column[]
  /** Column headings: the year, and below it the age or the path. */
  readonly heads: readonly { readonly year: string; readonly below: ReactNode }[]
  /** Columns per year: one per path where they are side by side. */
  readonly span: number
  /** The most characters in a cell. */
  readonly letters: number
  readonly label: string
  /** Which dollars the amounts are in, stated once per section. */
  readonly money: string
  onToggle(key: string): void
}

/**
 * A table that draws only the visible rows: 200 lines of 60 years would be 12,000 cells. Arrow keys move through all of
 * them; Enter opens Why.
 */
export function Grid({ rows, columns, heads, span, letters, label, money, onToggle }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600, width: 0, em: 16 })
  const [at, setAt] = useState({ row: 0, column: 0 })
  const moved = useRef(false)
  const ask = useWhy((state) => state.ask)
  useLayoutEffect(() => {
    const element = box.current!
    const measure = () =>
      setView({
        top: element.scrollTop,
        height: element.clientHeight || 600,
        width: element.clientWidth,
        em: parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
      })
    measure()
    element.addEventListener('scroll', measure, { passive: true })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', measure)
      observer.disconnect()
    }
  }, [])
  const row = Math.min(at.row, rows.length - 1)
  const headHeight = HEAD * view.em
  // In a narrow window or with large text, show one column next to the labels.
  const column = (letters * LETTER + BESIDE) * view.em
  const labels = Math.min(LABELS * view.em, Math.max(view.width - column, view.width / 3))
  const rowRem = labels < LABELS * view.em && view.width > 0 ? HIGH_ROW : ROW
  const rowHeight = rowRem * view.em
  // As many whole columns as fit, and whole years where a year has several: none is cut off at the edge.
  const fit = Math.max(1, Math.floor((view.width - labels) / column))
  const whole = fit > span ? fit - (fit % span) : fit
  const width = Math.max(1, (view.width - labels) / whole)
  const first = Math.max(0, Math.floor(view.top / rowHeight) - BEYOND)
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / rowHeight) + BEYOND)
  const focusCell = useCallback(() => {
    box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  }, [])
  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const element = box.current!
    const top = row * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + element.clientHeight - headHeight - 14)
      element.scrollTop = top + rowHeight - element.clientHeight + headHeight + 14
    const cell = element.querySelector<HTMLElement>('[tabindex="0"]')
    if (cell && at.column > 0) {
      const frozen = element.querySelector<HTMLElement>('thead th')!.offsetWidth
      if (cell.offsetLeft - frozen < element.scrollLeft) element.scrollLeft = cell.offsetLeft - frozen
      else if (cell.offsetLeft + cell.offsetWidth > element.scrollLeft + element.clientWidth)
        element.scrollLeft = cell.offsetLeft + cell.offsetWidth - element.clientWidth
    }
    // The row may not be drawn until the scroll has been processed.
    requestAnimationFrame(focusCell)
  }, [at, row, rowHeight, headHeight, focusCell])
  const go = (to: { row: number; column: number }) => {
    moved.current = true
    setAt({
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(columns.length, to.column)),
    })
  }
  const why = (item: ShownRow | undefined, column: number) => {
    if (item && item.kind !== 'line') return onToggle(item.key)
    const cell = column > 0 ? item?.cells[item.shared ? Math.floor((column - 1) / span) : column - 1] : undefined
    if (cell) ask({ kind: 'line', line: cell.line, year: columns[column - 1]!.year + 1 })
  }
  const page = Math.max(1, Math.floor(view.height / rowHeight) - 2)
  const onKeyDown = (event: KeyboardEvent) => {
    const { column } = at
    // A line that belongs to no path has one cell per year, however many columns the year has.
    const here = rows[row]
    const step = here?.kind === 'line' && here.shared ? span : 1
    const first = column === 0 ? 0 : column - ((column - 1) % step)
    const moves: Record<string, () => void> = {
      ArrowDown: () => go({ row: row + 1, column }),
      ArrowUp: () => go({ row: row - 1, column }),
      ArrowRight: () => go({ row, column: first === 0 ? 1 : first + step }),
      ArrowLeft: () => go({ row, column: first - step }),
      PageDown: () => go({ row: row + page, column }),
      PageUp: () => go({ row: row - page, column }),
      Home: () => go({ row: event.ctrlKey ? 0 : row, column: 0 }),
      End: () => go({ row: event.ctrlKey ? rows.length - 1 : row, column: columns.length }),
      Enter: () => why(rows[row], column),
      ' ': () => why(rows[row], column),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const tab = (i: number, column: number, wide = 1) =>
    i === row && at.column >= column && at.column < column + wide ? 0 : -1
  return (
    <div ref={box} className={span > 1 ? `${classes.grid} ${classes.sides}` : classes.grid}>
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        data-high={rowRem === HIGH_ROW}
        style={
          {
            '--labels': `${labels}px`,
            '--row': `${rowRem}rem`,
            width: labels + columns.length * width,
          } as CSSProperties
        }
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" style={{ width: labels }}>
              Line<span className="unseen">, year and {span > 1 ? 'path' : 'age'}</span>
            </th>
            {heads.map(({ year, below }, i) => (
              <th key={i} scope="col" style={{ width }} data-first={i % span === 0}>
                {year}
                <br />
                <span className="quiet">{below}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap height={first * rowHeight} />}
          {rows.slice(first, last).map((item, k) => {
            const i = first + k
            if (item.kind !== 'line')
              return (
                <tr
                  key={item.key}
                  className={item.kind === 'section' ? classes.section : classes.zeros}
                  aria-rowindex={i + 2}
                >
                  <th
                    scope="row"
                    tabIndex={i === row ? 0 : -1}
                    aria-expanded={item.open}
                    onFocus={() => setAt({ row: i, column: 0 })}
                    onClick={() => onToggle(item.key)}
                  >
                    {item.open ? '▾' : '▸'}{' '}
                    {item.kind === 'section' ? (
                      <>
                        {item.name} <span className="quiet small">{item.count}</span>
                      </>
                    ) : (
                      `${item.count} ${item.count === 1 ? 'line that is' : 'lines that are'} zero in every year`
                    )}
                  </th>
                  <td colSpan={columns.length}>
                    {item.kind === 'section' && item.open && item.money && (
                      <span className={`quiet ${classes.unit}`}>{money}</span>
                    )}
                  </td>
                </tr>
              )
            const wide = item.shared ? span : 1
            return (
              <tr key={item.key} className={item.further ? classes.other : undefined} aria-rowindex={i + 2}>
                <th
                  scope="row"
                  data-term={item.label}
                  data-says={item.meaning}
                  aria-describedby={TIP}
                  tabIndex={tab(i, 0)}
                  onFocus={() => setAt({ row: i, column: 0 })}
                >
                  {item.label}
                </th>
                {item.cells.map((cell, y) => {
                  const column = y * wide + 1
                  return (
                    <td
                      key={y}
                      colSpan={wide > 1 ? wide : undefined}
                      data-first={(column - 1) % span === 0}
                      tabIndex={tab(i, column, wide)}
                      onFocus={() => setAt({ row: i, column })}
                      onClick={() => why(item, column)}
                    >
                      {cell ? cellText(cell.value, item.unit, cell.line) : ''}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          {last < rows.length && <Gap height={(rows.length - last) * rowHeight} />}
        </tbody>
      </table>
    </div>
  )
}

/** Formatted as elsewhere, with the dollar sign only once a section. */
export const cellText = (value: number, unit: Unit, line: string): string =>
  unit === 'factor'
    ? factor(value, 2)
    : unit === 'usd'
      ? written(value, unit, line).replace('$', '')
      : written(value, unit, line)

/** Stands in for rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => (
  <tr aria-hidden="true" style={{ height }}>
    <td style={{ height, border: 0 }} />
  </tr>
)
