import { notPlain } from '../../plain-data'
import { clipped } from '../../text'
import { FILING_STATUSES, type FilingStatus } from '../parameters'
import type { Computed } from './figures'
import { additionalMedicare, federal, niit, ordinaryTax, qbi, salt } from './household'
import { installment, installmentBusiness, installmentRevised } from './installment'
import { isRecord, Refusal, sentences, shown } from './refusal'
import { KINDS, SALE_KINDS, type Inputs, type Kind } from './schema'
import { state } from './state'

export interface TaxCaseResult {
  readonly id: string
  readonly computed: Computed
}
export type TaxCases =
  { readonly ok: true; readonly results: TaxCaseResult[] } | { readonly ok: false; readonly problems: string[] }

/** Cases come by the thousand, each with some thirty values. */
const MOST_VALUES = 5_000_000

const CASE_KEYS = ['id', 'source', 'year', 'filingStatus', 'inputs', 'expected', 'tolerance', 'note']

/**
 * Computes tax cases given as data: `[{ id, year, filingStatus, inputs: { kind, … } }]`. Where a case has `expected`,
 * `computed` has its keys, else all that its kind knows. Whatever cannot be computed is refused with a sentence each.
 */
export function computeTaxCases(cases: unknown): TaxCases {
  if (!Array.isArray(cases))
    return { ok: false, problems: ['Tax cases must be a list: [{ id, year, filingStatus, inputs }].'] }
  const strange = notPlain(cases, MOST_VALUES)
  if (strange) return { ok: false, problems: [strange.message] }
  const results: TaxCaseResult[] = []
  const problems: string[] = []
  cases.forEach((item: unknown, i) => {
    const name = nameOf(item, i)
    try {
      const { id, computed } = computeCase(item)
      results.push({ id, computed })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const sentence of error.sentences) problems.push(`${name}: ${sentence}`)
    }
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, results }
}

function computeCase(item: unknown): TaxCaseResult {
  if (!isRecord(item)) throw new Refusal('a case is an object with id, year, filingStatus and inputs.')
  const unknown = Object.keys(item).filter((key) => !CASE_KEYS.includes(key))
  if (unknown.length > 0)
    throw new Refusal(
      ...unknown.map((key) => `there is no key "${clipped(key, 60)}"; a case has ${CASE_KEYS.join(', ')}.`),
    )
  const { id, year, inputs: given, expected } = item
  if (typeof id !== 'string' || id === '') throw new Refusal('id must be a text.')
  if (!Number.isInteger(year)) throw new Refusal(`year must be a calendar year, not ${shown(year)}.`)
  if (!isRecord(given)) throw new Refusal('inputs must be an object with a kind.')
  const { kind } = given
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind))
    throw new Refusal(`there is no kind of case ${shown(kind)}; known are ${Object.keys(KINDS).join(', ')}.`)
  const status = statusOf(item['filingStatus'], kind as Kind)
  const parsed = KINDS[kind as Kind].safeParse(given)
  if (!parsed.success)
    throw new Refusal(...parsed.error.issues.flatMap((issue) => sentences(issue, kind as Kind, given)))
  const computed = compute(parsed.data as Inputs, year as number, status)
  if (expected === undefined) return { id, computed }
  if (!isRecord(expected)) throw new Refusal('expected must be an object of figures.')
  const picked: Computed = {}
  for (const key of Object.keys(expected)) {
    const value = computed[key]
    if (value === undefined)
      throw new Refusal(
        `"${clipped(key, 60)}" is not computed for the kind ${kind}; known are ${clipped(Object.keys(computed).join(', '), 1000)}.`,
      )
    picked[key] = value
  }
  return { id, computed: picked }
}

function compute(inputs: Inputs, year: number, status: FilingStatus): Computed {
  switch (inputs.kind) {
    case 'federal':
      return federal(inputs, year, status)
    case 'ordinaryTax':
      return ordinaryTax(inputs, year, status)
    case 'niit':
      return niit(inputs, year, status)
    case 'additionalMedicare':
      return additionalMedicare(inputs, year, status)
    case 'salt':
      return salt(inputs, year, status)
    case 'qbi':
      return qbi(inputs, year, status)
    case 'installment':
      return installment(inputs)
    case 'installmentRevised':
      return installmentRevised(inputs)
    case 'installmentBusiness':
      return installmentBusiness(inputs)
    case 'state':
      return state(inputs, year, status)
  }
}

/** The statuses as state cases spell them. */
const SPELLED_OUT: Readonly<Record<string, FilingStatus>> = { joint: 'mfj', separate: 'mfs', headOfHousehold: 'hoh' }

function statusOf(given: unknown, kind: Kind): FilingStatus {
  if (SALE_KINDS.includes(kind) && (given === undefined || given === 'any')) return 'single'
  const inState = kind === 'state'
  const name = inState && typeof given === 'string' && Object.hasOwn(SPELLED_OUT, given) ? SPELLED_OUT[given] : given
  const known = FILING_STATUSES.find((status) => status === name)
  if (known) return known
  const names = inState ? ['single', ...Object.keys(SPELLED_OUT), 'qss'] : FILING_STATUSES
  throw new Refusal(`there is no filing status ${shown(given)}; known are ${names.join(', ')}.`)
}

const nameOf = (item: unknown, i: number): string =>
  isRecord(item) && typeof item['id'] === 'string' && item['id'] ? `Case "${clipped(item['id'], 60)}"` : `Case ${i + 1}`
