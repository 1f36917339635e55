import { concerns } from '../../case/associate-fields'
import { describe, schemaAt, termAt } from '../../case/describe'
import { fieldsUnder } from '../../case/fields'
import type { FieldMeta } from '../../case/field'
import { elementName, headed, isWhole } from '../../case/names'
import { get, type Path } from '../../case/path'
import { citationOf, quoteOf } from '../../case/quotes'
import { outsideRange, rangeFor, type Source } from '../../case/ranges'
import type { Case, Offer, Origin } from '../../case/schema'
import type { Values } from '../../case/term'
import { fieldOf, originOf, type Outcome } from '../../model'
import { z } from 'zod'

/** One input with its value, its origin and its usual range. */
export interface LedgerRow {
  readonly path: Path
  readonly label: string
  readonly field: FieldMeta
  readonly value: string | number | boolean | null
  readonly origin: Origin
  /** "letter.pdf, p. 2: “…”", where the value was read in a document. */
  readonly citation?: string
  /** In the unit of the field. `sources` are numbers in the ledger's list, from 1; none where it is our own judgment. */
  readonly range?: {
    readonly low: number
    readonly high: number
    readonly sources: readonly number[]
    readonly outside: boolean
  }
}

/** Several inputs that belong in one line: what is kept on leaving, by cause; outcomes with their probabilities. */
export interface LedgerFold {
  readonly path: Path
  readonly label: string
  readonly parts: readonly { readonly label: string; readonly share: number; readonly multiple?: number }[]
  readonly origin: Origin
}

export interface LedgerGroup {
  readonly title: string
  /** The id of the offer whose terms these are. */
  readonly offer?: string
  readonly rows: readonly (LedgerRow | LedgerFold)[]
  /** Labels of amounts left at their default of 0. */
  readonly zeros: readonly string[]
}

export interface Ledger {
  readonly groups: readonly LedgerGroup[]
  readonly sources: readonly Source[]
}

export const isFold = (row: LedgerRow | LedgerFold): row is LedgerFold => 'parts' in row

/**
 * Every input that counts in this case: numbers and days that the model reads and no other choice disables, and the
 * choices listed in CHOICES.
 */
export function ledgerOf(outcome: Outcome): Ledger {
  const { document } = outcome
  const read = new Set(outcome.structure.graph.inputs.map(fieldOf))
  const sources: Source[] = []
  const numberOf = (source: Source): number => {
    const known = sources.indexOf(source)
    return known >= 0 ? known + 1 : sources.push(source)
  }
  const folds = (path: Path) => FOLDED.test(path) && !worked(path, document)
  const group = (title: string, roots: readonly Path[]): LedgerGroup => {
    const rows: (LedgerRow | LedgerFold)[] = []
    const zeros: string[] = []
    for (const path of roots.flatMap((root) => [...fieldsUnder(root, document, folds)])) {
      if (FOLDED.test(path)) {
        const fold = foldOf(path, document, read)
        if (fold) rows.push(fold)
        continue
      }
      const field = describe(path, document)!
      if (!counts(path, field, document, read)) continue
      const value = get(document, path) as LedgerRow['value']
      const origin = originOf(document, path)
      const label = withOwners(path, document, field.label)
      if (value === 0 && origin === 'assumed' && silent(path, document)) {
        zeros.push(label)
        continue
      }
      const quote = quoteOf(document, path)
      const said = quote && { citation: citationOf(quote) }
      rows.push({ path, label, field, value, origin, ...said, ...rangeOf(path, value, document, numberOf) })
    }
    return { title, rows, zeros }
  }
  const { offers, alternatives, practice } = document
  const owns = practice.role === 'owner'
  const groups = [
    group('You and your household', ['owner']),
    group(owns ? 'The practice' : 'Your present job', ['practice']),
    group('Inflation, returns and tax', ['assumptions', 'tax']),
    ...(owns && alternatives.stepBack.include ? [group('Stepping back', ['alternatives/stepBack'])] : []),
    ...(owns && alternatives.sellPrivately.include
      ? [group('Sale to a dentist now', ['alternatives/sellPrivately'])]
      : []),
    ...offers.filter(({ include }) => include).map(({ id, name }) => ({ ...group(name, [`offers/${id}`]), offer: id })),
  ]
  return { groups, sources }
}

function holdsOn({ shareSold, structure }: Offer): boolean {
  return structure !== 'services' && shareSold < 1
}

/** Whether an input counts: what the schema declares of it, within what the structure of its offer asks for at all. */
function counts(path: Path, field: FieldMeta, document: Case, read: ReadonlySet<Path>): boolean {
  const offer = offerAt(path, document)
  if (!concerns(path, document)) return false
  const at = offer && `offers/${offer.id}`
  if (offer && path.startsWith(`${at}/retained/`) && !holdsOn(offer)) return false
  const declared = termAt(path, document).counts
  const parent = get(document, path.slice(0, path.lastIndexOf('/'))) as Values
  const holds = declared?.(parent, (offer ?? {}) as Values, document as Values)
  const chosen = field.unit === 'choice' || field.unit === 'yesNo' || field.unit === 'text'
  if (chosen || get(document, path) === null) return holds ?? false
  if (!read.has(path) || holds === false) return false
  const idle = offer?.structure === 'services' && [`${at}/job/`, `${at}/price/`].some((start) => path.startsWith(start))
  return !idle || holds === true
}

const offerAt = (path: Path, { offers }: Case): Offer | undefined =>
  path.startsWith('offers/') ? offers.find(({ id }) => id === path.split('/')[1]) : undefined

/** A default of 0, which nobody has entered or confirmed. */
function silent(path: Path, document: Case): boolean {
  const schema = schemaAt(path, document)
  return schema instanceof z.ZodDefault && schema.def.defaultValue === 0
}

/** Lists that are folded into one line. */
const FOLDED = /\/(keptOnLeaving|clawback|callDiscount|outcomes)$/

/** Outcomes computed from the parent's figures need a line each. */
const worked = (path: Path, document: Case): boolean =>
  path.endsWith('/outcomes') && get(document, path.replace(/outcomes$/, 'method')) === 'workbench'

/** Labels of the tables by cause of leaving. */
const TABLES = {
  keptOnLeaving: 'Kept on early departure',
  clawback: 'Cash clawed back on early departure',
  callDiscount: 'Call discount on departure',
} as const

function foldOf(path: Path, document: Case, read: ReadonlySet<Path>): LedgerFold | undefined {
  if (path.endsWith('/outcomes')) {
    const outcomes = get(document, path) as { id: string; label: string; probability: number; multiple: number }[]
    return {
      path,
      label: withOwners(path, document, 'outcomes, probability and multiple'),
      parts: outcomes.map(({ label, probability, multiple }) => ({ label, share: probability, multiple })),
      origin: strongest(outcomes.map(({ id }) => originOf(document, `${path}/${id}/multiple`))),
    }
  }
  const shares = Object.entries(get(document, path) as Record<string, number>)
  const parts = shares.filter(([cause]) => read.has(`${path}/${cause}`)).map(([label, share]) => ({ label, share }))
  const table = path.slice(path.lastIndexOf('/') + 1) as keyof typeof TABLES
  if (parts.length === 0 || (table !== 'keptOnLeaving' && parts.every(({ share }) => share === 0))) return undefined
  return {
    path,
    label: withOwners(path, document, TABLES[table]),
    parts,
    origin: strongest(parts.map(({ label }) => originOf(document, `${path}/${label}`))),
  }
}

const strongest = (origins: readonly Origin[]): Origin => origins.find((origin) => origin !== 'assumed') ?? 'assumed'

/** "Staff: cost growth": the elements of lists on the way to a field, without the offer itself. */
function withOwners(path: Path, document: Case, label: string): string {
  const keys = path.split('/')
  const owners = keys.flatMap((_, i) => {
    if (i === keys.length - 1) return []
    if (keys[0] === 'offers' && i === 1) return []
    const at = keys.slice(0, i + 1).join('/')
    if (typeof (get(document, at) as { id?: unknown }).id !== 'string') return []
    return isWhole(keys[i - 1], get(document, keys.slice(0, i).join('/')) as readonly unknown[])
      ? []
      : [elementName(at, document)]
  })
  return headed(owners, label)
}

function rangeOf(
  path: Path,
  value: unknown,
  document: Case,
  numberOf: (source: Source) => number,
): Pick<LedgerRow, 'range'> {
  const range = rangeFor(path, document)
  if (!range || range.low === undefined || range.high === undefined) return {}
  return {
    range: {
      low: range.low,
      high: range.high,
      // Sources cited near an assumption give no range; only a published range is credited.
      sources: range.assumption ? [] : range.sources.map(numberOf),
      outside: outsideRange(path, value, document) !== undefined,
    },
  }
}
