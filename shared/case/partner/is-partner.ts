import type { Path } from '../path'

/**
 * Whether a field is about the organization behind an offer and not about money: no figure rests on it, and it has no
 * origin, since each fact says by whom and when.
 */
export const isPartner = (path: Path): boolean => /^(partner|offers\/[^/]+\/partner)\//.test(path)
