import { z } from 'zod'
import { text } from '../field'
import { partnerSchema } from '../partner/schema'
import { alternatives } from './alternatives'
import { assumptions } from './assumptions'
import { owner } from './household'
import { component, offer } from './offer'
import { origin, quote } from './origin'
import { practice } from './practice'
import { risk } from './risk'
import { tax } from './tax'

export { CAUSES } from './leaving'
export { component } from './offer'
export { origin } from './origin'

/**
 * A case: one owner, one practice, the offers. Every field carries its label, unit, bounds and default (../field.ts).
 * Money is in US dollars; yearly amounts are in dollars of year 1; rates and shares are fractions.
 * The id of a field as an input of the model is its path, with list elements addressed by id: `offers/harbor/job/rate`.
 */
export const SCHEMA_VERSION = 3

export const caseSchema = z.object({
  app: z.literal('sell-or-stay').default('sell-or-stay'),
  schemaVersion: z.literal(SCHEMA_VERSION).default(SCHEMA_VERSION),
  name: text('Name of the case', 80, 'New case'),
  sample: z.boolean().default(false),
  practice: practice.prefault({}),
  owner: owner.prefault({}),
  assumptions: assumptions.prefault({}),
  tax: tax.prefault({}),
  offers: z.array(offer).max(8).default([]),
  alternatives: alternatives.prefault({}),
  risk: risk.prefault({}),
  /** No figure rests on it. */
  partner: partnerSchema.prefault({}),
  /** Path of a field → where its value came from; a path that is missing is assumed. */
  origins: z.record(z.string(), origin).default({}),
  /** Path of a field → the words of a document from which its value was taken. */
  quotes: z.record(z.string().max(300), quote).default({}),
})

export type Case = z.output<typeof caseSchema>
export type Practice = Case['practice']
export type Offer = Case['offers'][number]
export type Component = z.output<typeof component>
export type Cost = Practice['costs'][number]
export type Origin = z.output<typeof origin>
export type Quote = z.output<typeof quote>
