import { hash } from 'node:crypto'

import { named } from '../../shared/case/names'
import type { Case } from '../../shared/case/schema'

/**
 * A case in twelve signs: files made of the same case have the same, and any other case has others. Report and workbook
 * say it, so that their reader knows whether they belong together.
 */
export const caseHash = (document: Case): string => hash('sha256', JSON.stringify(named(document)), 'hex').slice(0, 12)
