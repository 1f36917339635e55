import { goToField } from '../../state/goto'

interface Row {
  readonly path: string
  readonly message: string
  /** Whom a question is for. */
  readonly for?: string | undefined
}

/** Sentences about fields of the case, each with a link to its field. */
export function FieldLinks({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={`${row.path} ${row.message}`}>
          {row.for && <strong>{row.for[0]!.toUpperCase() + row.for.slice(1)}: </strong>}
          {row.message}{' '}
          <button type="button" className="link" onClick={() => goToField(row.path)}>
            Go there<span className="unseen">: {row.message}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
