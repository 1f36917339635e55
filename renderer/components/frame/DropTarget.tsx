import { useEffect, useState } from 'react'

import { lookAtDropped } from './actions'
import classes from './frame.module.css'

/** A case file may be dropped anywhere on the window; its content is shown before anything is taken from it. */
export function DropTarget() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      // Without this the window would go to the file instead.
      event.preventDefault()
      setOver(event.type === 'dragover')
      const [file] = event.dataTransfer.files
      if (event.type === 'drop' && file) void lookAtDropped(file)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    globalThis.addEventListener('dragover', drag)
    globalThis.addEventListener('drop', drag)
    globalThis.addEventListener('dragleave', leave)
    return () => {
      globalThis.removeEventListener('dragover', drag)
      globalThis.removeEventListener('drop', drag)
      globalThis.removeEventListener('dragleave', leave)
    }
  }, [])
  return over ? <p className={classes.drop}>Drop a case file to look into it.</p> : null
}
