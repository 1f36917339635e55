import { Popover } from '@mantine/core'
import { memo } from 'react'

import type { Outcome } from '../../../shared/model'
import { markOfPath, type Mark } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { useChosen, usePaths } from '../../state/chosen-paths'
import { useStore } from '../../state/store'
import { useSame } from '../../state/use-same'
import classes from './compare.module.css'

/** Which paths are shown, and in what order. Keeping is always shown: it is the baseline. */
export function ChoosePaths({ outcome }: { readonly outcome: Outcome }) {
  const { all, shown } = usePaths(outcome)
  const choices = all.map((id): Choice => {
    const { name } = outcome.paths.find((path) => path.id === id)!
    return { id, name, mark: markOfPath(outcome.document, id), isShown: shown.includes(id) }
  })
  return <Choices choices={useSame(choices)} />
}

interface Choice {
  readonly id: string
  readonly name: string
  readonly mark: Mark
  readonly isShown: boolean
}

/** Rendered only when a path comes, goes or is renamed: an edit of a figure changes nothing here. */
const Choices = memo(function Choices({ choices }: { readonly choices: readonly Choice[] }) {
  const caseId = useStore((state) => state.caseId) ?? ''
  const { setHidden, setOrder } = useChosen()
  const move = (id: string, by: number) => {
    const all = choices.map((choice) => choice.id)
    const order = all.filter((other) => other !== id)
    order.splice(Math.max(0, Math.min(order.length, all.indexOf(id) + by)), 0, id)
    setOrder(caseId, order)
  }
  const hidden = choices.filter(({ isShown }) => !isShown).length
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <button type="button" className="link small">
          Choose and order paths{hidden > 0 ? ` (${hidden} hidden)` : ''}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.choose} aria-label="Paths">
          {choices.map(({ id, name, mark, isShown }, i) => (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={isShown}
                  disabled={id === 'keep'}
                  onChange={({ currentTarget }) =>
                    setHidden(
                      caseId,
                      choices.flatMap((other) =>
                        (other.id === id ? currentTarget.checked : other.isShown) ? [] : [other.id],
                      ),
                    )
                  }
                />
                <MarkSign mark={mark} />
                {name}
              </label>
              <button type="button" className="link" disabled={i === 0} onClick={() => move(id, -1)}>
                Up<span className="unseen">: {name}</span>
              </button>
              <button type="button" className="link" disabled={i === choices.length - 1} onClick={() => move(id, 1)}>
                Down<span className="unseen">: {name}</span>
              </button>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
})
