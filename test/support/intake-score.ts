// Compares what was read from a document with the truth, by the rules of the corpus: shares and amounts agree within
// half a percent or a dollar, days exactly, names by their words; a value that is not stated counts as invented; a
// contradiction counts as right if it is asked about.
import type { FileRead } from '../../shared/intake/read'

type Value = number | string | boolean
export interface Truth {
  readonly file: string
  readonly outcome: 'read' | 'refused' | 'ask'
  readonly fields: Readonly<Record<string, Value>>
  readonly optional?: Readonly<Record<string, Value>>
  readonly quotes?: Readonly<Record<string, string>>
  readonly places?: Readonly<Record<string, unknown>>
  readonly accept?: Readonly<Record<string, readonly Value[]>>
  readonly equivalents?: Readonly<Record<string, readonly (readonly [string, Value])[]>>
  readonly ambiguous?: readonly { readonly path: string; readonly candidates: readonly Value[] }[]
  readonly notStated?: readonly string[]
  readonly addBacks?: readonly { readonly amount: number; readonly cell: string }[]
  readonly rows?: readonly { readonly cell: string; readonly amount: number; readonly line: string }[]
  readonly notCounted?: readonly { readonly cell: string; readonly amount: number }[]
}

export interface Score {
  right: number
  optional: number
  required: number
  wrong: string[]
  invented: string[]
  missing: string[]
  notAsked: string[]
  addBacks: string[]
}

const words = (text: Value): string =>
  String(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function same(path: string, truth: Value, read: Value): boolean {
  if (typeof truth !== typeof read) return false
  if (typeof truth === 'boolean') return truth === read
  if (typeof truth === 'number') {
    const money = Math.abs(truth) >= 1000 || /\.(?:amount|netIncome|collections)$/.test(path)
    return Math.abs(truth - (read as number)) <= Math.max(1e-9, 0.005 * Math.abs(truth), money ? 1 : 0)
  }
  const [a, b] = [words(truth), words(read)]
  return a === b || (path.endsWith('.buyer') && Math.min(a.length, b.length) >= 6 && (a.includes(b) || b.includes(a)))
}

const FOLLOWS = new Set(['kind', 'label', 'name', 'id', 'stated', 'basis', 'evidence', 'behaviour', 'growth'])

export function score(truth: Truth, { fields, questions, addBacks }: FileRead): Score {
  const result: Score = {
    right: 0,
    optional: 0,
    required: 0,
    wrong: [],
    invented: [],
    missing: [],
    notAsked: [],
    addBacks: [],
  }
  const asked = new Set(questions.map(({ path }) => path))
  const used = new Set<string>()
  const agrees = (path: string, wanted: Value): boolean =>
    [wanted, ...(truth.accept?.[path] ?? [])].some((value) => same(path, value, fields[path]!.value))
  for (const [path, wanted] of Object.entries(truth.fields)) {
    result.required++
    const others = (truth.equivalents?.[path] ?? []).filter(([other]) => other in fields)
    for (const [other] of others) used.add(other)
    if (path in fields) {
      used.add(path)
      if (agrees(path, wanted)) result.right++
      else result.wrong.push(`${path}: ${fields[path]!.value}, should be ${wanted}`)
    } else if (others.some(([other, value]) => same(other, value, fields[other]!.value))) result.right++
    else result.missing.push(`${path}: ${wanted}${asked.has(path) ? ' (asked)' : ''}`)
  }
  for (const [path, wanted] of Object.entries(truth.optional ?? {})) {
    if (!(path in fields) || used.has(path)) continue
    used.add(path)
    if (agrees(path, wanted)) result.optional++
    else result.wrong.push(`${path}: ${fields[path]!.value}, should be ${wanted}`)
  }
  for (const { path, candidates } of truth.ambiguous ?? []) {
    used.add(path)
    if (path in fields && !candidates.some((value) => same(path, value, fields[path]!.value)))
      result.wrong.push(`${path}: ${fields[path]!.value}, one of ${candidates.join(', ')}`)
    else if (!asked.has(path)) result.notAsked.push(path)
  }
  const part = (path: string): string | undefined => /^offers\.o\d+\.components\.[A-Za-z]+-\d+/.exec(path)?.[0]
  const parts = new Set(
    [
      ...Object.keys(truth.fields),
      ...Object.keys(truth.optional ?? {}),
      ...(truth.ambiguous ?? []).map(({ path }) => path),
    ].map(part),
  )
  for (const [path, { value }] of Object.entries(fields)) {
    if (used.has(path) || FOLLOWS.has(path.split('.').at(-1)!)) continue
    const strange = part(path) !== undefined && !parts.has(part(path))
    if ((truth.notStated?.includes(path) || strange) && value !== 0 && value !== false && value !== 'none')
      result.invented.push(`${path}: ${value}`)
  }
  const left = [...(truth.addBacks ?? [])]
  if (truth.addBacks)
    for (const { cell, amount } of addBacks) {
      const at = left.findIndex((one) => one.cell === cell || Math.abs(one.amount - amount) <= 1)
      if (at < 0) result.addBacks.push(`no add-back: ${cell} ${amount}`)
      else left.splice(at, 1)
    }
  result.addBacks.push(...left.map(({ cell, amount }) => `missing add-back: ${cell} ${amount}`))
  return result
}
