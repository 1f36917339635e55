import { Button } from '@mantine/core'

import type { YearSource } from '../../../shared/intake/books/book'
import type { Book } from '../../../shared/intake/read'
import { Section } from '../entry/Section'

const TAKEN: Readonly<Record<YearSource['taken'], string>> = {
  amounts: 'the latest full year: its amounts are imported',
  added: 'added up',
  within: 'left aside: its months are in another file',
  growth: 'for growth only',
  part: 'left aside: not a full year',
  unproved: 'left aside: its accounts do not make up its net income',
}

/** Which sheet, file or column is which year. */
export function BookYears({ book, onApart }: { readonly book: Book; readonly onApart: (() => void) | undefined }) {
  const { sources, producersFrom, year, earlierYears } = book
  const inColumns = !sources && year !== undefined && earlierYears.length > 0
  const added = sources?.filter(({ taken }) => taken === 'added') ?? []
  const others = sources?.filter(({ taken }) => taken !== 'added') ?? []
  // Sheets of one file cannot be reviewed apart.
  const sheets = onApart === undefined
  if (!sources && !inColumns && producersFrom === undefined) return null
  return (
    <Section title="Which year is which">
      {added.length > 0 && (
        <>
          <p>
            {added.length} {sheets ? 'sheets' : 'files'} are added up: {added[0]!.when} – {added.at(-1)!.when}
            {book.missing && ` without ${book.missing.join(', ')}`}. Nothing is estimated.
          </p>
          <details>
            <summary>Which {sheets ? 'sheet' : 'file'} is which month</summary>
            <ul>
              {added.map(({ place, when }) => (
                <li key={place}>
                  {when}: “{place}”
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {others.length > 0 && (
        <ul>
          {others.map(({ place, year, months, when, taken }) => (
            <li key={place}>
              <strong>{when ?? (months !== undefined && months < 12 ? `${year}, ${months} months` : year)}</strong> (“
              {place}”): {TAKEN[taken]}
            </li>
          ))}
        </ul>
      )}
      {inColumns && (
        <p>
          Columns of several years: the amounts of {year} are imported, those of {earlierYears.join(', ')} are for
          growth only.
        </p>
      )}
      {producersFrom !== undefined && <p>Collections by provider are from “{producersFrom}”.</p>}
      {onApart && (
        <Button variant="subtle" size="compact-sm" onClick={onApart}>
          These do not belong together: review each file by itself
        </Button>
      )}
    </Section>
  )
}
