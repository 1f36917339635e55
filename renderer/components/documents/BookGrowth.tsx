import { GIVEN, type CostGrowth, type Given, type Growth } from '../../../shared/review/book'
import { percent, usdCents } from '../../format'
import { Section } from '../entry/Section'
import classes from './documents.module.css'

/** How collections and costs have grown over the years of the file, and what of it is projected. */
export function BookGrowth(props: {
  readonly growth: Growth | undefined
  readonly feeGrowth: number
  readonly costs: readonly CostGrowth[]
  readonly grows: boolean
  readonly onGrows: (grows: boolean) => void
  readonly growing: ReadonlySet<Given>
  readonly onGrowing: (growing: ReadonlySet<Given>) => void
}) {
  const { growth, feeGrowth, costs, grows, onGrows, growing, onGrowing } = props
  if (!growth && costs.length === 0) return null
  return (
    <Section title="Growth" says="Past growth is no promise: only what you check is projected.">
      {growth && (
        <>
          <p>
            Collections went from {usdCents(growth.collections[0])} in {growth.from} to{' '}
            {usdCents(growth.collections[1])} in {growth.to}: {percent(growth.rate)} a year.
          </p>
          <label>
            <input type="checkbox" checked={grows} onChange={(event) => onGrows(event.target.checked)} /> Project this
            growth: fee growth stays at {percent(feeGrowth)} a year, volume growth becomes {percent(growth.volume)}
          </label>
        </>
      )}
      {costs.length > 0 && <GrowthOfCosts costs={costs} growing={growing} onGrowing={onGrowing} />}
    </Section>
  )
}

/** What each cost line came to in the years of the file, and whether its growth is projected. */
function GrowthOfCosts(props: {
  readonly costs: readonly CostGrowth[]
  readonly growing: ReadonlySet<Given>
  readonly onGrowing: (growing: ReadonlySet<Given>) => void
}) {
  const { costs, growing, onGrowing } = props
  return (
    <table className={classes.accounts}>
      <caption>
        Costs by year, in dollars, without one-off costs. Supplies and lab follow collections and have no growth of
        their own.
      </caption>
      <thead>
        <tr>
          <th scope="col">Cost line</th>
          {costs[0]!.years.map(({ year }) => (
            <th key={year} scope="col" className={classes.amount}>
              {year}
            </th>
          ))}
          <th scope="col">Growth a year</th>
        </tr>
      </thead>
      <tbody>
        {costs.map(({ line, years, rate, why }) => (
          <tr key={line}>
            <th scope="row">{GIVEN[line]}</th>
            {years.map(({ year, amount }) => (
              <td key={year} className={classes.amount}>
                {usdCents(amount)}
              </td>
            ))}
            <td>
              {rate === undefined ? (
                <span className="quiet small">None proposed. {why}</span>
              ) : (
                <label>
                  <input
                    type="checkbox"
                    aria-label={`${GIVEN[line]}: project ${percent(rate)} a year`}
                    checked={growing.has(line)}
                    onChange={(event) => {
                      const others = [...growing].filter((other) => other !== line)
                      onGrowing(new Set(event.target.checked ? [...others, line] : others))
                    }}
                  />{' '}
                  Project {percent(rate)}
                </label>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
