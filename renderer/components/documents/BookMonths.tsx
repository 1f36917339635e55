import type { Book } from '../../../shared/intake/read'
import { Section } from '../entry/Section'

/** Asks what the amounts of a part of a year are: nothing is annualized by itself. */
export function BookMonths(props: {
  readonly book: Book
  readonly scale: 'year' | 'scale' | undefined
  readonly onScale: (scale: 'year' | 'scale') => void
}) {
  const { scale, onScale } = props
  const { months, missing, sources } = props.book
  const several = sources?.some(({ taken }) => taken === 'added') ?? false
  return (
    <Section title="Which period?">
      <fieldset>
        <legend>
          {months === undefined
            ? 'The file does not say which period it covers.'
            : `${several ? 'The files cover' : 'The file covers'} ${months} ${months === 1 ? 'month' : 'months'}, and the case holds amounts a year.`}
        </legend>
        {missing && (
          <p>
            {missing.join(', ')} {missing.length === 1 ? 'is' : 'are'} missing. If you have it, close this and read all
            files together again.
          </p>
        )}
        <label>
          <input type="radio" name="period" checked={scale === 'year'} onChange={() => onScale('year')} />{' '}
          {months === undefined
            ? 'These are the amounts of a whole year: take them as they are'
            : 'Nothing was collected or paid in the other months: take the amounts as those of a year'}
        </label>
        {months !== undefined && (
          <>
            <br />
            <label>
              <input type="radio" name="period" checked={scale === 'scale'} onChange={() => onScale('scale')} /> Scale
              them to a year: × 12 ÷ {months}
            </label>
          </>
        )}
      </fieldset>
    </Section>
  )
}
