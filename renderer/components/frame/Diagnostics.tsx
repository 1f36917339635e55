import { useRef, useState } from 'react'

import { diagnostics } from '../../state/diagnostics'
import classes from './frame.module.css'

/** Diagnostics for support, shown before they are copied. Uses nothing that may have failed. */
export function Diagnostics({ error }: { readonly error?: unknown }) {
  const [shown, setShown] = useState<string>()
  const [copied, setCopied] = useState(false)
  const text = useRef<HTMLTextAreaElement>(null)
  if (shown === undefined)
    return (
      <button type="button" className="link" onClick={() => setShown(diagnostics(error))}>
        Show diagnostics to copy
      </button>
    )
  const copy = () => {
    // The clipboard API needs a permission that the desktop program never grants.
    text.current?.select()
    setCopied(document.execCommand('copy'))
  }
  return (
    <div className={classes.diagnostics}>
      <label>
        This is all that is copied. It contains no names or amounts.
        <textarea ref={text} readOnly rows={shown.split('\n').length + 1} value={shown} />
      </label>
      <button type="button" className={classes.copy} onClick={copy}>
        Copy diagnostics
      </button>
      <span role="status">{copied ? ' Copied.' : ''}</span>
    </div>
  )
}
