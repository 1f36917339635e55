import type { ReactNode } from 'react'

import classes from './charts.module.css'
import { useCursor } from './use-cursor'

/** Where a chart is drawn: on screen it is read by pointer and keyboard, on paper it is a picture of a fixed size. */
export type Medium = 'screen' | 'paper'

/** The width of a chart on paper, in px: the text column of a letter page. */
export const PAPER_WIDTH = 662

/** What every chart is given. */
export interface ChartProps {
  readonly medium: Medium
  readonly title: string
  /** How the chart is read, for a person who does not see it. */
  readonly description: string
  /** In px */
  readonly width: number
}

/** Places of a chart whose exact figures can be read one after the other. All lengths in px of the drawing. */
export interface Reading {
  readonly along: 'x' | 'y'
  readonly count: number
  /** The middle of the first place, and the distance to the next. */
  readonly first: number
  readonly step: number
  /** From where to where the mark of a place reaches, across. */
  readonly across: readonly [from: number, to: number]
  /** The mark of the place that is read: a line through its middle, or a band as wide as the place. */
  readonly mark: 'line' | 'band'
  /** The exact figures at a place. */
  read(at: number): ReactNode
}

interface Props extends ChartProps {
  readonly height: number
  readonly reading?: Reading
  /** The Recharts chart. */
  readonly children: ReactNode
}

/** Props of every Recharts chart: reading by keyboard and pointer is done here, not by Recharts' own layer. */
export const plainChart = { accessibilityLayer: false, 'data-chart': true } as const

/** A chart in its medium: with a name, and on screen with its places to read. */
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

/** The chart below is not drawn again while its places are read: only their mark moves. */
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

/** Beside a year, on the side that has room; below a row. */
function beside(along: Reading['along'], middle: number, step: number, width: number, top: number) {
  if (along === 'y') return { top: middle + step / 2 + 4, right: 0 }
  return middle > width / 2 ? { top, right: width - middle + 12 } : { top, left: middle + 12 }
}
