import type { ReportPart } from '../../host'
import type { Dollars } from '../money'

/** What the analyses of a report depend on. */
export interface AnalysesAsked {
  readonly dollars: Dollars
  readonly parts: readonly ReportPart[]
}

/** Parts with analyses of their own. Apart from the analyses, so that the host knows them without loading the model. */
export const PARTS_ANALYZED = ['brief', 'risk'] as const satisfies readonly ReportPart[]

/** Whether these parts show simulated results: the brief shows how far each path may stray, the chapter on risk all of it. */
export const showSimulations = (parts: readonly ReportPart[]): boolean =>
  parts.includes('brief') || parts.includes('risk')
