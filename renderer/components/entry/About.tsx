import type { Path } from '../../../shared/case/path'
import { rangeFor } from '../../../shared/case/ranges'
import { originOf } from '../../../shared/model'
import { useSign } from '../../state/signs'
import { useDocument } from '../../state/store'
import classes from './entry.module.css'
import { span } from './range-words'

const CONFIDENCE = {
  A: 'data, law or a CPA',
  B: 'a named practitioner',
  C: 'a blog or marketing material',
} as const

/** Everything known about a field's values: the note, each source with its author's interest, and other ranges. */
export function About({ path }: { readonly path: Path }) {
  const document = useDocument()
  const range = rangeFor(path, document)
  const known = useSign(path)
  const sign = originOf(document, path) === 'assumed' ? known : undefined
  if (!range) return sign ? <p className={classes.more}>{sign.words}</p> : null
  return (
    <div className={classes.more}>
      {sign && <p>{sign.words}</p>}
      <p>{range.note}</p>
      {(range.sources ?? []).length > 0 && (
        <ul>
          {(range.sources ?? []).map((source) => (
            <li key={source.cite}>
              {source.cite}
              {source.date ? `, ${source.date}` : ''}. {source.address} ({CONFIDENCE[source.confidence]}
              {source.bias === 'neutral' ? '' : `; the author ${source.bias}`})
            </li>
          ))}
        </ul>
      )}
      {range.others.map((band) => (
        <p key={`${band.of} ${band.note}`}>
          {span(path, document, band)}
          {band.of ? ` for ${band.of}` : ''}: {band.note}
        </p>
      ))}
    </div>
  )
}
