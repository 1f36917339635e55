import { IN_DETAIL } from '../../../shared/present/paths'
import { markOfPath } from '../../charts/marks'
import { MarkSign } from '../../charts/MarkSign'
import { useChosen, usePaths } from '../../state/chosen-paths'
import { useStore } from '../../state/store'
import { useShown } from '../../state/what-if'
import classes from './compare.module.css'

/**
 * Which paths the charts below show: two to four, so that each has room. It reads the stores itself, so that a checkbox
 * responds at once while the charts may follow.
 */
export function ChooseDetail() {
  const { base } = useShown()
  const { shown: paths, detail } = usePaths(base)
  const caseId = useStore((state) => state.caseId) ?? ''
  const setDetail = useChosen((state) => state.setDetail)
  if (paths.length <= IN_DETAIL.least) return null
  const full = detail.length >= IN_DETAIL.most
  const few = detail.length <= IN_DETAIL.least
  return (
    <fieldset className={classes.detail}>
      <legend>In detail</legend>
      {paths.map((id) => {
        const chosen = detail.includes(id)
        return (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen}
              disabled={chosen ? few : full}
              onChange={() =>
                setDetail(
                  caseId,
                  paths.filter((other) => (other === id ? !chosen : detail.includes(other))),
                )
              }
            />
            <MarkSign mark={markOfPath(base.document, id)} />
            {base.paths.find((path) => path.id === id)!.name}
          </label>
        )
      })}
      <span className="quiet small">
        {full && paths.length > detail.length
          ? 'Four paths at most: clear one to choose another.'
          : few
            ? 'Two paths at least.'
            : 'The charts below show these paths.'}
      </span>
    </fieldset>
  )
}
