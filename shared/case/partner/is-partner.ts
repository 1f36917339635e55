import type { Path } from '../path'

/**
 * Whether a field is about the organization behind an offer rather than money: no figure depends on it, and it has no
 * origin, since each fact states its source and date.
 */
export const isPartner = (path: Path): boolean => /^(partner|offers\/[^/]+\/partner)\//.test(path)
