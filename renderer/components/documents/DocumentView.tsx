import { useEffect, useRef, useState } from 'react'

import type { Open } from '../../state/reading'
import { DocumentText } from './DocumentText'
import classes from './documents.module.css'
import { openPages, type MarkedArea, type Pages } from './pages'

interface Shown {
  readonly place: string
  readonly words: string
}

/** How the bytes of a PDF begin, in base64. */
const PDF = 'JVBERi'

/** The document beside what was read from it: its pages where it is a PDF, its text otherwise and on request. */
export function DocumentView({ open, shown }: { readonly open: Open; readonly shown?: Shown | undefined }) {
  const [asText, setAsText] = useState(false)
  const text = <DocumentText document={open.document} {...(shown && { shown })} />
  if (!open.content.startsWith(PDF)) return text
  return (
    <div className={classes.view}>
      <div className={classes.buttons} role="group" aria-label="Document view">
        {([false, true] as const).map((value) => (
          <button key={String(value)} type="button" aria-pressed={asText === value} onClick={() => setAsText(value)}>
            {value ? 'Text' : 'Pages'}
          </button>
        ))}
      </div>
      {asText ? text : <PageImages content={open.content} {...(shown && { shown })} />}
    </div>
  )
}

/** One page of a PDF as a picture, the quoted words marked on it. */
function PageImages({ content, shown }: { readonly content: string; readonly shown?: Shown }) {
  const [pages, setPages] = useState<Pages>()
  const [failed, setFailed] = useState(false)
  const [turned, setTurned] = useState<{ readonly from: Shown | undefined; readonly to: number }>()
  const [marks, setMarks] = useState<readonly MarkedArea[]>([])
  const box = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = shown?.words ?? ''
  const quoted = Number(/^p\. (\d+)/.exec(shown?.place ?? '')?.[1] ?? 1)
  // Turned by hand until the next quote is asked for.
  const number = turned && turned.from === shown ? turned.to : quoted
  const turnTo = (to: number) => setTurned({ from: shown, to })
  useEffect(() => {
    let opened: Pages | undefined
    let left = false
    openPages(content).then(
      (found) => {
        opened = found
        if (left) found.close()
        else setPages(found)
      },
      () => setFailed(true),
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [content])
  useEffect(() => {
    if (!pages || !canvas.current || !box.current) return undefined
    let left = false
    const width = box.current.clientWidth - 2
    // A canvas of its own for each drawing: two at once on one are refused.
    const drawn = window.document.createElement('canvas')
    pages.draw(drawn, Math.min(number, pages.count), width, words).then(
      (areas) => {
        if (left || !canvas.current) return
        canvas.current.width = drawn.width
        canvas.current.height = drawn.height
        canvas.current.style.aspectRatio = `${drawn.width} / ${drawn.height}`
        canvas.current.getContext('2d')!.drawImage(drawn, 0, 0)
        setMarks(areas)
        if (areas[0] && box.current)
          box.current.scrollTop = (areas[0].top / 100) * box.current.scrollHeight - box.current.clientHeight / 3
      },
      () => setFailed(true),
    )
    return () => {
      left = true
    }
  }, [pages, number, words])
  if (failed) return <p>The pages of this file cannot be shown. Choose Text to see the words.</p>
  const count = pages?.count ?? 1
  const page = Math.min(number, count)
  return (
    <>
      {count > 1 && (
        <div className={`${classes.buttons} ${classes.turn}`}>
          <button type="button" disabled={page <= 1} onClick={() => turnTo(page - 1)}>
            Previous page
          </button>
          <button type="button" disabled={page >= count} onClick={() => turnTo(page + 1)}>
            Next page
          </button>
          <span className="quiet small" role="status">
            Page {page} of {count}
          </span>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard */}
      <section ref={box} className={classes.pages} aria-label="Pages of the document" tabIndex={0}>
        <div className={classes.sheet}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={`Page ${page}${marks.length > 0 ? `, with these words marked: ${words}` : ''}. Choose Text to read it.`}
          />
          {marks.map(({ left, top, width, height }, at) => (
            <mark
              key={at}
              aria-hidden
              style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
            />
          ))}
        </div>
      </section>
    </>
  )
}
