import { useRef } from 'react'

import { csv, type DataTable } from '../../../shared/present/data-table'
import { download, fileName } from '../../charts/save'
import { shownTable } from './shown-table'

interface Props {
  /** What the table shows; becomes the name of the file. */
  readonly title: string
  /** For a list that is not a table; otherwise the table before the button is saved as it is shown. */
  readonly table?: () => DataTable
}

/** Saves the table before it as CSV. */
export function SaveCsv({ title, table }: Props) {
  const own = useRef<HTMLButtonElement>(null)
  const save = () => {
    const before = [...document.querySelectorAll('table')].findLast(
      (one) => own.current && one.compareDocumentPosition(own.current) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const data = table?.() ?? (before && shownTable(before))
    if (data) download(fileName(title, 'csv'), csv(data), 'text/csv;charset=utf-8')
  }
  return (
    <button type="button" className="link small" ref={own} onClick={save}>
      CSV<span className="unseen">: {title}</span>
    </button>
  )
}
