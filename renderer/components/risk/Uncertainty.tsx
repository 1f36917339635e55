import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'

import type { Tornado } from '../../../shared/analysis/tornado'
import type { Outcome } from '../../../shared/model'
import { shortName } from '../../../shared/present/paths'
import { tornadoTable, tornadoTitle } from '../../../shared/present/risk'
import { ChartFrame } from '../../charts/ChartFrame'
import { markOfPath } from '../../charts/marks'
import { TornadoChart } from '../../charts/TornadoChart'
import { usd } from '../../format'
import { writer } from './lever-text'

/** Every uncertain input at its low and its high. */
export function Uncertainty({ outcome, tornado }: { readonly outcome: Outcome; readonly tornado: Tornado }) {
  const { ref, width } = useElementSize()
  const { document, paths } = outcome
  const write = useMemo(() => writer(document), [document])
  const sides = useMemo(
    () =>
      tornado.contest.paths.map((id) => ({
        name: shortName(paths.find((path) => path.id === id)!),
        mark: markOfPath(document, id),
      })) as [
        { name: string; mark: ReturnType<typeof markOfPath> },
        { name: string; mark: ReturnType<typeof markOfPath> },
      ],
    [tornado, document, paths],
  )
  const title = tornadoTitle(tornado)
  return (
    <ChartFrame
      title={title}
      reading={`Each bar runs from the lead at the low end of one input to the lead at its high end, with all others as entered. Ends are published ranges where available; ⇄ marks a change in who leads.`}
      table={tornadoTable(paths, tornado, write)}
      write={usd}
    >
      <div ref={ref}>
        {width > 0 && (
          <TornadoChart
            medium="screen"
            title={title}
            description="Up and down arrow keys read the bars."
            tornado={tornado}
            sides={sides}
            write={write}
            width={width}
          />
        )}
      </div>
    </ChartFrame>
  )
}
