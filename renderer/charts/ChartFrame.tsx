import { Menu } from '@mantine/core'
import { memo, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react'

import { csv, type DataTable } from '../../shared/present/data-table'
import { Terms } from '../components/figure/Terms'
import { tell } from '../components/frame/tell'
import classes from './charts.module.css'
import { copyText, download, fileName, pngFile, svgFile } from './save'

interface Props {
  /** The chart's finding. */
  readonly title: string
  /** One sentence: what is drawn, in which dollars, and how to read it. */
  readonly reading: ReactNode
  /** The same data as a table. */
  readonly table: DataTable
  /** Formats the numbers of the table; the copy for a spreadsheet has full precision. */
  readonly write: (value: number) => string
  readonly children: ReactNode
  readonly level?: 2 | 3
}

/** A chart with its title, description, data table and export buttons. */
export function ChartFrame({ title, reading, table, write, children, level = 2 }: Props) {
  const [asTable, setAsTable] = useState(false)
  const drawing = useRef<HTMLDivElement>(null)
  const id = useId()
  const Heading = `h${level}` as const
  const exporting = (what: Export): void => {
    const drawn = drawing.current?.querySelector<SVGSVGElement>('svg[data-chart], .recharts-surface') ?? undefined
    switch (what) {
      case 'copy':
        return void copyText(csv(table)).then((done) =>
          tell(done ? 'The figures are on the clipboard as CSV.' : 'This program could not write to the clipboard.'),
        )
      case 'csv':
        return download(fileName(title, 'csv'), csv(table), 'text/csv;charset=utf-8')
      case 'png':
        return void (drawn && pngFile(drawn, title).then((file) => download(fileName(title, 'png'), file, 'image/png')))
      case 'svg':
        if (drawn) download(fileName(title, 'svg'), svgFile(drawn, title), 'image/svg+xml')
    }
  }
  const latest = useRef(exporting)
  useEffect(() => {
    latest.current = exporting
  })
  const chosen = useCallback((what: Export) => latest.current(what), [])
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <Heading id={id}>{title}</Heading>
        <div className={classes.actions}>
          <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
            <span className="unseen"> of {title}</span>
          </button>
          <ExportMenu title={title} asTable={asTable} chosen={chosen} />
        </div>
      </div>
      <p className={classes.reading}>{typeof reading === 'string' ? <Terms>{reading}</Terms> : reading}</p>
      {asTable ? (
        <DataTableOf table={table} write={write} title={title} />
      ) : (
        <div className={classes.drawing}>
          <div ref={drawing}>{children}</div>
        </div>
      )}
    </section>
  )
}

type Export = 'copy' | 'csv' | 'png' | 'svg'

/** Rendered only when its words change: an edit of the case draws every chart of a page, but changes no menu. */
const ExportMenu = memo(function ExportMenu({
  title,
  asTable,
  chosen,
}: {
  readonly title: string
  readonly asTable: boolean
  readonly chosen: (what: Export) => void
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="link">
          Export<span className="unseen">: {title}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => chosen('copy')}>Copy the figures as CSV</Menu.Item>
        <Menu.Item onClick={() => chosen('csv')}>Save the figures as CSV</Menu.Item>
        {!asTable && (
          <>
            <Menu.Item onClick={() => chosen('png')}>Save the chart as PNG</Menu.Item>
            <Menu.Item onClick={() => chosen('svg')}>Save the chart as SVG</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
})

function DataTableOf({ table, write, title }: { table: DataTable; write: (value: number) => string; title: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls is reached by keyboard
    <div className={classes.scroll} role="region" aria-label={`Table: ${title}`} tabIndex={0}>
      <table className={classes.table}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {table.head.map((cell, i) => (
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, k) =>
                k === 0 ? (
                  <th key={k} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={k}>{typeof cell === 'number' ? write(cell) : cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
