import { useMemo } from 'react'

import { eventsInWords, fallsInWords } from '../../../shared/present/chart-words'
import { timelines } from '../../../shared/present/events'
import { shortName } from '../../../shared/present/paths'
import { list } from '../../../shared/present/sentence'
import { keptTitle } from '../../../shared/present/titles'
import { alignSteps, whereThePriceWent } from '../../../shared/present/waterfall'
import { usdInWords } from '../../format'
import { PAPER_WIDTH } from '../../charts/Drawn'
import { markOfPath } from '../../charts/marks'
import { TimelineChart } from '../../charts/TimelineChart'
import { fallsBeside, Waterfalls } from '../../charts/Waterfalls'
import type { Part } from '../context'
import { Heading } from '../headings'
import { inTables } from '../in-tables'

/** What happens when on each path, and what becomes of each price. */
export function Timeline({ outcome }: Part) {
  const { document } = outcome
  const owns = document.practice.role === 'owner'
  const ids = useMemo(() => outcome.paths.map(({ id }) => id), [outcome])
  const { from, to, paths } = useMemo(() => timelines(outcome, ids), [outcome, ids])
  const title = owns ? 'What happens when, and where each price goes' : 'What happens when'
  return (
    <section className="chapter flows">
      <Heading level={2}>{title}</Heading>
      <figure>
        <figcaption>
          <strong>What happens when</strong>.{' '}
          {owns
            ? 'Solid: you own the practice; lighter: you are employed there; thin line below: you hold a retained share.'
            : 'Bars show the jobs, the required term of a new one first.'}{' '}
          Hollow marks are contingent. Below the years, your age.
        </figcaption>
        <TimelineChart
          title="What happens when"
          description={eventsInWords(paths)}
          from={from}
          to={to}
          age={outcome.shared('plan/age')[0]!}
          paths={paths.map((path) => ({ ...path, mark: markOfPath(document, path.id) }))}
          width={PAPER_WIDTH}
        />
      </figure>
      <Prices outcome={outcome} ids={ids} owns={owns} />
    </section>
  )
}

function Prices({
  outcome,
  ids,
  owns,
}: Pick<Part, 'outcome'> & { readonly ids: readonly string[]; readonly owns: boolean }) {
  const found = useMemo(() => ids.flatMap((id) => whereThePriceWent(outcome, id, 'expected') ?? []), [outcome, ids])
  if (found.length === 0) return null
  const names = new Map(outcome.paths.map((path) => [path.id, shortName(path)]))
  const ends = found.flatMap(({ steps }) => steps.flatMap((step) => [step.from, step.to]))
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)] as const
  const what = owns ? 'Where the price goes' : 'What becomes of bonuses and equity'
  return (
    <figure>
      <figcaption>
        <strong>{keptTitle(outcome, 'expected', ids, ids)}</strong>. All years combined, expected view, in future
        dollars, all on one scale. Gray bars are added or deducted
        {owns && '; “other proceeds” include interest, the retained share and working capital'}; tax is what{' '}
        {owns ? 'the sale adds' : 'they add'} to your household’s tax.
      </figcaption>
      {inTables(found, fallsBeside(PAPER_WIDTH)).map((beside) => (
        <Waterfalls
          key={beside[0]!.id}
          medium="paper"
          title={`${what}: ${list(beside.map(({ name }) => name))}`}
          description={`Expected view, all years, future dollars. ${fallsInWords(beside, usdInWords)}`}
          falls={beside.map(({ id, name }) => ({
            id,
            name: names.get(id) ?? name,
            mark: markOfPath(outcome.document, id),
          }))}
          rows={alignSteps(beside)}
          domain={domain}
          width={PAPER_WIDTH}
        />
      ))}
    </figure>
  )
}
