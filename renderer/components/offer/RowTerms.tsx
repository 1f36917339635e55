import type { Path } from '../../../shared/case/path'
import { get } from '../../../shared/case/path'
import { useDocument } from '../../state/store'
import { About } from '../entry/About'
import { OriginWord } from '../entry/OriginWord'
import { rangeLine } from '../entry/range-words'
import { useField } from '../entry/use-field'
import classes from './offer.module.css'

/** The origin, typical range and sources of a component's values, for which the row has no room. */
export function RowTerms({ paths, name }: { readonly paths: readonly Path[]; readonly name: string }) {
  const document = useDocument()
  return (
    <ul className={classes.rowTerms} aria-label={`Sources of the row: ${name}`}>
      {paths
        .filter((path) => get(document, path) !== null)
        .map((path) => (
          <RowTerm key={path} path={path} name={name} />
        ))}
    </ul>
  )
}

function RowTerm({ path, name }: { readonly path: Path; readonly name: string }) {
  const state = useField(path)
  const range = rangeLine(path, useDocument())
  return (
    <li>
      <span>
        {state.meta.label}
        <OriginWord state={state} name={`${state.meta.label}, ${name}`} />
      </span>
      {range && (
        <details>
          <summary>
            {range.short ?? 'What is known'}
            <span className="unseen">: {state.meta.label}</span>
          </summary>
          <About path={path} />
        </details>
      )}
    </li>
  )
}
