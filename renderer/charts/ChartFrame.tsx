import { Menu } from '@mantine/core'
import { useId, useRef, useState, type ReactNode } from 'react'

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
  const svg = () => drawing.current?.querySelector<SVGSVGElement>('svg[data-chart], .recharts-surface') ?? undefined
  const copy = async () => {
    const done = await copyText(csv(table))
    tell(done ? 'The figures are on the clipboard as CSV.' : 'This program could not write to the clipboard.')
  }
  const savePng = async () => {
    const drawn = svg()
    if (drawn) download(fileName(title, 'png'), await pngFile(drawn, title), 'image/png')
  }
  return (
    <section className={classes.chart} aria-labelledby={id}>
      <div className={classes.head}>
        <Heading id={id}>{title}</Heading>
        <div className={classes.actions}>
          <button type="button" className="link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
            <span className="unseen"> of {title}</span>
          </button>
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="link">
                Export<span className="unseen">: {title}</span>
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void copy()}>Copy the figures as CSV</Menu.Item>
              <Menu.Item onClick={() => download(fileName(title, 'csv'), csv(table), 'text/csv;charset=utf-8')}>
                Save the figures as CSV
              </Menu.Item>
              {!asTable && (
                <>
                  <Menu.Item onClick={() => void savePng()}>Save the chart as PNG</Menu.Item>
                  <Menu.Item
                    onClick={() => {
                      const drawn = svg()
                      if (drawn) download(fileName(title, 'svg'), svgFile(drawn, title), 'image/svg+xml')
                    }}
                  >
                    Save the chart as SVG
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
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
