import type { ReactNode } from 'react'

import type { Path } from '../../../shared/case/path'
import { Field } from '../entry/Field'
import { Rows } from '../entry/Rows'
import { Fields } from '../entry/Section'
import type { Ask } from './asks'

interface AskedProps {
  /** The path of the questions in the case. */
  readonly base: Path
  readonly asks: readonly Ask[]
}

/** Questions in order: consecutive fields share a grid; tables and headings separate grids. */
export function Asked({ base, asks }: AskedProps) {
  const drawn: ReactNode[] = []
  let fields: ReactNode[] = []
  const close = () => {
    if (fields.length > 0) drawn.push(<Fields key={`fields ${drawn.length}`}>{fields}</Fields>)
    fields = []
  }
  for (const ask of asks) {
    if (typeof ask === 'string') fields.push(<Field key={ask} path={`${base}/${ask}`} />)
    else if ('field' in ask) {
      const { field, ...rest } = ask
      fields.push(<Field key={field} path={`${base}/${field}`} {...rest} />)
    } else {
      close()
      if ('list' in ask) drawn.push(<Rows key={ask.list} {...ask} list={`${base}/${ask.list}`} />)
      else
        drawn.push(
          <div key={`words ${drawn.length}`}>
            {ask.heading && <h3>{ask.heading}</h3>}
            {ask.says && <p className="quiet">{ask.says}</p>}
          </div>,
        )
    }
  }
  close()
  return drawn
}
