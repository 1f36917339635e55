import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import { useWhy } from '../../state/why'
import classes from '../../pages/year-table.module.css'
import { factor } from '../../format'
import { written } from '../figure/value'
import type { ShownRow } from './rows'

/** Heights in the size of the text, as the styles have them: they grow where a person has made it larger. */
const ROW = 1.625
const HEAD = 2.5
/** Rows drawn beyond the window, so that scrolling meets no gap. */
const BEYOND = 8

interface Props {
  readonly rows: readonly ShownRow[]
  readonly years: readonly number[]
  readonly ages: readonly number[]
  readonly label: string
  onToggle(section: string): void
}

/**
 * A table of which only the rows in the window are drawn: 200 lines of 60 years would be 12,000 cells. Arrow keys walk
 * over all of them, Enter asks why.
 */
export function Grid({ rows, years, ages, label, onToggle }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600, em: 16 })
  const [at, setAt] = useState({ row: 0, column: 0 })
  const moved = useRef(false)
  const ask = useWhy((state) => state.ask)
  useLayoutEffect(() => {
    const element = box.current!
    const measure = () =>
      setView({
        top: element.scrollTop,
        height: element.clientHeight || 600,
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
  const rowHeight = ROW * view.em
  const headHeight = HEAD * view.em
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
    // The row may be drawn only after the scroll has been taken in.
    requestAnimationFrame(focusCell)
  }, [at, row, rowHeight, headHeight, focusCell])
  const go = (to: { row: number; column: number }) => {
    moved.current = true
    setAt({
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(years.length, to.column)),
    })
  }
  const why = (item: ShownRow | undefined, column: number) => {
    if (item?.kind === 'section') onToggle(item.name)
    else if (item && column > 0) ask({ kind: 'line', line: item.line, year: column })
  }
  const page = Math.max(1, Math.floor(view.height / rowHeight) - 2)
  const onKeyDown = (event: KeyboardEvent) => {
    const { column } = at
    const moves: Record<string, () => void> = {
      ArrowDown: () => go({ row: row + 1, column }),
      ArrowUp: () => go({ row: row - 1, column }),
      ArrowRight: () => go({ row, column: column + 1 }),
      ArrowLeft: () => go({ row, column: column - 1 }),
      PageDown: () => go({ row: row + page, column }),
      PageUp: () => go({ row: row - page, column }),
      Home: () => go({ row: event.ctrlKey ? 0 : row, column: 0 }),
      End: () => go({ row: event.ctrlKey ? rows.length - 1 : row, column: years.length }),
      Enter: () => why(rows[row], column),
      ' ': () => why(rows[row], column),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const tab = (i: number, column: number) => (i === row && column === at.column ? 0 : -1)
  return (
    <div ref={box} className={classes.grid}>
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={years.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              Line<span className="unseen">, year and age</span>
            </th>
            {years.map((year, i) => (
              <th key={year} scope="col">
                {year}
                <br />
                <span className="quiet">{ages[i]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap height={first * rowHeight} />}
          {rows.slice(first, last).map((item, k) => {
            const i = first + k
            if (item.kind === 'section')
              return (
                <tr key={item.name} className={classes.section} aria-rowindex={i + 2}>
                  <th
                    scope="row"
                    tabIndex={tab(i, 0) === 0 || i === row ? 0 : -1}
                    aria-expanded={item.open}
                    onFocus={() => setAt({ row: i, column: 0 })}
                    onClick={() => onToggle(item.name)}
                  >
                    {item.open ? '▾' : '▸'} {item.name} <span className="quiet small">{item.count}</span>
                  </th>
                  <td colSpan={years.length} />
                </tr>
              )
            return (
              <tr
                key={`${item.line} ${item.of}`}
                className={item.of === 'other' ? classes.other : undefined}
                aria-rowindex={i + 2}
              >
                <th scope="row" title={item.meaning} tabIndex={tab(i, 0)} onFocus={() => setAt({ row: i, column: 0 })}>
                  {item.label}
                </th>
                {item.values.map((value, y) => (
                  <td
                    key={y}
                    tabIndex={tab(i, y + 1)}
                    onFocus={() => setAt({ row: i, column: y + 1 })}
                    onClick={() => why(item, y + 1)}
                  >
                    {item.unit === 'factor' ? factor(value, 2) : written(value, item.unit, item.line)}
                  </td>
                ))}
              </tr>
            )
          })}
          {last < rows.length && <Gap height={(rows.length - last) * rowHeight} />}
        </tbody>
      </table>
    </div>
  )
}

/** In place of rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) => (
  <tr aria-hidden="true" style={{ height }}>
    <td style={{ height, border: 0 }} />
  </tr>
)
