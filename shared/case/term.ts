import type { z } from 'zod'

/**
 * A field's traits other than its value: whether it is negotiable, whether it is uncertain, and when it counts.
 * It is declared where the field is (schema.ts), once, and read by what to ask for, the tornado, and the ledger of the
 * report. What goes into the JSON Schema stands in the field's own meta instead.
 */
export interface Term {
  /** It stands in a letter of intent and can be negotiated. */
  readonly ask?: Ask
  /** Not settled by signing: growth, markets, others' payments, taxes. */
  readonly unsure?: Probe
  /**
   * Whether an advisor should see it: a choice that decides something here, an open term that follows a rule, a number
   * that no other makes idle. Left out: choices and open terms are not shown, numbers that the model reads are.
   */
  readonly counts?: (beside: Values, offer: Values, document: Values) => boolean
  /** 0 means there is none, and the model then has no lines for it. */
  readonly optional?: true
}

/** The step in which a term is commonly moved, in the field's own unit, and its name among the asks of an offer. */
export interface Ask {
  readonly step: number
  readonly label: string
}

/** Without a published range: the change either way, in the field's unit or as a share of its value. */
export type Probe = { readonly by: number } | { readonly part: number }

/** The fields beside one, the terms of its offer, the whole case: as plain values, since the schema is still being made. */
export type Values = Readonly<Record<string, unknown>>

const terms = new WeakMap<z.ZodType, Term>()

/** Declares what a field is beside its value. */
export function term<Schema extends z.ZodType>(schema: Schema, declared: Term): Schema {
  terms.set(schema, declared)
  return schema
}

export const point = (label: string, points = 1): Ask => ({ step: points / 100, label })
export const dollars = (label: string, step: number): Ask => ({ step, label })

/** The traits declared on a schema or the schema it wraps; undefined if none. */
export const declaredOf = (schema: z.ZodType): Term | undefined => terms.get(schema)
