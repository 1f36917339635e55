import { stateTaxFlat } from './0002-state-tax-flat'
import { partnerOwnership } from './0003-partner-ownership'
import type { Version } from './version'

/**
 * In the order of their versions, without a gap to SCHEMA_VERSION: a file `NNNN-name.ts` a step, each with a test of its
 * own that starts from a document of the version before. A new field with a default needs no step; one that is renamed,
 * moved or means something else does.
 */
export const versions: readonly Version[] = [stateTaxFlat, partnerOwnership]

/** A document as the newest version writes it, whether it comes from a file or from the database. */
export function broughtUp(data: unknown, steps: readonly Version[] = versions): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data
  const { schemaVersion } = data as { schemaVersion?: unknown }
  // Without a version it is taken for one of today, as the schema does.
  if (typeof schemaVersion !== 'number') return data
  return steps
    .filter(({ to }) => to > schemaVersion)
    .reduce<Record<string, unknown>>(
      (document, { to, up }) => ({ ...up(document), schemaVersion: to }),
      data as Record<string, unknown>,
    )
}
