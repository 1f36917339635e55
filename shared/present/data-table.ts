/** A table as it is shown beside a chart and copied for a spreadsheet. */
export interface DataTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const plain = (cell: string | number): string =>
  typeof cell === 'number' ? (Number.isFinite(cell) ? String(Math.round(cell * 1e6) / 1e6) : '') : cell

/**
 * Whether a spreadsheet would take a text for a formula (OWASP, CSV injection). Those of East Asia take the wide forms of
 * the signs as well. Names of offers are typed by people, and files are handed on.
 */
export const likeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text)

/** A text that a spreadsheet would take for a formula stays a text. */
const harmless = (cell: string | number): string => {
  const text = plain(cell)
  return typeof cell === 'string' && likeFormula(text) ? `'${text}` : text
}

/** Comma-separated, as RFC 4180 has it; numbers in full, without signs for money or thousands. */
export function csv({ head, rows }: DataTable): string {
  const cell = (value: string | number) => {
    const text = harmless(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export const tsv = ({ head, rows }: DataTable): string =>
  [head, ...rows].map((row) => row.map((cell) => harmless(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
