import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'

import { csv, tsv } from '../../shared/present/data-table'
import { shortName } from '../../shared/present/paths'
import { list } from '../../shared/present/sentence'
import { yearData, yearTable, type TableSection } from '../../shared/present/year-table'
import { markOfPath } from '../charts/marks'
import { MarkSign } from '../charts/MarkSign'
import { copyText, download, fileName } from '../charts/save'
import { tell } from '../components/frame/tell'
import { NoAnswer } from '../components/frame/Unready'
import { dollarsInWords, VIEW_WORDS } from '../components/compare/dollars'
import { cellText, Grid } from '../components/years/Grid'
import { asShown, columnsOf, shownRows, type Layout } from '../components/years/rows'
import { useOutcome } from '../state/outcome'
import { readiness } from '../state/readiness'
import { useStore } from '../state/store'
import classes from './year-table.module.css'

/** Takes the place of a path: all except the first. */
const ALL = 'all others'

/** Every line of every year; not of the program's defaults, which would look like an answer. */
export default function YearTable() {
  const missing = readiness(useOutcome()).blockers.filter(({ kind }) => kind === 'missing')
  return missing.length > 0 ? <NoAnswer blockers={missing} /> : <Lines />
}

/** Every line of every year of a path, or of several side by side. */
function Lines() {
  const outcome = useOutcome()
  const view = useStore((state) => state.view)
  const dollars = useStore((state) => state.dollars)
  const [wanted, setPath] = useState('keep')
  const [other, setOther] = useState('')
  const [how, setHow] = useState<Layout>('beside')
  const [search, setSearch] = useState('')
  // The tax returns of each year are shown on request.
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () =>
      new Set(outcome.structure.graph.lines.map(({ section }) => section).filter((name) => name.startsWith('Tax '))),
  )
  // Lines that are zero in every year are collapsed until opened.
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const path = outcome.paths.find(({ id }) => id === wanted) ?? outcome.paths[0]!
  const others = outcome.paths.filter(({ id }) => id !== path.id && (other === ALL || id === other))
  const compared = [path, ...others]
  const layout = others.length !== 1 && how === 'difference' ? 'beside' : how
  const key = compared.map(({ id }) => id).join(' ')
  const sections = useMemo(
    () => yearTable(outcome, { paths: key.split(' '), view, dollars }),
    [outcome, key, view, dollars],
  )
  const names = compared.map(({ name }) => name)
  const years = outcome.shared('plan/calendarYear')
  const ages = outcome.shared('plan/age')
  const columns = columnsOf(years.length, names.length, layout)
  const span = layout === 'beside' ? names.length : 1
  const rows = shownRows(sections, { search, closed, unfolded, names, layout, columns })
  const letters = useMemo(() => longest(sections), [sections])
  const heads = columns.map(({ year, path: at }) => {
    const one = at === undefined ? undefined : compared[at]!
    return {
      year: String(years[year]),
      short: one && shortName(one),
      below: one ? (
        <>
          <MarkSign mark={markOfPath(outcome.document, one.id)} size={9} /> {shortName(one)}
        </>
      ) : (
        ages[year]
      ),
    }
  })
  const toggle = (row: string) => {
    const folded = row.startsWith('zeros ')
    const [set, name] = folded ? ([setUnfolded, row.slice(6)] as const) : ([setClosed, row] as const)
    set((now) => {
      const next = new Set(now)
      if (!next.delete(name)) next.add(name)
      return next
    })
  }
  const all = sections.map(({ name }) => name)
  const copy = async () => {
    const titles = heads.map(({ year, short }) => (short === undefined ? year : `${year} ${short}`))
    const done = await copyText(tsv(asShown(rows, titles, span)))
    tell(
      done
        ? 'The table is on the clipboard: paste it into a spreadsheet.'
        : 'This program could not write to the clipboard.',
    )
  }
  const save = () =>
    download(
      fileName(`Year by year ${names.join(' ')}`, 'csv'),
      csv(yearData(sections, names, years, dollars)),
      'text/csv;charset=utf-8',
    )
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
            value={other === ALL ? ALL : (others[0]?.id ?? '')}
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
            {outcome.paths.length > 2 && <option value={ALL}>all other paths</option>}
          </select>
        </label>
        {others.length > 0 && (
          <label>
            Shown
            <select
              aria-label="Shown"
              value={layout}
              onChange={({ currentTarget }) => setHow(currentTarget.value as Layout)}
            >
              <option value="beside">side by side</option>
              <option value="below">one above the other</option>
              {others.length === 1 && (
                <option value="difference">
                  {path.name} minus {others[0]!.name}
                </option>
              )}
            </select>
          </label>
        )}
        <label>
          Search
          <input
            type="search"
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            size={12}
          />
        </label>
        <Button variant="default" onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(all))}>
          {closed.size > 0 ? 'Expand all' : 'Collapse all'}
        </Button>
        <Button variant="default" onClick={() => void copy()}>
          Copy what is shown
        </Button>
        <Button variant="default" onClick={save}>
          Save all as CSV
        </Button>
      </div>
      <p className="quiet small">
        {list(names)}, {VIEW_WORDS[view]}. Amounts are dollars of one year, balances those at its end,{' '}
        {dollarsInWords(dollars)}. Press Enter on or click a figure to see why.
      </p>
      {rows.length > 0 ? (
        <Grid
          rows={rows}
          columns={columns}
          heads={heads}
          span={span}
          letters={letters}
          label={`${list(names)}, year by year`}
          money={`$, ${dollarsInWords(dollars)}`}
          onToggle={toggle}
        />
      ) : (
        <p>No line matches these words. Try fewer.</p>
      )}
    </div>
  )
}

/** The smallest and largest values of a row are the longest to write. */
function longest(sections: readonly TableSection[]): number {
  const lengths = sections.flatMap(({ lines }) =>
    lines.flatMap(({ unit, of }) =>
      of.flatMap((one) =>
        one
          ? [Math.min(...one.values), Math.max(...one.values)].map((value) => cellText(value, unit, one.line).length)
          : [],
      ),
    ),
  )
  return Math.max(6, ...lengths)
}
