/** The id of the explanation: a term or a field that it explains names it as its description. */
export const TIP = 'term-tip'
