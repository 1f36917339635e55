import type { ReactNode } from 'react'

import type { View } from '../../../shared/model'
import { useShown } from '../../state/what-if'
import { useWhy } from '../../state/why'
import classes from './figure.module.css'
import { written } from './value'

interface Props {
  readonly path: string
  readonly view: View
  /** The figure's id within its path. */
  readonly id: string
  /** Model year, 1 = first, where `id` is a row. */
  readonly year?: number
  /** To three significant figures. */
  readonly short?: boolean
  /** Another way to write it; what is asked about stays the figure. */
  readonly children?: ReactNode
  /** Another value than the model's own: a row in today's dollars. */
  readonly value?: number
  /** For screen readers, in place of the model's own name for the figure. */
  readonly label?: string
}

/** A figure of the model that can be asked why. One that the path does not have is a dash. */
export function Figure({ path, view, id, year, short, children, value, label }: Props) {
  const { outcome } = useShown()
  const ask = useWhy((state) => state.ask)
  const line = outcome.line(path, view, id)
  if (!line) return <span className="quiet">–</span>
  const shown = value ?? outcome.values(line)[(year ?? 1) - 1]
  return (
    <button
      type="button"
      className={classes.figure}
      title={`Why? ${label ?? line.label}`}
      onClick={() => ask({ kind: 'line', line: line.id, ...(line.shape === 'row' && year !== undefined && { year }) })}
    >
      {children ?? written(shown, line.unit, line.id, short)}
    </button>
  )
}
