import { Popover } from '@mantine/core'

import type { Outcome } from '../../../shared/model'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { useChosen, usePaths } from '../../state/chosen-paths'
import { useStore } from '../../state/store'
import classes from './compare.module.css'

/** Which paths are shown, and in what order. Keeping is always shown: it is the baseline. */
export function ChoosePaths({ outcome }: { readonly outcome: Outcome }) {
  const caseId = useStore((state) => state.caseId) ?? ''
  const { all, shown } = usePaths(outcome)
  const { setHidden, setOrder } = useChosen()
  const move = (id: string, by: number) => {
    const order = all.filter((other) => other !== id)
    order.splice(Math.max(0, Math.min(order.length, all.indexOf(id) + by)), 0, id)
    setOrder(caseId, order)
  }
  const hidden = all.length - shown.length
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <button type="button" className="link small">
          Choose and order paths{hidden > 0 ? ` (${hidden} hidden)` : ''}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.choose} aria-label="Paths">
          {all.map((id, i) => {
            const name = outcome.paths.find((path) => path.id === id)!.name
            return (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={shown.includes(id)}
                    disabled={id === 'keep'}
                    onChange={({ currentTarget }) =>
                      setHidden(
                        caseId,
                        all.filter((other) => (other === id ? !currentTarget.checked : !shown.includes(other))),
                      )
                    }
                  />
                  <MarkSign mark={markOfPath(outcome.document, id)} />
                  {name}
                </label>
                <button type="button" className="link" disabled={i === 0} onClick={() => move(id, -1)}>
                  Up<span className="unseen">: {name}</span>
                </button>
                <button type="button" className="link" disabled={i === all.length - 1} onClick={() => move(id, 1)}>
                  Down<span className="unseen">: {name}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
