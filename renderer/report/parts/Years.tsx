import { yearTableOf, type YearColumn } from '../../../shared/present/report/years'
import { usd } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { Heading } from '../headings'

/** The main lines of each path by year, on wide pages. */
export function Years({ outcome, dollars }: Part) {
  return (
    <section className="wide">
      <Heading level={2}>Year by year</Heading>
      {outcome.paths.map(({ id, name }) => {
        const { years, ages, columns } = yearTableOf(outcome, id, 'expected', dollars)
        return (
          <div key={id} className="year-table">
            <Heading level={3}>{name}</Heading>
            <table className="years">
              <caption>
                Expected view, whole dollars, {dollarsInWords(dollars)}. Savings with all accounts at the end of the
                year; tax-deferred accounts before, all accounts after the tax still due on them.
              </caption>
              <thead>
                <tr>
                  <th scope="colgroup" colSpan={2} className="section">
                    Plan
                  </th>
                  {sections(columns).map(({ section, span }) => (
                    <th scope="colgroup" key={section} colSpan={span} className="section">
                      {section}
                    </th>
                  ))}
                </tr>
                <tr>
                  <th scope="col">Year</th>
                  <th scope="col">Age</th>
                  {columns.map(({ section, label }, i) => (
                    <th scope="col" key={section + label} className={edge(columns, i)}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {years.map((year, n) => (
                  <tr key={year}>
                    <th scope="row">{year}</th>
                    <td>{ages[n]}</td>
                    {columns.map(({ section, label, values }, i) => (
                      <td key={section + label} className={edge(columns, i)}>
                        {usd(values[n]).replace('$', '')}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      })}
    </section>
  )
}

function sections(columns: readonly YearColumn[]): { section: string; span: number }[] {
  const found: { section: string; span: number }[] = []
  for (const { section } of columns) {
    const last = found.at(-1)
    if (last?.section === section) last.span++
    else found.push({ section, span: 1 })
  }
  return found
}

/** A rule stands before the first column of each section. */
const edge = (columns: readonly YearColumn[], i: number): string =>
  columns[i]!.section === columns[i - 1]?.section ? 'number' : 'number edge'
