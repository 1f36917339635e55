import type { Case } from '../../shared/case/schema'
import { readinessOf } from '../../shared/checks/readiness'
import type { CaseFileContent } from '../../shared/host'
import { evaluateCase } from '../../shared/model'
import { savedBy } from './case-file'

/** What the user should know about a case file before importing it. @param text the file's */
export function contentOf(document: Case, text: string): CaseFileContent {
  const { blockers } = readinessOf(evaluateCase(document))
  return {
    name: document.name,
    practice: document.practice.name,
    offers: document.offers.map(({ name }) => name),
    startYear: document.assumptions.startYear,
    savedBy: savedBy(text),
    problems: blockers.filter(({ kind }) => kind === 'problem').map(({ message }) => message),
  }
}
