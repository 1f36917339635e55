/** Separate from the writer, which loads the whole model. */
export const WORKBOOK_ENDING = '.xlsx'
export const WORKBOOK_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
