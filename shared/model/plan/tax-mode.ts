import type { Context } from './context'

/** Whether income is taxed by the law, year by year, instead of at effective rates. */
export const isFederal = (ctx: Context): boolean => ctx.document.tax.mode === 'federal'
