import { useEffect, useState } from 'react'

import { textOfCaseFile } from '../../state/cases'
import { useImporting } from '../../state/importing'
import { useReading } from '../../state/reading'
import classes from './frame.module.css'
import { told } from './tell'

/** Files may be dropped on any page: a case file opens for import; anything else is read as a letter or as books. */
export function DropFiles() {
  const [over, setOver] = useState(false)
  const { busy, refused, forgetRefused } = useReading()
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Otherwise the browser would open the file in place of the program.
      event.preventDefault()
      setOver(false)
      void take([...(event.dataTransfer?.files ?? [])])
    }
    globalThis.addEventListener('dragover', drag)
    globalThis.addEventListener('dragleave', leave)
    globalThis.addEventListener('drop', drop)
    return () => {
      globalThis.removeEventListener('dragover', drag)
      globalThis.removeEventListener('dragleave', leave)
      globalThis.removeEventListener('drop', drop)
    }
  }, [])
  useEffect(() => {
    for (const message of refused) told({ ok: false, message })
    if (refused.length > 0) forgetRefused()
  }, [refused, forgetRefused])
  return (
    <div role="status">
      {busy !== undefined && <p className={classes.reading}>Reading {busy}…</p>}
      {over && busy === undefined && (
        <p className={classes.reading}>
          Drop letters of intent, books or a case file here. They stay on this computer.
        </p>
      )}
    </div>
  )
}

async function take(files: readonly File[]): Promise<void> {
  const isCase = ({ name }: File) => /\.(?:json|sellorstay)$/i.test(name)
  const [file] = files.filter(isCase)
  if (file) {
    const done = await textOfCaseFile(file)
    if (told(done) && done.ok) told(await useImporting.getState().look(done.value))
    return
  }
  if (files.length > 0) await useReading.getState().add(files)
}
