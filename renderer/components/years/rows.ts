import type { Unit } from '../../../shared/formula'
import { difference, type TableSection } from '../../../shared/present/year-table'

/** A row of the table as it stands on the screen. */
export type ShownRow =
  | { readonly kind: 'section'; readonly name: string; readonly open: boolean; readonly count: number }
  | {
      readonly kind: 'line'
      /** The line to be asked why; of a difference, that of the first path. */
      readonly line: string
      readonly label: string
      readonly meaning: string
      readonly unit: Unit
      readonly values: readonly number[]
      readonly of: 'first' | 'other' | 'difference'
    }

export type Beside = 'beside' | 'difference'

/** The rows to be shown: of open sections, of lines that match the search, with the other path beside or as difference. */
export function shownRows(
  sections: readonly TableSection[],
  search: string,
  closed: ReadonlySet<string>,
  names: { readonly first: string; readonly other: string | undefined },
  how: Beside,
): ShownRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return sections.flatMap(({ name, lines }) => {
    const found = lines.filter(({ label, meaning }) => {
      const text = `${label} ${meaning} ${name}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    if (found.length === 0) return []
    // Whoever searches wants to see what was found.
    const open = words.length > 0 || !closed.has(name)
    const head: ShownRow = { kind: 'section', name, open, count: found.length }
    if (!open) return [head]
    return [
      head,
      ...found.flatMap(({ line, other, label, meaning, unit, values, otherValues }): ShownRow[] => {
        const row = { kind: 'line', line, label: capital(label), meaning, unit, values, of: 'first' } as const
        if (names.other === undefined) return [row]
        if (!other || !otherValues) return how === 'difference' ? [] : [row]
        if (how === 'difference') return [{ ...row, values: difference(values, otherValues), of: 'difference' }]
        return [
          { ...row, label: `${row.label}: ${names.first}` },
          { ...row, line: other, label: names.other, values: otherValues, of: 'other' },
        ]
      }),
    ]
  })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
