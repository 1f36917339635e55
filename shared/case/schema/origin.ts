import { z } from 'zod'

/** Where the values of a case came from. */

/** Where a value came from. An unconfirmed field is `assumed`. */
export const origin = z.enum(['entered', 'letter of intent', 'assumed'])

/** Where a value was read. It applies only as long as the field has this value. */
export const quote = z.object({
  /** Name of the file. */
  document: z.string().max(200),
  /** Id under which the document is kept with the case; null where it is not. */
  kept: z.string().max(40).nullable().default(null),
  /** "p. 2", or cells: "B17 B18". */
  place: z.string().max(200),
  words: z.string().max(1000),
  value: z.union([z.number(), z.string().max(4000), z.boolean(), z.null()]),
})
