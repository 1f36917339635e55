import { createContext, use, type ReactNode } from 'react'

import type { Outcome, View } from '../../../shared/model'
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
  /** Another way to format it; Why still refers to the figure. */
  readonly children?: ReactNode
  /** A value other than the model's own: a row in today's dollars. */
  readonly value?: number
  /** For screen readers, instead of the model's own name for the figure. */
  readonly label?: string
}

/**
 * The outcome that the figures inside are read from. A part of a page that may lag behind a slider sets it here;
 * figures that read the store themselves would all be rerendered at every move.
 */
export const FiguresOf = createContext<Outcome | undefined>(undefined)

/** A figure of the model with a Why. Shows a dash if the path does not have it. */
export function Figure(props: Props) {
  const outcome = use(FiguresOf)
  return outcome ? <Of outcome={outcome} {...props} /> : <OfTheStore {...props} />
}

const OfTheStore = (props: Props) => <Of outcome={useShown().outcome} {...props} />

function Of({ outcome, path, view, id, year, short, children, value, label }: Props & { readonly outcome: Outcome }) {
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
