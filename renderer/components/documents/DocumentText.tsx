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
    if (!found || !box.current) return
    const [there, here] = [found.getBoundingClientRect(), box.current.getBoundingClientRect()]
    box.current.scrollTop += there.top - here.top - box.current.clientHeight / 3
    // An amount may stand to the right of what is shown.
    if (there.right > here.right) box.current.scrollLeft += there.right - here.right + 16
    else if (there.left < here.left) box.current.scrollLeft -= here.left - there.left + 16
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

/** A number of a workbook, without the digits that its owner does not see there either; years stay as they are. */
function shownAs(text: string, amount: number | undefined): string {
  if (amount === undefined || (Number.isInteger(amount) && Math.abs(amount) < 10_000)) return text
  return amount.toLocaleString('en-US', { maximumFractionDigits: Math.abs(amount) < 1 ? 4 : 2 })
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
  return sheets.map(({ name, rows }, at) => {
    const last = Math.max(0, ...rows.map(({ cells: own }) => own.at(-1)?.column ?? 0))
    return (
      <div key={at}>
        {name !== '' && <p className={classes.page}>{name}</p>}
        <table className={classes.table}>
          <tbody>
            {rows.slice(0, MOST_ROWS).map(({ number, cells: own }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                {own.map(({ column, text, number: amount }, i) => {
                  // Empty cells are not stored: words run on over those that follow, amounts keep their column.
                  const before = own[i - 1]
                  const words = (one: typeof before): boolean =>
                    one?.number === undefined && /[A-Za-z]{3}/.test(one?.text ?? '')
                  const empty = before && words(before) ? 0 : column - (before?.column ?? -1) - 1
                  const after = (own[i + 1]?.column ?? last + 1) - column
                  const spans = amount === undefined && words(own[i]) ? after : 1
                  return (
                    <Fragment key={column}>
                      {empty > 0 && <td colSpan={empty} />}
                      <td colSpan={spans}>
                        {isMarked(name, cellName(column, number)) ? (
                          <mark>{shownAs(text, amount)}</mark>
                        ) : (
                          shownAs(text, amount)
                        )}
                      </td>
                    </Fragment>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > MOST_ROWS && <p className="quiet small">{rows.length - MOST_ROWS} more rows are not shown.</p>}
      </div>
    )
  })
}
