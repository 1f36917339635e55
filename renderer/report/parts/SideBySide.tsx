import { sideBySide, type SideCell, type SideRow } from '../../../shared/present/report/side-by-side'
import { roleWords } from '../../../shared/present/paths'
import { VIEW_NAMES } from '../../../shared/present/views'
import { byUnit, factor, none, plain, usdShort } from '../../format'
import { Direction } from '../Direction'
import type { Part } from '../context'
import { Heading } from '../headings'
import { inTables } from '../in-tables'
import { PathName } from '../PathName'
import { TakeHome } from '../TakeHome'

/** The most paths beside keeping in one table; more go into another one. */
const BESIDE = 4

/** @param chartsApart whether the chart is already in the brief */
export function SideBySide({ outcome, dollars, chartsApart }: Part & { readonly chartsApart: boolean }) {
  const { paths } = outcome
  const ids = paths.map(({ id }) => id)
  const others = ids.slice(1)
  const tables = inTables(others, BESIDE).map((columns) => ['keep', ...columns])
  return (
    <section className="chapter">
      <Heading level={2}>Side-by-side figures</Heading>
      {tables.map((columns) => (
        <Table key={columns.join()} outcome={outcome} dollars={dollars} columns={columns} />
      ))}
      {!chartsApart && (
        <>
          <Heading level={3}>Yearly take-home</Heading>
          <TakeHome outcome={outcome} dollars={dollars} />
        </>
      )}
    </section>
  )
}

function Table({
  outcome,
  dollars,
  columns,
}: Pick<Part, 'outcome' | 'dollars'> & { readonly columns: readonly string[] }) {
  return (
    <table className="side">
      <caption>
        Each figure by path and view, with the difference from {roleWords(outcome.document).first} below it.
      </caption>
      <colgroup>
        <col className="label" />
        <col className="view" />
        {columns.map((id) => (
          <col key={id} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">View</th>
          {columns.map((id) => (
            <th scope="col" key={id} className="number">
              <PathName
                document={outcome.document}
                id={id}
                name={outcome.paths.find((path) => path.id === id)?.name ?? id}
              />
            </th>
          ))}
        </tr>
      </thead>
      {sideBySide(outcome, dollars, columns).map(({ title, note, rows }) => (
        <tbody key={title}>
          <tr className="group">
            <th scope="rowgroup" colSpan={2 + columns.length}>
              {title} <span className="quiet">{note}</span>
            </th>
          </tr>
          {rows.map((row, i) => (
            <tr key={`${row.label}${row.view}`} className={row.label === rows[i - 1]?.label ? 'same' : undefined}>
              <th scope="row">
                {row.label === rows[i - 1]?.label ? <span className="unseen">{row.label}</span> : row.label}
              </th>
              <td>{row.view ? VIEW_NAMES[row.view] : <span className="quiet">all</span>}</td>
              {row.cells.map((cell) => (
                <td key={cell.path} className="number">
                  {shown(cell, row.unit)}
                  <Difference cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function shown({ value }: SideCell, unit: SideRow['unit']): string {
  if (value === undefined || Number.isNaN(value)) return none
  if (unit === 'years') return `${plain(value)} years`
  if (unit === 'hours') return plain(value, 0)
  // Side by side, multiples line up.
  return unit === 'factor' ? factor(value, 2) : byUnit(value, unit)
}

/** How a path differs from keeping, with a sign and a word. */
function Difference({ cell: { difference } }: { readonly cell: SideCell }) {
  if (difference === undefined || Number.isNaN(difference)) return null
  if (Math.abs(difference) < 0.5) return <div className="difference">the same</div>
  return (
    <div className="difference">
      <Direction up={difference > 0} /> {usdShort(Math.abs(difference))} {difference > 0 ? 'more' : 'less'}
    </div>
  )
}
