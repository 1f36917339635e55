import { hash } from 'node:crypto'

import type { Case } from '../../shared/case/schema'

/** A case in twelve signs: files made of the same case have the same, and any other case has others. */
export const caseHash = (document: Case): string => hash('sha256', JSON.stringify(document), 'hex').slice(0, 12)
