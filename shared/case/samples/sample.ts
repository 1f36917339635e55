import type { z } from 'zod'

import { parseCase } from '../problems'
import type { Case, caseSchema, Origin } from '../schema'

/** An invented case with plausible figures, to look at and to change. */
export interface Sample {
  /** The word by which the command line calls it. */
  readonly name: string
  readonly title: string
  /** One or two sentences: who asks what. */
  readonly summary: string
  readonly document: Case
}

export type CaseInput = z.input<typeof caseSchema>

/**
 * A sample from its document, which is read when it is first asked for: the program starts without one. Reading throws
 * if the document does not pass as a case file would have to.
 */
export function sampleOf({ document, ...rest }: Omit<Sample, 'document'> & { readonly document: CaseInput }): Sample {
  let read: Case | undefined
  return {
    ...rest,
    get document() {
      if (read) return read
      const parsed = parseCase({ app: 'sell-or-stay', ...document })
      if (!parsed.ok)
        throw new Error(`The sample ${rest.name}: ${parsed.problems.map(({ message }) => message).join(' ')}`)
      return (read = parsed.value)
    },
  }
}

/** Marks fields below one place as coming from one origin. */
export const from = (origin: Origin, place: string, fields: readonly string[]): Record<string, Origin> =>
  Object.fromEntries(fields.map((field) => [`${place}/${field}`, origin]))
