import type { ReactNode } from 'react'

import classes from './entry.module.css'

/** The page's purpose in one sentence, with the key figures so far. */
export function PageHead({ title, says, children }: { title: string; says: string; children?: ReactNode }) {
  return (
    <header className={classes.pageHead}>
      <h1>{title}</h1>
      <p className="quiet">{says}</p>
      {children}
    </header>
  )
}
