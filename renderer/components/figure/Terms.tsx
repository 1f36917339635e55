import { useMemo } from 'react'

import { piecesOf } from '../../../shared/present/glossary'
import { TIP } from './term-tip'
import classes from './terms.module.css'

/** A text whose technical terms are explained on hover or focus. */
export function Terms({ children: text }: { readonly children: string }) {
  const pieces = useMemo(() => piecesOf(text), [text])
  return pieces.map(({ text, entry }, i) =>
    entry ? (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the explanation is reached by keyboard too
      <dfn key={i} className={classes.term} data-term={text} tabIndex={0} aria-describedby={TIP}>
        {text}
      </dfn>
    ) : (
      text
    ),
  )
}

/** The same for the label of a field, whose own control shows the explanation on focus. */
export function TermsOfLabel({ children: text }: { readonly children: string }) {
  const pieces = useMemo(() => piecesOf(text), [text])
  return pieces.map(({ text, entry }, i) =>
    entry ? (
      <span key={i} className={classes.term} data-term={text}>
        {text}
      </span>
    ) : (
      text
    ),
  )
}
