import type { ReportPart } from '../../host'
import type { Dollars } from '../money'

/** What the analyses of a report depend on. */
export interface AnalysesAsked {
  readonly dollars: Dollars
  readonly parts: readonly ReportPart[]
}

/** Parts with analyses of their own. Apart from the analyses, so that the host knows them without loading the model. */
export const PARTS_ANALYZED = ['brief', 'risk'] as const satisfies readonly ReportPart[]
