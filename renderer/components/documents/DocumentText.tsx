import { Fragment, useEffect, useMemo, useRef } from 'react'

import { cellName, type Block, type PlainDocument } from '../../../shared/intake/document'
import { markOf, type Mark } from '../../../shared/review/marks'
import classes from './documents.module.css'

interface Shown {
  readonly place: string
  readonly words: string
}

/** No one reads more of a sheet than this. */
const MOST_ROWS = 1_000

/**
 * The text of a document, as plain text, with one quote highlighted.
 * @param sheet the one that a cell without the name of a sheet is on
 */
export function DocumentText(props: {
  readonly document: PlainDocument
  readonly sheet?: string
  readonly shown?: Shown
}) {
  const { document, sheet, shown } = props
  const mark = useMemo(() => shown && markOf(document, shown.place, shown.words), [document, shown])
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const found = box.current?.querySelector<HTMLElement>('mark')
    // Scrolls within its box: the page itself must not jump.
    if (found && box.current)
      box.current.scrollTop +=
        found.getBoundingClientRect().top - box.current.getBoundingClientRect().top - box.current.clientHeight / 3
  }, [mark, shown])
  const asSheet = document.pages.every(({ blocks }) => blocks.length === 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
    <section ref={box} className={classes.text} aria-label="Text of the document" tabIndex={0}>
      {asSheet ? (
        <Sheets document={document} main={sheet} place={shown?.place ?? ''} />
      ) : (
        document.pages.map(({ number, blocks }) => (
          <div key={number}>
            {document.pages.length > 1 && <p className={classes.page}>Page {number}</p>}
            {blocks.map((block, at) => (
              <OneBlock key={at} block={block} {...(mark?.page === number && mark.block === at && { mark })} />
            ))}
          </div>
        ))
      )}
    </section>
  )
}

function OneBlock({ block, mark }: { readonly block: Block; readonly mark?: Mark }) {
  if (block.kind === 'table')
    return (
      <table className={classes.table}>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>{mark?.row === row ? <mark>{cell}</mark> : cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  const { text } = block
  const [start, end] = mark ? (mark.range ?? [0, text.length]) : [0, 0]
  return (
    <p className={block.heading ? classes.heading : undefined}>
      {text.slice(0, start)}
      {end > start && <mark>{text.slice(start, end)}</mark>}
      {text.slice(end)}
    </p>
  )
}

interface SheetsProps {
  readonly document: PlainDocument
  readonly main: string | undefined
  readonly place: string
}
function Sheets({ document, main, place }: SheetsProps) {
  // The sheet that was read comes first.
  const sheets = [...document.sheets].sort((a, b) => Number(b.name === main) - Number(a.name === main))
  const cells = new Set(place.split(' '))
  const isMarked = (sheet: string, cell: string): boolean =>
    ((main === undefined || sheet === main) && cells.has(cell)) ||
    (sheet !== '' && `${place} `.includes(`${sheet}!${cell} `))
  return sheets.map(({ name, rows }, at) => (
    <div key={at}>
      {name !== '' && <p className={classes.page}>{name}</p>}
      <table className={classes.table}>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ number, cells: own }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {own.map(({ column, text }, i) => {
                // Empty cells are not stored; without them, what follows would stand in another column.
                const empty = column - (own[i - 1]?.column ?? -1) - 1
                return (
                  <Fragment key={column}>
                    {empty > 0 && <td colSpan={empty} />}
                    <td>{isMarked(name, cellName(column, number)) ? <mark>{text}</mark> : text}</td>
                  </Fragment>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p className="quiet small">{rows.length - MOST_ROWS} more rows are not shown.</p>}
    </div>
  ))
}
