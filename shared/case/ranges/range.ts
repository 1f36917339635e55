import type { Practice } from '../schema'

/**
 * The interest of a figure's author. Published ranges for the same practice differ by a factor of two to three because
 * of it.
 */
export type Bias =
  'earns when a sale closes' | 'recruits sellers' | 'keeps clients who stay' | 'sells coaching' | 'neutral'

export interface Source {
  readonly cite: string
  /** Without https:// */
  readonly address: string
  /** Of publication or of the data, where known. */
  readonly date?: string
  /** A: a data set, a survey, the law, a law firm or an accountant. B: a named practitioner. C: a blog or marketing. */
  readonly confidence: 'A' | 'B' | 'C'
  readonly bias: Bias
}

/** A low and a high that somebody has published, in the unit of the field. */
export interface Band {
  readonly low: number
  readonly high: number
  /** What it applies to, if not to everything. */
  readonly of?: string
  readonly specialties?: readonly Practice['specialty'][]
  /** Applies if the named sibling fields have one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  /** Shown beside the others, never taken as the range of a field. */
  readonly aside?: true
  readonly note: string
  readonly sources: readonly [Source, ...Source[]]
}

/** No published range: the sentence explains the default. `low` and `high`, if given, are assumptions too. */
export interface Assumption {
  readonly assumption: true
  readonly note: string
  readonly low?: number
  readonly high?: number
  /** Related publications that give no range for this field. */
  readonly sources?: readonly Source[]
}

/** What is known about a field: bands, of which the first match counts; otherwise the assumption. */
export type Entry = Assumption | { readonly bands: readonly [Band, ...Band[]]; readonly otherwise?: Assumption }

/** Entries by field path without the ids of list elements, with a component's kind in place of its id. */
export type Entries = Readonly<Record<string, Entry>>

export const assumed = (note: string, more: Omit<Assumption, 'assumption' | 'note'> = {}): Assumption => ({
  assumption: true,
  note,
  ...more,
})
