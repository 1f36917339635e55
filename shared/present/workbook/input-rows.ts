import { dayOf } from '../../case/dates'
import { describe } from '../../case/describe'
import { fieldsUnder } from '../../case/fields'
import { get, type Path } from '../../case/path'
import { nameOf, rowNameOf } from '../../case/problems'
import { credit, rangeFor } from '../../case/ranges'
import type { Case, Origin } from '../../case/schema'
import type { Input } from '../../formula'
import { originOf, type Outcome } from '../../model'
import { fieldsOf, START, type Derivation } from '../../model/plan/derived'
import { capital } from '../sentence'
import { serialOf } from './sheet'

/** A row of the Inputs sheet: a heading, a field as entered, or a value derived from fields. */
export type InputRow =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'field'; readonly field: FieldCell }
  | {
      readonly kind: 'derived'
      readonly label: string
      readonly input: Input
      readonly derivation: Derivation
      readonly value: number
    }

export interface FieldCell {
  readonly path: Path
  readonly label: string
  /** A number, or a date as a spreadsheet serial number. */
  readonly value: number
  readonly isDate: boolean
  readonly meta: NonNullable<ReturnType<typeof describe>>
  readonly origin: Origin
  readonly usual: { readonly low: number; readonly high: number; readonly source: string } | undefined
}

/** Fields that decide how many years the workbook has. */
export const HORIZON: Path = 'owner/horizonAge'
export const BIRTH: Path = 'owner/birthDate'

/** The fields that this case's formulas use, in the program's order, each with the values derived from it. */
export function inputRows(outcome: Outcome): InputRow[] {
  const { document, structure } = outcome
  const values = structure.inputs(document)
  const derived = structure.graph.inputs.map((input, i) => ({
    input,
    derivation: structure.derivations[i]!,
    value: values[i]!,
  }))
  const read = new Set([HORIZON, BIRTH, START, ...derived.flatMap(({ derivation }) => fieldsOf(derivation))])
  const group = (title: string, roots: readonly Path[]): InputRow[] => {
    const rows = roots
      .flatMap((root) => [...fieldsUnder(root, document)])
      .filter((path) => read.has(path))
      .flatMap((path): InputRow[] => [
        { kind: 'field', field: fieldCell(path, document) },
        ...derived
          .filter(({ derivation }) => derivation.as !== 'value' && fieldsOf(derivation)[0] === path)
          .map((one) => ({ kind: 'derived' as const, label: derivedName(one.input.label, path, document), ...one })),
      ])
    return rows.length === 0 ? [] : [{ kind: 'heading', text: title }, ...rows]
  }
  const { offers, alternatives } = document
  const owns = document.practice.role === 'owner'
  return [
    ...group('You and your household', ['owner']),
    ...group(owns ? 'The practice' : 'Your present job', ['practice']),
    ...group('Inflation, returns and tax', ['assumptions', 'tax']),
    ...(owns && alternatives.stepBack.include ? group('Stepping back', ['alternatives/stepBack']) : []),
    ...(owns && alternatives.sellPrivately.include
      ? group('Sale to a dentist now', ['alternatives/sellPrivately'])
      : []),
    ...offers.filter(({ include }) => include).flatMap(({ id, name }) => group(name, [`offers/${id}`])),
  ]
}

/** "Harbor: closing, years from the start": named after its field, as that is named in its own row. */
function derivedName(label: string, path: Path, document: Case): string {
  const name = nameOf(path, document)
  return label.startsWith(name) ? `${rowNameOf(path, document)}${label.slice(name.length)}` : capital(label)
}

function fieldCell(path: Path, document: Case): FieldCell {
  const meta = describe(path, document)!
  const value = get(document, path)
  const isDate = meta.unit === 'date'
  const range = rangeFor(path, document)
  return {
    path,
    label: rowNameOf(path, document, meta),
    value: isDate ? serialOf(dayOf(value as string)) : (value as number),
    isDate,
    meta,
    origin: originOf(document, path),
    usual:
      range?.low === undefined || range.high === undefined
        ? undefined
        : {
            low: range.low,
            high: range.high,
            source: range.assumption ? 'our own estimate' : range.sources.map(credit).join('; '),
          },
  }
}
