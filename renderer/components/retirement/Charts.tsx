import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'

import type { Outcome, View } from '../../../shared/model'
import type { DataTable } from '../../../shared/present/data-table'
import type { Dollars } from '../../../shared/present/money'
import {
  accountLayers,
  accountsTitle,
  lifeLines,
  lifeTable,
  payerLayers,
  payersTitle,
  type Layers,
  type LifeLines,
} from '../../../shared/present/retirement'
import { ChartFrame } from '../../charts/ChartFrame'
import { LifeLinesChart } from '../../charts/LifeLinesChart'
import { markOfPath } from '../../charts/marks'
import { StackedYears } from '../../charts/StackedYears'
import { usd } from '../../format'
import { dollarsInWords, VIEW_WORDS } from '../compare/dollars'

interface Props {
  readonly outcome: Outcome
  readonly view: View
  readonly dollars: Dollars
}

/** Each path over the whole plan, by age. */
export function Lives({ outcome, view, paths }: Omit<Props, 'dollars'> & { readonly paths: readonly string[] }) {
  const { ref, width } = useElementSize()
  const found = useMemo(() => lifeLines(outcome, view, paths), [outcome, view, paths])
  const title = 'From work to the end of the plan, by age'
  return (
    <ChartFrame title={title} reading={reading(found, view)} table={lifeTable(found)} write={String}>
      <div ref={ref}>
        {width > 0 && (
          <LifeLinesChart
            title={title}
            description="The table gives the same in words."
            {...found}
            paths={found.paths.map((path) => ({ ...path, mark: markOfPath(outcome.document, path.id) }))}
            width={width}
          />
        )}
      </div>
    </ChartFrame>
  )
}

/** How to read the lines: only what is present is explained. */
function reading({ paths }: LifeLines, view: View): string {
  const kinds = new Set(paths.flatMap(({ spans }) => spans.map(({ kind }) => kind)))
  const employed = [
    kinds.has('term') && 'lighter during a required term',
    kinds.has('job') && `${kinds.has('term') ? 'lightest in a job you may leave' : 'lighter while employed'}`,
  ].filter((part) => part !== false)
  const line = [
    `Thick while you work${employed.length > 0 ? ` (${employed.join(', ')})` : ''}`,
    kinds.has('between') && 'dotted between work and retirement',
    `thin in retirement while spending is funded in the ${VIEW_WORDS[view]}`,
    kinds.has('missing') && 'hatched where there is a shortfall',
  ].filter((part) => part !== false)
  return [
    `${line.join(', ')}.`,
    ...(kinds.has('share') ? ['Line below: your retained share.'] : []),
    ...(paths.some(({ events }) => events.some(({ contingent }) => contingent))
      ? ['Hollow marks are contingent.']
      : []),
  ].join(' ')
}

interface Path extends Props {
  readonly path: string
}

/** The balance of each kind of account, year by year. */
export function Accounts({ outcome, view, dollars, path }: Path) {
  const layers = useMemo(() => accountLayers(outcome, path, view, dollars), [outcome, path, view, dollars])
  return (
    <Years
      outcome={outcome}
      path={path}
      title={accountsTitle(outcome, path, view)}
      reading={`Year-end balances ${dollarsInWords(dollars)}, ${VIEW_WORDS[view]}. Tax-deferred accounts are before tax on withdrawals; unrealized value is hatched.`}
      layers={layers}
    />
  )
}

/** What the household spends each year, and what pays for it. */
export function Payers({ outcome, view, dollars, path }: Path) {
  const layers = useMemo(() => payerLayers(outcome, path, view, dollars), [outcome, path, view, dollars])
  return (
    <Years
      outcome={outcome}
      path={path}
      title={payersTitle(outcome, path, view)}
      reading={`Each bar is the year’s spending including commitments ${dollarsInWords(dollars)}, ${VIEW_WORDS[view]}, by what pays for it, in this order. Hatched: unfunded.`}
      layers={layers}
    />
  )
}

interface YearsProps {
  readonly outcome: Outcome
  readonly path: string
  readonly title: string
  readonly reading: string
  readonly layers: Layers
}

function Years({ outcome, path, title, reading, layers }: YearsProps) {
  const { ref, width } = useElementSize()
  const table: DataTable = {
    head: ['Year', 'Age', ...layers.layers.map(({ label }) => label)],
    rows: layers.years.map((year, i) => [
      String(year),
      String(layers.ages[i]),
      ...layers.layers.map(({ values }) => values[i]!),
    ]),
  }
  return (
    <ChartFrame title={title} reading={reading} table={table} write={usd}>
      <div ref={ref}>
        {width > 0 && (
          <StackedYears
            medium="screen"
            title={title}
            description="One bar a year. Left and right arrow keys read the years."
            {...layers}
            mark={markOfPath(outcome.document, path)}
            width={width}
            height={280}
          />
        )}
      </div>
    </ChartFrame>
  )
}
