import { hash } from 'node:crypto'

import { named } from '../../shared/case/names'
import type { Case } from '../../shared/case/schema'

/**
 * A twelve-character fingerprint of a case: files made from the same case share it. The report and the workbook print
 * it, so that their reader knows whether they belong together.
 */
export const caseHash = (document: Case): string => hash('sha256', JSON.stringify(named(document)), 'hex').slice(0, 12)
