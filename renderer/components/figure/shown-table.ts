import type { DataTable } from '../../../shared/present/data-table'

/**
 * A table as it is shown, with amounts as numbers of dollars. An empty corner holds the caption, which says the units and
 * the period. Marks, buttons, drawings and columns for the screen alone are left out; a field gives its value.
 */
export function shownTable(table: HTMLTableElement): DataTable {
  const rows: (string | number)[][] = []
  ;[...table.rows].forEach((row, at) => {
    const cells = (rows[at] ??= [])
    for (const cell of row.cells) {
      if (cell.dataset['screenOnly'] !== undefined) continue
      let column = 0
      while (cells[column] !== undefined) column++
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.colSpan; across++)
          (rows[at + down] ??= [])[column + across] = down === 0 && across === 0 ? valueOf(textOf(cell)) : ''
    }
  })
  const caption = table.caption ? textOf(table.caption) : ''
  if (!table.tHead && caption) rows.unshift([caption])
  else if (rows[0]?.[0] === '') rows[0][0] = caption
  const [head = [], ...rest] = rows
  return { head: head.map(String), rows: rest }
}

function textOf(cell: HTMLElement): string {
  const [own, ...more] = cell.querySelectorAll<HTMLInputElement>('[data-field]')
  if (own && more.length === 0) return ownText(own)
  const copy = cell.cloneNode(true) as HTMLElement
  // A copy has the attributes of a field, not what was typed or chosen.
  const fields = cell.querySelectorAll('input, select, textarea')
  copy.querySelectorAll('input, select, textarea').forEach((field, i) => {
    field.replaceWith(shownIn(fields[i] as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement))
  })
  for (const mark of copy.querySelectorAll('svg, button.link, [aria-hidden="true"]')) mark.remove()
  return copy.textContent.replaceAll(/\s+/g, ' ').trim()
}

/**
 * A field of the case with its unit. How its text was understood, and what else stands around it, is no part of its
 * value.
 */
function ownText(field: HTMLInputElement): string {
  const value = shownIn(field)
  if (value === '' || field.dataset['number'] === undefined) return value
  const [before, behind] = [field.previousElementSibling, field.nextElementSibling].map((one) => one?.textContent ?? '')
  if (before === '$') return `$${value}`
  return `${value.replaceAll(',', '')}${/^\w/.test(behind!) ? ' ' : ''}${behind}`
}

function shownIn(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement): string {
  if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? ''
  return field instanceof HTMLInputElement && field.type === 'checkbox' ? (field.checked ? '✓' : '') : field.value
}

/** "−$1,234.50" as -1234.5; anything else as it is. */
function valueOf(text: string): string | number {
  const amount = /^([−+-]?)\$([\d,]+(?:\.\d+)?)$/.exec(text)
  if (!amount) return text
  const value = Number(amount[2]!.replaceAll(',', ''))
  return amount[1] === '−' || amount[1] === '-' ? -value : value
}
