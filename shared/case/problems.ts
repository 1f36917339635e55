import { z } from 'zod'

import { describe, inner, own } from './describe'
import type { FieldMeta } from './field'
import { capitalized, elementName, elementWord, headed, isWhole } from './names'
import { get, jsonPath, pathOf, type Path } from './path'
import { partnerClashes } from './partner/clashes'
import { notPlain } from '../plain-data'
import { clipped } from '../text'
import { caseSchema, component, origin, type Case } from './schema'
import { dayOf, inWords, timeOf } from './dates'
import { broughtUp, versions } from './versions'
import type { Version } from './versions/version'

/** An invalid entry: its field, and a sentence naming the field, the value, the limit and the next step. */
export interface CaseProblem {
  readonly path: Path
  /** The place in the JSON file. */
  readonly json: string
  readonly message: string
}

export type Parsed =
  { readonly ok: true; readonly value: Case } | { readonly ok: false; readonly problems: CaseProblem[] }

/** The most problems reported at once. */
const MOST_PROBLEMS = 100

/**
 * Reads a case from JSON data: an earlier version is migrated, and missing fields take their defaults. Never throws,
 * whatever the input.
 */
export const parseCase = (given: unknown, steps: readonly Version[] = versions): Parsed => read(given, steps, false)

/**
 * Like `parseCase`, for a complete document: no migration and no defaults, because a field missing here was lost, and its
 * default would silently replace the owner's entry.
 */
export const parseWholeCase = (given: unknown): Parsed => read(given, [], true)

function read(given: unknown, steps: readonly Version[], whole: boolean): Parsed {
  const foreign = notOurs(given)
  if (foreign) return { ok: false, problems: [{ path: '', json: '$', message: foreign }] }
  const strange = notPlain(given)
  if (strange) {
    const { keys, message } = strange
    return { ok: false, problems: [{ path: pathOf(given, keys), json: jsonPath(keys), message }] }
  }
  const data = broughtUp(given, steps)
  const result = caseSchema.safeParse(data)
  if (!result.success) {
    const issues = result.error.issues.slice(0, MOST_PROBLEMS)
    return { ok: false, problems: issues.map((issue) => problemOf(issue, data)) }
  }
  const lost = whole ? missingKeys(data, result.data) : []
  const problems = [...unknownKeys(caseSchema, data), ...lost, ...clashes(result.data)]
  // With duplicate ids, an origin's field is ambiguous.
  if (problems.length === 0) problems.push(...strayOrigins(data, result.data))
  return problems.length > 0
    ? { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
    : { ok: true, value: result.data }
}

function missingKeys(given: unknown, whole: unknown, keys: readonly PropertyKey[] = []): CaseProblem[] {
  if (whole === null || typeof whole !== 'object') return []
  return Object.entries(whole).flatMap(([key, value]): CaseProblem[] => {
    const at = [...keys, Array.isArray(whole) ? Number(key) : key]
    const member = (given as Record<string, unknown>)[key]
    if (member !== undefined) return missingKeys(member, value, at)
    const json = jsonPath(at)
    const message = `${json} is missing, and a case is stored only whole. Nothing was changed; open the case again.`
    return [{ path: at.map(String).join('/'), json, message }]
  })
}

function notOurs(data: unknown): string | undefined {
  if (
    data === null ||
    typeof data !== 'object' ||
    Array.isArray(data) ||
    (data as { app?: unknown }).app !== 'sell-or-stay'
  )
    return 'This is not a case file of Sell or Stay: it does not say "app": "sell-or-stay". Choose a file that this program has exported.'
  const { schemaVersion } = data as { schemaVersion?: unknown }
  const known = caseSchema.shape.schemaVersion.unwrap().value
  if (typeof schemaVersion === 'number' && schemaVersion > known)
    return `This case file is of version ${schemaVersion}; this program reads up to version ${known}. Update the program, then open the file again.`
  return undefined
}

function problemOf(issue: z.core.$ZodIssue, data: unknown): CaseProblem {
  const path = pathOf(data, issue.path)
  return { path, json: jsonPath(issue.path), message: sentence(issue, path, data) }
}

const kinds = component.options.map(({ shape }) => shape.kind.value)

/** One sentence for the user: the field, the value, the limit, the next step. */
function sentence(issue: z.core.$ZodIssue, path: Path, data: unknown): string {
  const field = describe(path, data)
  const name = nameOf(path, data, field)
  const value = issue.path.reduce<unknown>(
    (node, key) => (node === null || node === undefined ? undefined : (node as Record<PropertyKey, unknown>)[key]),
    data,
  )
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    if (issue.origin === 'array')
      return `${capitalized(elementWord(path))}: at most ${String((issue as { maximum?: unknown }).maximum)} are possible, and here are ${(value as unknown[]).length}. Remove some.`
    if (issue.origin === 'string')
      return `${name}: the text is too long; at most ${String((issue as { maximum?: unknown }).maximum)} characters are possible. Shorten it.`
    return `${name}: ${amount(value, field)} is outside the limits. Enter ${limits(field, issue.code)}.`
  }
  if (field?.unit === 'date')
    return `${name}: ${shown(value)} is no day of the calendar. Enter a date such as 2027-06-30.`
  if (field?.unit === 'choice')
    return `${name}: ${shown(value)} is not one of the choices. Choose ${Object.keys(field.choices ?? {}).join(', ')}.`
  if (field?.min !== undefined)
    return `${name}: ${shown(value)} is not a ${issue.code === 'invalid_type' && issue.expected === 'int' ? 'whole number' : 'number'}. Enter ${limits(field)}.`
  if (path === 'schemaVersion')
    return `schemaVersion: ${shown(value)} is no version of a case file. Write a whole number without quotation marks, as the program that wrote the file did.`
  if (value === undefined) return `${name} is missing. Add it.`
  if (path === 'origins' || path.startsWith('origins/'))
    return `${name}: ${shown(value)} says nothing of where a value comes from. Write ${origin.options.map((one) => `"${one}"`).join(', ')}.`
  if (field?.unit === 'text') return `${name}: ${shown(value)} is not a text. Put it in quotation marks.`
  if (field?.unit === 'yesNo') return `${name}: ${shown(value)} is neither yes nor no. Enter true or false.`
  if (issue.path.at(-1) === 'id')
    return `${name}: ${shown(value)} cannot be an id. Use 1 to 40 letters, digits and hyphens.`
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind')
    return `${name}: there is no component of the kind ${shown(value)}. Choose ${kinds.join(', ')}.`
  return `${name}: ${shown(value)} cannot stand here (${issue.message}).`
}

/** The name by which a user knows a field, with its offer or component. */
export function nameOf(path: Path, data: unknown, field: FieldMeta | undefined = describe(path, data)): string {
  const owners = ownersOf(path, data)
  const label = labelOf(path, field)
  return owners.length > 0 ? `${label} (${owners.join(', ')})` : label
}

/** As `nameOf`, at the head of a row: "Staff: cost growth", "Harbor, Escrow: released after". */
export function rowNameOf(path: Path, data: unknown, field: FieldMeta | undefined = describe(path, data)): string {
  return headed(ownersOf(path, data), labelOf(path, field))
}

const labelOf = (path: Path, field: FieldMeta | undefined): string =>
  field?.label ?? (clipped(path, 200) || 'The case file')

/** The names of the list elements on the way to a field. */
function ownersOf(path: Path, data: unknown): string[] {
  const keys = path.split('/')
  return keys.flatMap((_, i) => {
    const at = keys.slice(0, i + 1).join('/')
    const item = get(data, at) as { id?: unknown } | null | undefined
    if (i === keys.length - 1 || typeof item?.id !== 'string') return []
    // Only list elements have an id; in anything else it is an error.
    const list = get(data, keys.slice(0, i).join('/'))
    if (!Array.isArray(list) || isWhole(keys[i - 1], list)) return []
    return [clipped(elementName(at, data), 60)]
  })
}

/** The allowed values. The upper limit of amounts only guards against typos, so it is mentioned only if exceeded. */
function limits(field: FieldMeta | undefined, broken?: 'too_small' | 'too_big'): string {
  if (field?.min === undefined || field.max === undefined) return 'another value'
  if (field.unit === 'usd' && field.max >= 1e10) {
    if (broken === 'too_big') return `at most ${amount(field.max, field)}`
    if (field.min < 0) return broken ? `at least ${amount(field.min, field)}` : 'an amount in dollars'
    return 'an amount of 0 dollars or more'
  }
  return `a value from ${amount(field.min, field)} to ${amount(field.max, field)}${unitWords(field)}`
}

/** The word behind a number: " months". */
export const unitWords = ({ unit }: FieldMeta): string =>
  ['years', 'months', 'days', 'hours'].includes(unit) ? ` ${unit}` : ''

/** A value as shown to a user, in the unit of its field. */
export function amount(value: unknown, field: FieldMeta | undefined): string {
  if (typeof value !== 'number') return shown(value)
  const text = (x: number) => String(Number(x.toPrecision(12))).replace('-', '−')
  if (field?.unit === 'rate') return `${text(value * 100)}%`
  if (field?.unit === 'usd') return `${value < 0 ? '−' : ''}$${dollars(Math.abs(value))}`
  return text(value)
}

/** Shortens numbers with too many digits to read. */
const dollars = (size: number): string =>
  size < 1e15 ? size.toLocaleString('en-US') : size.toExponential().replace('e+', ' × 10^')

const shown = (value: unknown): string => clipped(JSON.stringify(value) ?? 'nothing', 60)

/** A misspelled key in a file would otherwise silently become a default. */
function unknownKeys(schema: z.ZodType, data: unknown, keys: readonly PropertyKey[] = []): CaseProblem[] {
  if (data === null || typeof data !== 'object') return []
  const type = inner(schema)
  if (type instanceof z.ZodArray)
    return (data as unknown[]).flatMap((item, i) => unknownKeys(type.element as z.ZodType, item, [...keys, i]))
  if (type instanceof z.ZodDiscriminatedUnion) {
    const kind = (data as { kind?: unknown }).kind
    const option = (type.options as z.ZodObject[]).find((o) => (o.shape['kind'] as z.ZodLiteral).value === kind)
    return option ? unknownKeys(option, data, keys) : []
  }
  if (!(type instanceof z.ZodObject)) return []
  const shape = type.shape as Record<string, z.ZodType>
  return Object.entries(data).flatMap(([key, value]) => {
    const at = [...keys, key]
    const field = own(shape, key)
    if (field) return unknownKeys(field, value, at)
    return [
      {
        path: at.join('/'),
        json: jsonPath(at),
        message: `There is no field "${clipped(key, 60)}" at ${jsonPath(keys)}. Check the spelling, or remove it.`,
      },
    ]
  })
}

/** Origins may only refer to existing fields. Checked on the raw file: parsing drops a key such as `__proto__`. */
function strayOrigins(data: unknown, value: Case): CaseProblem[] {
  return Object.keys((data as { origins?: object }).origins ?? {})
    .filter((path) => describe(path, value) === undefined)
    .map((path) => ({
      path: `origins/${path}`,
      json: jsonPath(['origins', path]),
      message: `There is no field "${clipped(path, 120)}" of which $.origins could say where its value comes from. Check the spelling, or remove it.`,
    }))
}

/** Rules across fields: dates before the plan starts, duplicate ids. */
function clashes(value: Case): CaseProblem[] {
  const found: CaseProblem[] = []
  const { startYear } = value.assumptions
  const at = (keys: PropertyKey[], message: string) =>
    found.push({ path: pathOf(value, keys), json: jsonPath(keys), message })
  const notBefore = (keys: PropertyKey[], day: string) => {
    if (timeOf(dayOf(day), startYear) >= 0) return
    at(
      keys,
      `${nameOf(pathOf(value, keys), value)}: ${inWords(day)} is before the plan starts. Enter January 1, ${startYear}, or a later date.`,
    )
  }
  notBefore(['owner', 'retirement'], value.owner.retirement)
  // Alternatives outside the comparison may keep invalid dates until they are included.
  value.offers.forEach((offer, i) => {
    if (!offer.include) return
    notBefore(['offers', i, 'closing'], offer.closing)
    if (offer.retirement) notBefore(['offers', i, 'retirement'], offer.retirement)
    if (offer.job.ends) notBefore(['offers', i, 'job', 'ends'], offer.job.ends)
    if (offer.leaving.on) notBefore(['offers', i, 'leaving', 'on'], offer.leaving.on)
    if (offer.retained.exitAt) notBefore(['offers', i, 'retained', 'exitAt'], offer.retained.exitAt)
    offer.assetsSold.forEach(({ on }, j) => {
      if (on) notBefore(['offers', i, 'assetsSold', j, 'on'], on)
    })
  })
  const { sellPrivately, stepBack } = value.alternatives
  if (sellPrivately.include) {
    sellPrivately.tranches.forEach(({ on }, i) => notBefore(['alternatives', 'sellPrivately', 'tranches', i, 'on'], on))
    if (sellPrivately.workAfter) notBefore(['alternatives', 'sellPrivately', 'workAfter'], sellPrivately.workAfter)
  }
  if (stepBack.include) notBefore(['alternatives', 'stepBack', 'hireDate'], stepBack.hireDate)
  if (timeOf(dayOf(value.owner.birthDate), startYear) >= 0)
    at(
      ['owner', 'birthDate'],
      `Date of birth: ${inWords(value.owner.birthDate)} is after the plan starts. Enter an earlier date.`,
    )
  if (value.owner.spouseBirthDate && timeOf(dayOf(value.owner.spouseBirthDate), startYear) >= 0)
    at(
      ['owner', 'spouseBirthDate'],
      `Your spouse’s date of birth: ${inWords(value.owner.spouseBirthDate)} is after the plan starts. Enter an earlier date.`,
    )
  const age = startYear - 1 - dayOf(value.owner.birthDate).year
  const oldest = describe('owner/horizonAge', value)!.max!
  if (age >= oldest)
    at(
      ['owner', 'birthDate'],
      `Date of birth: ${inWords(value.owner.birthDate)} makes you ${age} when the plan starts; a plan goes to ${oldest} at most. Enter a later date.`,
    )
  else if (value.owner.horizonAge <= age)
    at(
      ['owner', 'horizonAge'],
      `Plan to age: ${value.owner.horizonAge} is already reached when the plan starts, with ${inWords(value.owner.birthDate)} as your date of birth. Enter a greater age, or a later date of birth.`,
    )
  for (const { keys, message } of partnerClashes(value)) at([...keys], message)
  const unique = (node: unknown, keys: readonly PropertyKey[]): void => {
    if (node === null || typeof node !== 'object') return
    if (!Array.isArray(node)) return Object.entries(node).forEach(([key, item]) => unique(item, [...keys, key]))
    const ids = node.map((item) => (item as { id: string }).id)
    node.forEach((item, i) => {
      if (ids.indexOf(ids[i]!) < i)
        at([...keys, i, 'id'], `The id "${ids[i]}" is used twice in ${jsonPath(keys)}. Give each element its own.`)
      unique(item, [...keys, i])
    })
  }
  unique(value, [])
  return found
}
