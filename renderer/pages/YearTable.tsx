import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import { tsv } from '../../shared/present/data-table'
import { yearTable } from '../../shared/present/year-table'
import { copyText } from '../charts/save'
import { tell } from '../components/frame/tell'
import { dollarsInWords, VIEW_WORDS } from '../components/compare/dollars'
import { Grid } from '../components/years/Grid'
import { shownRows, type Beside } from '../components/years/rows'
import { useOutcome } from '../state/outcome'
import { useStore } from '../state/store'
import classes from './year-table.module.css'

/** Every line of every year of a path, or of two. */
export default function YearTable() {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const [wanted, setPath] = useState('keep')
  const [other, setOther] = useState('')
  const [how, setHow] = useState<Beside>('beside')
  const [search, setSearch] = useState('')
  // The tax returns of each year are for whoever asks for them.
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () =>
      new Set(outcome.structure.graph.lines.map(({ section }) => section).filter((name) => name.startsWith('Tax '))),
  )
  const named = (id: string) => outcome.paths.find((one) => one.id === id)
  const path = named(wanted) ?? outcome.paths[0]!
  const beside = other === path.id ? undefined : named(other)
  const sections = useMemo(
    () => yearTable(outcome, { path: path.id, view, dollars, ...(beside && { beside: beside.id }) }),
    [outcome, path.id, view, dollars, beside],
  )
  const rows = useMemo(
    () => shownRows(sections, search, closed, { first: path.name, other: beside?.name }, how),
    [sections, search, closed, path.name, beside, how],
  )
  const years = outcome.shared('plan/calendarYear')
  const ages = outcome.shared('plan/age')
  const toggle = (section: string) =>
    setClosed((now) => {
      const next = new Set(now)
      if (!next.delete(section)) next.add(section)
      return next
    })
  const all = sections.map(({ name }) => name)
  const copy = async () => {
    const text = tsv({
      head: ['Line', ...years.map(String)],
      rows: [
        ['Age', ...ages],
        ...rows.map((row) => (row.kind === 'section' ? [row.name] : [row.label, ...row.values])),
      ],
    })
    const done = await copyText(text)
    tell(
      done
        ? 'The table is on the clipboard: paste it into a spreadsheet.'
        : 'This program could not write to the clipboard.',
    )
  }
  return (
    <div className={classes.page}>
      <h1>Year by year</h1>
      <p className={classes.onPaper}>
        For paper, use the “Year by year” part of the report, on landscape pages; every line is in the workbook. Save
        both from the Report page.
      </p>
      <div className={classes.tools}>
        <label>
          Path
          <select aria-label="Path" value={path.id} onChange={({ currentTarget }) => setPath(currentTarget.value)}>
            {outcome.paths.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          Compare with
          <select
            aria-label="Compare with"
            value={beside?.id ?? ''}
            onChange={({ currentTarget }) => setOther(currentTarget.value)}
          >
            <option value="">none</option>
            {outcome.paths
              .filter(({ id }) => id !== path.id)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        {beside && (
          <label>
            Shown
            <select
              aria-label="Shown"
              value={how}
              onChange={({ currentTarget }) => setHow(currentTarget.value as Beside)}
            >
              <option value="beside">one above the other</option>
              <option value="difference">
                {path.name} minus {beside.name}
              </option>
            </select>
          </label>
        )}
        <label>
          Search
          <input
            type="search"
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            size={16}
          />
        </label>
        <Button variant="default" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(all))}>
          {closed.size > 0 ? 'Expand all sections' : 'Collapse all sections'}
        </Button>
        <Button variant="default" onClick={() => void copy()}>
          Copy for a spreadsheet
        </Button>
      </div>
      <p className="quiet small">
        {path.name}, {VIEW_WORDS[view]}, amounts {dollarsInWords(dollars)}. Press Enter on or click a figure to see why.
      </p>
      {rows.length > 0 ? (
        <Grid rows={rows} years={years} ages={ages} label={`${path.name}, year by year`} onToggle={toggle} />
      ) : (
        <p>No line matches these words. Try fewer.</p>
      )}
    </div>
  )
}
