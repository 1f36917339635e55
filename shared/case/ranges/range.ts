import type { Practice } from '../schema'

/** What the author of a figure lives on. Published ranges differ by two to three times for the same practice because of it. */
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
  /** Whom or what it holds for, where it does not hold for all. */
  readonly of?: string
  readonly specialties?: readonly Practice['specialty'][]
  /** Holds where the named fields beside this one have one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>
  /** Shown beside the others, never taken as the range of a field. */
  readonly aside?: true
  readonly note: string
  readonly sources: readonly [Source, ...Source[]]
}

/** No published range: the sentence says why the default is what it is. `low` and `high`, if given, are assumptions too. */
export interface Assumption {
  readonly assumption: true
  readonly note: string
  readonly low?: number
  readonly high?: number
  /** What is published nearby, though it gives no range for this field. */
  readonly sources?: readonly Source[]
}

/** What is known about a field: bands, the first that fits counts; where none fits, the assumption. */
export type Entry = Assumption | { readonly bands: readonly [Band, ...Band[]]; readonly otherwise?: Assumption }

/** Entries by the path of their field without the ids of list elements, the kind of a component in place of its id. */
export type Entries = Readonly<Record<string, Entry>>

export const assumed = (note: string, more: Omit<Assumption, 'assumption' | 'note'> = {}): Assumption => ({
  assumption: true,
  note,
  ...more,
})
