import type { Row } from '../document'

/** Rows of delimited text: fields in quotation marks may hold the delimiter, line breaks and doubled marks. */
export function readDelimited(text: string): Row[] {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(clean)
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let at = 0; at < clean.length; at++) {
    const letter = clean[at]!
    if (quoted) {
      if (letter !== '"') field += letter
      else if (clean[at + 1] === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (letter === '"' && field.trim() === '') {
      quoted = true
      field = ''
    } else if (letter === delimiter) {
      row.push(field)
      field = ''
    } else if (letter === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
    } else field += letter
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  return rows.map((fields, at) => ({
    number: at + 1,
    cells: fields.flatMap((value, column) =>
      value.trim() === '' ? [] : [{ column, text: value.replace(/\s+$/, '') }],
    ),
  }))
}

/** The delimiter that parts most lines, outside quotation marks, into the same number of fields. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"[^"]*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 400)
  let best = ','
  let most = 0
  for (const delimiter of ['\t', ';', '|', ',']) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const parts = line.split(delimiter).length
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1)
    }
    const agreeing = Math.max(0, ...counts.values())
    // A decimal comma parts every line too: the comma must win clearly.
    if (agreeing > most * (delimiter === ',' ? 1.2 : 1)) {
      most = agreeing
      best = delimiter
    }
  }
  return best
}
