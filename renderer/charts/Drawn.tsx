import type { ReactNode } from 'react'

import classes from './charts.module.css'
import { useCursor } from './use-cursor'

/** Where a chart is drawn: on screen it responds to pointer and keyboard; on paper it is a fixed-size picture. */
export type Medium = 'screen' | 'paper'

/** The width of a chart on paper, in px: the text column of a letter page. */
export const PAPER_WIDTH = 662

/** Props of every chart. */
export interface ChartProps {
  readonly medium: Medium
  readonly title: string
  /** A description for screen readers. */
  readonly description: string
  /** In px */
  readonly width: number
}

/** Positions in a chart whose exact figures can be stepped through. All lengths in px of the drawing. */
export interface Reading {
  readonly along: 'x' | 'y'
  readonly count: number
  /** The center of the first position, and the distance to the next. */
  readonly first: number
  readonly step: number
  /** The extent of the cursor across the positions. */
  readonly across: readonly [from: number, to: number]
  /** The cursor: a line through the position's center, or a band as wide as the position. */
  readonly mark: 'line' | 'band'
  /** The exact figures at a position. */
  read(at: number): ReactNode
}

interface Props extends ChartProps {
  readonly height: number
  readonly reading?: Reading
  /** The Recharts chart. */
  readonly children: ReactNode
}

/** Props of every Recharts chart: pointer and keyboard are handled here, not by Recharts. */
export const plainChart = { accessibilityLayer: false, 'data-chart': true } as const

/** A chart in its medium, labeled, and on screen with positions to step through. */
export function Drawn({ reading, ...props }: Props) {
  const { medium, title, description, width, height, children } = props
  if (medium === 'screen' && reading) return <Readable {...props} reading={reading} />
  return (
    <div
      role="img"
      aria-label={`${title}. ${description}`}
      className={medium === 'paper' ? `${classes.drawn} ${classes.onPaper}` : classes.drawn}
      style={{ width, height }}
    >
      {children}
    </div>
  )
}

/** Moving the cursor does not redraw the chart below it. */
function Readable({ title, description, width, height, reading, children }: Props & { readonly reading: Reading }) {
  const { along, count, first, step, across, mark, read } = reading
  const { at, setAt, onKeyDown } = useCursor(count, along === 'x' ? 2 : 1)
  const middle = first + (at ?? 0) * step
  const [start, size] = mark === 'line' ? [middle, 1] : [middle - step / 2, step]
  return (
    <div className={classes.readable} style={{ width, height }}>
      {at !== undefined && (
        <div
          className={mark === 'line' ? classes.lineRead : classes.bandRead}
          style={
            along === 'x'
              ? { left: start, width: size, top: across[0], height: across[1] - across[0] }
              : { top: start, height: size, left: across[0], width: across[1] - across[0] }
          }
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application reads its places itself */}
      <div
        role="application"
        aria-label={`${title}. ${description}`}
        className={classes.drawn}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys read the places
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(undefined)}
        onPointerMove={({ clientX, clientY, currentTarget }) => {
          const { left, top } = currentTarget.getBoundingClientRect()
          const near = Math.round(((along === 'x' ? clientX - left : clientY - top) - first) / step)
          setAt(near >= 0 && near < count ? near : undefined)
        }}
        onPointerLeave={() => setAt(undefined)}
      >
        <div aria-hidden="true">{children}</div>
      </div>
      {at !== undefined && (
        <div className={classes.floating} style={beside(along, middle, step, width, across[0])}>
          <div className={classes.tooltip} role="status">
            {read(at)}
          </div>
        </div>
      )}
    </div>
  )
}

/** Beside a year, on the side with more room; below a row. */
function beside(along: Reading['along'], middle: number, step: number, width: number, top: number) {
  if (along === 'y') return { top: middle + step / 2 + 4, right: 0 }
  return middle > width / 2 ? { top, right: width - middle + 12 } : { top, left: middle + 12 }
}
