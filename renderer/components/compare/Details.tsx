import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'

import { VIEWS, type Outcome, type View } from '../../../shared/model'
import { ageAtRetirement } from '../../../shared/present/answer'
import type { DataTable } from '../../../shared/present/data-table'
import { timelines } from '../../../shared/present/events'
import type { Dollars } from '../../../shared/present/money'
import { capital, list } from '../../../shared/present/sentence'
import { keptTitle, pocketTitle, viewsTitle } from '../../../shared/present/titles'
import { threeViews, VIEW_NAMES, VIEW_NOTE } from '../../../shared/present/views'
import {
  alignSteps,
  waterfallOf,
  whereThePriceWent,
  type Waterfall as WaterfallRows,
} from '../../../shared/present/waterfall'
import { ChartFrame } from '../../charts/ChartFrame'
import { markOfPath } from '../../charts/marks'
import { ThreeViewsChart } from '../../charts/ThreeViewsChart'
import { TimelineChart } from '../../charts/TimelineChart'
import { fallsBeside, Waterfalls } from '../../charts/Waterfalls'
import { usd } from '../../format'
import { dollarsInWords, VIEW_WORDS } from './dollars'

interface Props {
  readonly outcome: Outcome
  readonly view: View
  readonly dollars: Dollars
  readonly paths: readonly string[]
}

export interface DetailProps extends Props {
  /** The paths chosen for the detailed charts. */
  readonly detail: readonly string[]
}

/** What becomes of each offer's price before it is in the owner's pocket. */
export function PriceToPocket({ outcome, view, paths, detail }: DetailProps) {
  const found = useMemo(() => detail.flatMap((id) => waterfallOf(outcome, id) ?? []), [outcome, detail])
  return (
    <SideBySide
      outcome={outcome}
      found={found}
      title={pocketTitle(outcome, view, detail, paths)}
      reading="Amounts at closing, all on one scale. Hatched parts are paid later if conditions are met, light parts are paid later unconditionally, gray parts go to others."
      what="From the price to your pocket"
    />
  )
}

/** What becomes of each sale over all years: debt, costs, and each tax. */
export function WhereThePriceWent({ outcome, view, paths, detail }: DetailProps) {
  const found = useMemo(
    () => detail.flatMap((id) => whereThePriceWent(outcome, id, view) ?? []),
    [outcome, view, detail],
  )
  const owns = outcome.document.practice.role === 'owner'
  return (
    <SideBySide
      outcome={outcome}
      found={found}
      title={keptTitle(outcome, view, detail, paths)}
      reading={`All years combined, ${VIEW_WORDS[view]}, in future dollars, all on one scale. Gray bars are added or deducted${owns ? '; “other proceeds” include interest, the retained share and working capital' : ''}; tax is what ${owns ? 'the sale adds' : 'they add'} to your household’s tax.`}
      what={owns ? 'Where the price goes' : 'What becomes of bonuses and equity'}
    />
  )
}

function SideBySide({
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
  /** What the charts show, for their titles. */
  readonly what: string
}) {
  const { ref, width } = useElementSize()
  const { table, domain } = useMemo(() => {
    const ends = found.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from, to]))
    return {
      table: {
        head: ['', ...found.map(({ name }) => name)],
        rows: alignSteps(found).map(({ label, steps }) => [label, ...steps.map((step) => step?.value ?? '')]),
      } satisfies DataTable,
      domain: [Math.min(0, ...ends), Math.max(0, ...ends)] as const,
    }
  }, [found])
  // In one row where it fits: in a narrow window or with large text some wrap below the others.
  const groups = useMemo(() => {
    const beside = Math.max(1, Math.min(found.length, fallsBeside(width)))
    return Array.from({ length: Math.ceil(found.length / beside) }, (_, i) => {
      const part = found.slice(i * beside, (i + 1) * beside)
      return {
        rows: alignSteps(part),
        falls: part.map(({ id, name }) => ({ id, name, mark: markOfPath(outcome.document, id) })),
      }
    })
  }, [found, width, outcome])
  if (found.length === 0) return null
  return (
    <ChartFrame title={title} reading={reading} table={table} write={usd}>
      <div ref={ref}>
        {width > 0 &&
          groups.map(({ rows, falls }) => (
            <Waterfalls
              key={falls.map(({ id }) => id).join(' ')}
              medium="screen"
              title={`${what}: ${list(falls.map(({ name }) => name))}`}
              description="Up and down arrow keys read the rows."
              falls={falls}
              rows={rows}
              domain={domain}
              width={width}
            />
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
export function WhatWhen({ outcome, detail }: DetailProps) {
  const { ref, width } = useElementSize()
  const { from, to, rows, table } = useMemo(() => {
    const found = timelines(outcome, detail)
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
  }, [outcome, detail])
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
