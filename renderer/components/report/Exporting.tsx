import { Button } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'

import { cancelExport, useExports, type ExportKind } from '../../state/exports'
import classes from './exporting.module.css'

const WORDS: Readonly<Record<ExportKind, string>> = {
  report: 'The PDF of the report is being made.',
  workbook: 'The workbook is being made.',
  method: 'The PDF of the method is being made.',
  letter: 'The letter is being written.',
  worth: 'What the asks are worth is being worked out.',
  print: 'The report is being laid out for the print dialog.',
}
const KINDS = Object.keys(WORDS) as readonly ExportKind[]

/** What is being made and takes long, with a way to end it. */
export function Exporting() {
  const running = useExports((state) => state.running)
  const late = KINDS.filter((kind) => running[kind]?.late)
  return (
    <div className={late.length > 0 ? classes.exporting : undefined}>
      <p role="status" className={classes.words}>
        {late.map((kind) => WORDS[kind]).join(' ')}
      </p>
      {late.map((kind) => (
        <Cancel key={kind} kind={kind} asker={running[kind]?.asker} />
      ))}
    </div>
  )
}

function Cancel({ kind, asker }: { readonly kind: ExportKind; readonly asker: Element | null | undefined }) {
  const own = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    const button = own.current
    return () => {
      // The button goes away with the focus on it; the one that asked for the file is enabled again by then.
      if (document.activeElement === button && asker instanceof HTMLElement) requestAnimationFrame(() => asker.focus())
    }
  }, [asker])
  return (
    <Button ref={own} variant="default" size="compact-sm" onClick={() => cancelExport(kind)}>
      Cancel<span className="unseen">: {WORDS[kind]}</span>
    </Button>
  )
}
