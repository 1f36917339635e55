import { isFold, ledgerOf, type LedgerGroup } from '../../../shared/present/report/ledger'
import type { Part } from '../context'
import { Heading } from '../headings'
import { rangeText, valueOf } from '../values'

/** Every input that counts in this case, with who says so and what is usual. */
export function Assumptions({ outcome }: Part) {
  const { groups, sources } = ledgerOf(outcome)
  return (
    <section className="chapter">
      <Heading level={2}>Assumptions</Heading>
      <p>
        Every input that counts in this case. <em>Assumed</em> means that nobody has confirmed it. Numbers in brackets
        are the sources below; a range without one is the program’s own judgement, because no published range was found.
        ▲ marks a value outside a published range.
      </p>
      {groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
      <Heading level={3}>Sources of the ranges</Heading>
      <ol className="sources">
        {sources.map(({ cite, address, date, bias }) => (
          <li key={cite}>
            {cite}
            {date && `, ${date}`}. {address}.{bias !== 'neutral' && ` The author ${bias}.`}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Group({ group: { title, rows, zeros } }: { readonly group: LedgerGroup }) {
  return (
    <>
      <Heading level={3}>{title}</Heading>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Value</th>
            <th scope="col">Origin</th>
            <th scope="col">Usual range</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <th scope="row">{row.label}</th>
              <td>{valueOf(row)}</td>
              <td className={row.origin === 'assumed' ? 'assumed' : undefined}>{row.origin}</td>
              <td>
                {!isFold(row) && row.range && (
                  <>
                    {row.range.outside && <span title="outside the published range">▲ </span>}
                    {rangeText(row)}
                    {row.range.sources.length > 0 && ` [${row.range.sources.join(', ')}]`}
                  </>
                )}
              </td>
            </tr>
          ))}
          {zeros.length > 0 && (
            <tr>
              <th scope="row">Not stated</th>
              <td colSpan={3}>Counted as 0, assumed: {zeros.join('; ')}.</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  )
}
