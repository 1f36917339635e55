import { footingTableOf, tellingYears, yearTableOf, type YearColumn } from '../../../shared/present/report/years'
import { none, usd } from '../../format'
import { dollarsInWords, type Part } from '../context'
import { Heading } from '../headings'
import { PathName } from '../PathName'

/** Tables of more years than this do not fit on a page below the title: they follow one another across pages. */
const ONE_PAGE = 36

/**
 * The main lines of each path by year, on wide pages. A CPA gets tables whose rows foot.
 * @param everyYear whether to include years in which nothing changes but time
 */
export function Years({ outcome, dollars, reader, everyYear }: Part & { readonly everyYear: boolean }) {
  const calendar = outcome.shared('plan/calendarYear')
  const shown = everyYear ? calendar.map((_, n) => n) : tellingYears(outcome)
  const foots = reader === 'cpa'
  return (
    <section className={everyYear ? 'wide by-year every-year' : 'wide by-year'}>
      <Heading level={2}>Year by year</Heading>
      <p className="small">
        Expected view, whole dollars, {dollarsInWords(dollars)}
        {foots
          ? `. Each row foots from left to right, but for rounding: opening balance, plus every cash flow with its sign, plus investment return, is the closing balance; less the tax still due on retirement accounts, plus what is not yet sold or paid (after tax), is wealth. ${
              dollars === 'today' ? 'Both balances of a row are in the dollars of its year. ' : ''
            }“Other income, net” is Social Security, a spouse’s wages and other household income, less commitments; with effective tax rates, after tax. “Unfunded spending” is what no account can cover, as of year-end.`
          : '. “Saved or withdrawn” also counts other income, commitments and required distributions. Accounts and shortfalls are as of year-end: tax-deferred accounts before tax, all accounts net of the tax still due. “Unrealized value” is what is not yet sold or paid, after tax.'}
        {shown.length < calendar.length &&
          ' Once work and payments have ended, only every fifth year is shown; the program’s year table has every year.'}
      </p>
      {outcome.paths.map(({ id, name }) => {
        const { years, ages, columns } = (foots ? footingTableOf : yearTableOf)(outcome, id, 'expected', dollars)
        return (
          <div key={id} className={shown.length > ONE_PAGE ? 'year-table long' : 'year-table'}>
            <Heading level={3}>
              <PathName document={outcome.document} id={id} name={name} />
            </Heading>
            <table className="years">
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
                {shown.map((n) => (
                  <tr key={years[n]}>
                    <th scope="row">{years[n]}</th>
                    <td>{ages[n]}</td>
                    {columns.map(({ section, label, values }, i) => (
                      <td key={section + label} className={edge(columns, i)}>
                        {Math.round(values[n]!) === 0 ? none : usd(values[n]).replace('$', '')}
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

/** A rule before the first column of each section. */
const edge = (columns: readonly YearColumn[], i: number): string =>
  columns[i]!.section === columns[i - 1]?.section ? 'number' : 'number edge'
