import type { Case } from '../../case/schema'

/** What the report is called, as a document and as a file's title. */
export const reportTitle = ({ name }: Pick<Case, 'name'>): string => `${name}: sell or stay`

/** What the published method is called. */
export const METHOD_TITLE = 'The method of Sell or Stay'
