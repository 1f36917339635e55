import { get, type Path } from './path'
import type { Case, Component } from './schema'

/** The name of one element of each list. */
const ELEMENTS: Readonly<Record<string, string>> = {
  costs: 'cost',
  debts: 'loan',
  addBacks: 'add-back',
  oneOffs: 'one-off cost',
  taper: 'step to fewer days',
  family: 'family member',
  otherAssets: 'other asset',
  assetsSold: 'other asset sold',
  familyStays: 'family member who stays on',
  commitments: 'commitment',
  changes: 'change of tax rates',
  offers: 'offer',
  components: 'part of the price',
  outcomes: 'outcome',
  recapitalisations: 'recapitalization',
  stated: 'stated distribution',
  retention: 'retention bonus',
  forgivableLoans: 'forgivable loan',
  targets: 'target',
  tiers: 'tier of the fee',
  takeovers: 'cost taken over',
  tranches: 'part sold',
  organizations: 'organization',
  specialties: 'specialty',
  accreditations: 'accreditation',
  programs: 'quality program',
  calls: 'reference call',
  topics: 'topic',
  documents: 'document',
  questions: 'question',
  journal: 'journal entry',
  attorney: 'question for your attorney',
}

/** Components of the price are distinguished by kind before they are numbered. */
const PARTS: Readonly<Record<Component['kind'], string>> = {
  escrow: 'escrow',
  note: 'seller note',
  earnOut: 'earn-out',
  rolled: 'rolled equity',
}

type Item = Readonly<Record<'id' | 'kind' | 'name' | 'label' | 'cost' | 'member' | 'asset', unknown>>

/** The word for an element of the list at a path: "cost". */
export const elementWord = (list: Path): string => ELEMENTS[list.slice(list.lastIndexOf('/') + 1)] ?? 'entry'

/**
 * The name given to a list element; a takeover has that of its cost, a member who stays on that of the family member.
 * Undefined if there is none. `data` need not be a valid case.
 */
export function givenName(path: Path, data: unknown): string | undefined {
  const item = get(data, path) as Partial<Item> | null | undefined
  if (typeof item?.cost === 'string' && get(data, `practice/costs/${item.cost}`) !== undefined)
    return elementName(`practice/costs/${item.cost}`, data)
  if (typeof item?.member === 'string' && get(data, `practice/family/${item.member}`) !== undefined)
    return elementName(`practice/family/${item.member}`, data)
  if (typeof item?.asset === 'string' && get(data, `practice/otherAssets/${item.asset}`) !== undefined)
    return elementName(`practice/otherAssets/${item.asset}`, data)
  return [item?.name, item?.label].find((name): name is string => typeof name === 'string' && name.trim() !== '')
}

/** The name of a list element: its own, or otherwise by position: "2nd step to fewer days". */
export function elementName(path: Path, data: unknown): string {
  const list = path.slice(0, path.lastIndexOf('/'))
  return givenName(path, data) ?? placeOf(get(data, path) as Item, get(data, list) as readonly Item[], list)
}

function placeOf(item: Item, items: readonly Item[], list: Path): string {
  const part = list.endsWith('/components') ? PARTS[item.kind as Component['kind']] : undefined
  const alike = part ? items.filter(({ kind }) => kind === item.kind) : items
  const word = part ?? elementWord(list)
  return alike.length === 1 ? word : `${ordinal(alike.indexOf(item) + 1)} ${word}`
}

function ordinal(n: number): string {
  const ending = n % 100 > 10 && n % 100 < 14 ? undefined : ['st', 'nd', 'rd'][(n % 10) - 1]
  return `${n}${ending ?? 'th'}`
}

/**
 * The case as displayed: elements left unnamed are named by position. Returns the same object if everything has a name.
 */
export function named(document: Case): Case {
  const fill = (node: unknown, path: Path): unknown => {
    if (node === null || typeof node !== 'object') return node
    const filled = Object.entries(node).map(([key, item]): [string, unknown] => {
      if (!Array.isArray(node)) return [key, fill(item, path ? `${path}/${key}` : key)]
      const inside = fill(item, `${path}/${(item as Item).id as string}`) as Item
      const field = (['name', 'label'] as const).find((key) => typeof inside[key] === 'string')
      if (!field || (inside[field] as string).trim() !== '') return [key, inside]
      return [key, { ...inside, [field]: capitalized(placeOf(item as Item, node as Item[], path)) }]
    })
    if (filled.every(([key, item]) => item === (node as Record<string, unknown>)[key])) return node
    return Array.isArray(node) ? filled.map(([, item]) => item) : Object.fromEntries(filled)
  }
  return fill(document, '') as Case
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A label inside a sentence; the name of an offer before a colon keeps its capital, as does "EBITDA in the offer". */
export const lowered = (label: string): string =>
  /^[A-Z][a-z]/.test(label) && !label.includes(': ') ? label.charAt(0).toLowerCase() + label.slice(1) : label

/** A label headed by what it belongs to: "Staff: cost growth". */
export const headed = (owners: readonly string[], label: string): string =>
  owners.length === 0 ? label : capitalized(`${owners.join(', ')}: ${lowered(label)}`)

/** Whether the only element of a list is all there is of it, and needs no name: a practice sold in one part. */
export const isWhole = (list: string | undefined, elements: readonly unknown[]): boolean =>
  list === 'tranches' && elements.length === 1
