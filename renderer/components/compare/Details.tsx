import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'

import { VIEWS, type Outcome, type View } from '../../../shared/model'
import { ageAtRetirement } from '../../../shared/present/answer'
import type { DataTable } from '../../../shared/present/data-table'
import { timelines } from '../../../shared/present/events'
import type { Dollars } from '../../../shared/present/money'
import { keptTitle, pocketTitle, viewsTitle } from '../../../shared/present/titles'
import { threeViews, VIEW_NAMES, VIEW_NOTE } from '../../../shared/present/views'
import { waterfallOf, whereThePriceWent, type Waterfall as WaterfallRows } from '../../../shared/present/waterfall'
import { ChartFrame } from '../../charts/ChartFrame'
import chart from '../../charts/charts.module.css'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { ThreeViewsChart } from '../../charts/ThreeViewsChart'
import { TimelineChart } from '../../charts/TimelineChart'
import { Waterfall } from '../../charts/Waterfall'
import { usd } from '../../format'
import classes from './compare.module.css'
import { dollarsInWords, VIEW_WORDS } from './dollars'
import { capital } from '../../../shared/present/sentence'

interface Props {
  readonly outcome: Outcome
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
}

/** Where the price of each offer goes before it is in the pocket. */
export function PriceToPocket({ outcome, view, paths }: Props) {
  const found = useMemo(() => paths.flatMap((id) => waterfallOf(outcome, id) ?? []), [outcome, paths])
  return (
    <Waterfalls
      outcome={outcome}
      found={found}
      title={pocketTitle(outcome, view, paths)}
      reading="Amounts at closing. Hatched parts are paid later if conditions are met, light parts are paid later unconditionally, gray parts go to others."
      what="from the price to your pocket"
    />
  )
}

/** What becomes of each sale over all years: debt, costs, and tax part by part. */
export function WhereThePriceWent({ outcome, view, paths }: Props) {
  const found = useMemo(() => paths.flatMap((id) => whereThePriceWent(outcome, id, view) ?? []), [outcome, view, paths])
  const owns = outcome.document.practice.role === 'owner'
  return (
    <Waterfalls
      outcome={outcome}
      found={found}
      title={keptTitle(outcome, view, paths)}
      reading={`All years combined, ${VIEW_WORDS[view]}, in future dollars. Gray parts go to others; tax is what ${owns ? 'the sale adds' : 'they add'} to your household’s tax.`}
      what={owns ? 'where the price goes' : 'what becomes of bonuses and equity'}
    />
  )
}

function Waterfalls({
  outcome,
  found,
  title,
  reading,
  what,
}: {
  readonly outcome: Outcome
  readonly found: readonly WaterfallRows[]
  readonly title: string
  readonly reading: string
  /** What each chart shows of its path, for its name. */
  readonly what: string
}) {
  const { ref, width } = useElementSize()
  if (found.length === 0) return null
  const most = Math.max(...found.flatMap(({ steps }) => steps.map(({ from, to }) => Math.max(from, to))))
  const columns = Math.max(1, Math.min(found.length, Math.floor(width / 400)))
  const each = (width - (columns - 1) * 32) / columns
  const labels = [...new Set(found.flatMap(({ steps }) => steps.map(({ label }) => label)))]
  const table: DataTable = {
    head: ['', ...found.map(({ name }) => name)],
    rows: labels.map((label) => [
      label,
      ...found.map(({ steps }) => steps.find((step) => step.label === label)?.value ?? ''),
    ]),
  }
  return (
    <ChartFrame title={title} reading={reading} table={table} write={usd}>
      <div ref={ref} className={classes.waterfalls}>
        {width > 0 &&
          found.map(({ id, name, steps }) => (
            <div key={id} style={{ width: each }}>
              <h3 className={chart.sign}>
                <MarkSign mark={markOfPath(outcome.document, id)} /> {name}
              </h3>
              <Waterfall
                medium="screen"
                title={`${name}: ${what}`}
                description="Up and down arrow keys read the bars."
                steps={steps}
                mark={markOfPath(outcome.document, id)}
                width={each}
                most={most}
              />
            </div>
          ))}
      </div>
    </ChartFrame>
  )
}

/** How much of each path is contingent. */
export function Certainty({ outcome, dollars, paths }: Props) {
  const { ref, width } = useElementSize()
  const rows = useMemo(
    () =>
      threeViews(outcome, 'wealthAtRetirement', dollars, paths).map((row) => ({
        ...row,
        mark: markOfPath(outcome.document, row.id),
      })),
    [outcome, dollars, paths],
  )
  const title = viewsTitle(outcome, paths)
  return (
    <ChartFrame
      title={title}
      reading={`Wealth at age ${ageAtRetirement(outcome)} ${dollarsInWords(dollars)}. Solid: noncontingent. Lighter: expected beyond that. Hatched: only if every payment is made in full. ${VIEW_NOTE}`}
      table={{
        head: ['Path', ...VIEWS.map((view) => capital(VIEW_NAMES[view]))],
        rows: rows.map(({ name, guaranteed, expected, maximum }) => [name, guaranteed, expected, maximum]),
      }}
      write={usd}
    >
      <div ref={ref}>
        {width > 0 && (
          <ThreeViewsChart
            medium="screen"
            title={title}
            description="Up and down arrow keys read the paths."
            rows={rows}
            width={width}
          />
        )}
      </div>
    </ChartFrame>
  )
}

/** What happens when. */
export function WhatWhen({ outcome, paths }: Props) {
  const { ref, width } = useElementSize()
  const { from, to, rows, table } = useMemo(() => {
    const found = timelines(outcome, paths)
    return {
      ...found,
      rows: found.paths.map((path) => ({ ...path, mark: markOfPath(outcome.document, path.id) })),
      table: {
        head: ['Path', 'Year', 'What'],
        rows: found.paths.flatMap(({ name, events }) =>
          events.map(({ label, year, contingent }) => [
            name,
            String(year),
            contingent ? `${label} (contingent)` : label,
          ]),
        ),
      } satisfies DataTable,
    }
  }, [outcome, paths])
  const title = 'What happens when'
  return (
    <ChartFrame
      title={title}
      reading={
        outcome.document.practice.role === 'owner'
          ? 'Solid while you own the practice, lighter while you are employed there, a thin line below while you hold a retained share. Hollow marks are contingent.'
          : 'Bars show the jobs, the required term of a new one first. Hollow marks are contingent.'
      }
      table={table}
      write={String}
    >
      <div ref={ref}>
        {width > 0 && (
          <TimelineChart
            title={title}
            description="The table gives the same in words."
            from={from}
            to={to}
            age={outcome.shared('plan/age')[0]!}
            paths={rows}
            width={width}
          />
        )}
      </div>
    </ChartFrame>
  )
}
