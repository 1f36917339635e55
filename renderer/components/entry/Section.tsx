import { useId, type ReactNode } from 'react'

import classes from './entry.module.css'

interface SectionProps {
  readonly title: string
  /** One sentence on what is asked here and why. */
  readonly says?: ReactNode
  readonly children: ReactNode
}

/** A section of an entry page. */
export function Section({ title, says, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.parts}>
        <div>
          <h2 id={id}>{title}</h2>
          {says && <p className="quiet">{says}</p>}
        </div>
        <div className={classes.content}>{children}</div>
      </div>
    </section>
  )
}

/** Fields in at most two columns. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={classes.fields}>{children}</div>
}

/** Options that few users need. */
export function Further({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className={classes.further}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
