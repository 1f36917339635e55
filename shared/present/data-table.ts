/** The data table of a chart, which can be copied to a spreadsheet. */
export interface DataTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const plain = (cell: string | number): string =>
  typeof cell === 'number' ? (Number.isFinite(cell) ? String(Math.round(cell * 1e6) / 1e6) : '') : cell

/**
 * Whether a spreadsheet would treat a text as a formula (OWASP, CSV injection). East Asian versions also accept the wide
 * forms of the signs. Offer names are free text, and files are shared.
 */
export const likeFormula = (text: string): boolean => /^[=+\-@\t\r\n＝＋－＠]/.test(text)

/** Keeps a text that looks like a formula as text. */
const harmless = (cell: string | number): string => {
  const text = plain(cell)
  return typeof cell === 'string' && likeFormula(text) ? `'${text}` : text
}

/** Comma-separated values by RFC 4180; numbers unrounded, without currency signs or thousands separators. */
export function csv({ head, rows }: DataTable): string {
  const cell = (value: string | number) => {
    const text = harmless(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** Tab-separated values for pasting into a spreadsheet. */
export const tsv = ({ head, rows }: DataTable): string =>
  [head, ...rows].map((row) => row.map((cell) => harmless(cell).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
