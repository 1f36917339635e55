import type { ReactNode } from 'react'

import classes from './charts.module.css'
import { useCursor } from './use-cursor'

interface Props {
  readonly title: string
  readonly description: string
  readonly width: number
  /** How many rows there are, and how high each is. */
  readonly count: number
  readonly row: number
  /** The exact figures of a row, for the pointer and for who walks along the rows by keyboard. */
  readonly read: (at: number) => ReactNode
  readonly children: ReactNode
}

/** A drawing of rows, one below the other, whose figures can be read row by row. */
export function RowsChart({ title, description, width, count, row, read, children }: Props) {
  const { at, setAt, onKeyDown } = useCursor(count)
  return (
    <div className={classes.rows}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its rows itself */}
      <svg
        data-chart
        width={width}
        height={count * row + 8}
        role="application"
        aria-label={`${title}. ${description}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the rows
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
        onPointerMove={({ clientY, currentTarget }) => {
          const near = Math.floor((clientY - currentTarget.getBoundingClientRect().top - 4) / row)
          setAt(near >= 0 && near < count ? near : undefined)
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <title>{title}</title>
        {at !== undefined && (
          <rect data-screen-only x={0} y={4 + at * row} width={width} height={row} className={classes.current} />
        )}
        {children}
      </svg>
      {at !== undefined && (
        <div className={classes.floating} style={{ top: 8 + (at + 1) * row, right: 0 }}>
          <div className={classes.tooltip} role="status">
            {read(at)}
          </div>
        </div>
      )}
    </div>
  )
}
