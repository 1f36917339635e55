import { isRecord } from './is-record'
import type { Version } from './version'

/**
 * State tax by the law is new in version 2, and the default there. A case of version 1 was computed at flat rates: it
 * keeps them, and its figures, until the owner chooses otherwise.
 */
export const stateTaxFlat: Version = {
  to: 2,
  up(document) {
    const { tax } = document
    if (!isRecord(tax)) return { ...document, tax: tax ?? { federal: { stateTax: 'flat' } } }
    const { federal } = tax
    if (federal !== undefined && !isRecord(federal)) return { ...document }
    return { ...document, tax: { ...tax, federal: { stateTax: 'flat', ...federal } } }
  },
}
