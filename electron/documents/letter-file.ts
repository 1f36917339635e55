/** Separate from the writer, whose library is loaded with the first letter. */
export const LETTER_ENDING = '.docx'
export const LETTER_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
