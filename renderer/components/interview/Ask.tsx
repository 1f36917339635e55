import type { ComponentProps } from 'react'

import { describe } from '../../../shared/case/describe'
import { get } from '../../../shared/case/path'
import { nameOf } from '../../../shared/case/problems'
import { withUsual } from '../../../shared/case/usual'
import { valueText } from '../../format'
import { useDocument, useStore } from '../../state/store'
import { tell } from '../frame/tell'
import { Field } from '../entry/Field'
import classes from './interview.module.css'

/** A field of the interview, which may be answered with "I don't know". */
export function Ask(props: ComponentProps<typeof Field>) {
  const { path } = props
  const document = useDocument()
  const { replace } = useStore.getState()
  const asked = document.origins[path] !== undefined
  // Names and choices need no "I don't know": they are in the letter.
  const unit = describe(path, document)?.unit
  const knowable = unit === 'text' || unit === 'choice' || unit === 'yesNo' || get(document, path) === null
  const unknown = () => {
    const next = withUsual(document, path)
    const problems = replace(next)
    const field = describe(path, next)
    if (problems.length > 0) tell(problems.map(({ message }) => message).join(' '))
    else if (field)
      tell(`${valueText(get(next, path) as number, field)} is used for now and marked as assumed.`, {
        label: 'Undo',
        run: useStore.getState().undo,
      })
  }
  return (
    <div className={classes.ask}>
      <Field {...props} />
      {!asked && !knowable && (
        <button type="button" className={`link small ${classes.unknown}`} onClick={unknown}>
          I don’t know<span className="unseen">: {props.label ?? nameOf(path, document)}</span>
        </button>
      )}
    </div>
  )
}
