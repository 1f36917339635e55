/** Apart from the writer, which brings the whole model along. */
export const WORKBOOK_ENDING = '.xlsx'
export const WORKBOOK_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
