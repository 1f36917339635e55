/** The id of the explanation, which the explained term or field references with aria-describedby. */
export const TIP = 'term-tip'
