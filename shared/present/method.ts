import { method, methodText, type Section, type Unit } from '../formula'
import { VIEWS, type Outcome } from '../model'
import { ofTheLaw } from './workbook/layout'

/** The method's choices that an accountant might question, each a title and a paragraph. */
export const METHOD_NOTES: readonly (readonly [title: string, text: string])[] = [
  [
    'Years, days and dollars',
    'Model year n is a calendar year. Amounts are nominal; today’s dollars divide by the price level of the year. Dates are rounded to the nearest month boundary. Amounts for the practice, the job and the retained share are full-year amounts prorated for the months they run; a price on a given date is based on the full-year figures of its year.',
  ],
  [
    'Three views',
    'A payment that someone else may withhold has weight 0 in the noncontingent view, its probability in the expected view, and 1 in the maximum view. All three project practice profit, pay and investment returns, which no one guarantees. Each view is taxed on its own income. Wealth rises from view to view only until the first shortfall: spending that no account can cover is not carried forward as debt.',
  ],
  [
    'Timing and departures',
    'An unsold asset counts as unrealized value at the end of every year before the calendar year in which its proceeds are received. Whether you have left before a payment, or have completed a term, is decided in whole months. A departure entered after retirement has no effect. Nothing is clawed back and no exit is paid before closing. If closing is on the first day of a year, that year is contract year 1.',
  ],
  [
    'What a contract states',
    'Contracts state dollar amounts, so bonus and benefits stay flat unless an escalator is entered. An exit is stated by date or in months after closing; if both are entered, the date governs. Partners’ market pay and draws follow their own collections, including uplifts. Under a services agreement you remain the owner, and the sale at retirement is based on the collections, costs and EBITDA that the practice then has under the agreement.',
  ],
  [
    'Earn-outs',
    'Between floor and target an earn-out is interpolated, or, if the letter says so, paid in proportion to the whole result: then nothing is paid below the floor, and at the floor the payment starts at floor ÷ target of the maximum. A share of growth without a cap is paid on top of the price; its maximum, which also sets the gross-profit ratio, is the share of growth up to the best result you enter, or up to the projected result if that is higher. Targets with their own dates each earn their share of the earn-out on the full-year result of the year in which the period ends. With catch-up, every installment to date is owed once cumulative results reach cumulative targets; what a year has earned on its own stays earned. An earn-out with a probability counts each installment on its own date.',
  ],
  [
    'Leaving early',
    'A clawback may decline in equal steps with each full year served. A retention bonus is paid on its date, as wages, if you still work there. A forgivable loan is paid at closing in addition to the price; it is not income until an equal portion is forgiven for each full year worked, and that portion is wages. When you stop working, the cause decides how much of the balance you repay; the amount waived is wages too. Both count in every view, as does all pay for your own work, and the contract’s stated end of the job is treated like retirement. Unvested equity is forfeited on leaving before the exit, except for the share kept for that cause of leaving; such equity does not depend on the term. If the buyer may call equity, it is assumed to be called: a share of the practice on the day you leave, at its exit formula less the discount; rollover equity on the day of the exit, at its value then less the discount, since no earlier value is known. A forfeited share of the practice pays no distributions after you leave, unless the letter states them by year.',
  ],
  [
    'Equity outside the price',
    'Equity that you buy with your own money is paid for at closing and is not part of the price; the amount paid is its basis. Granted units (a profits interest) cost nothing: at the exit they are worth their share, after dilution, of the parent’s equity above the threshold; the threshold must include all claims that rank ahead. Their gain is long-term if you say so (26 U.S.C. §1061); otherwise it is taxed like interest. A loss on equity is not deducted.',
  ],
  [
    'What the seller pays at closing',
    'An audit or quality-of-earnings report that you pay for is a cost of the sale and reduces the gain, as the broker and the attorney do. A transaction bonus to your staff comes out of your price, with the employer’s payroll tax on it, and is deducted from ordinary income in the year of closing (from the gain if stock or units are sold). Tail coverage is your cost, in every view, until the letter says that the buyer pays; like the exit costs of a practice that you keep, it is not deducted. A lease guaranty that stays with you is shown as a warning, not an amount.',
  ],
  [
    'Family on the payroll',
    'Family members’ pay is already among the costs of the practice, so entering it does not change profit. It is household income, growing with inflation, for as long as you own the practice, and ends at closing, at the last private sale or at retirement; a family member whom the buyer keeps is paid the offer’s pay, flat, until the stated date. Under the law it is taxed with the spouse’s wages, including payroll tax; at effective rates, like wages. Pay above market, with the employer’s payroll tax, is added to discretionary earnings and EBITDA; a shortfall is deducted. If you retain a share of the practice, the work is done at market pay after closing.',
  ],
  [
    'Other assets',
    'Another asset pays you until it is sold: with an offer, at the offer’s price and date; otherwise at retirement, or never. Until then it counts as unrealized value: its own value less selling costs, debt and tax. Income and gain from an investment are subject to the net investment income tax; those from a business in which you work are not. You enter whether such a business is subject to self-employment tax. At effective rates, self-employment income is taxed like wages and all other income at the rate on practice profit. The practice’s pass-through entity tax covers neither these assets nor rent. Gain on a building is gain on real estate. Each principal installment is gain in the ratio of gain to price, with a building’s depreciation first (Treas. Reg. §1.453-12); ordinary income is taxed in full in the year of the sale. Installments carry a probability of payment, like a seller note; interest below the applicable federal rate and tax deferred above $5 million are not examined.',
  ],
  [
    'An associate who owns no practice',
    'An associate sells nothing. On the staying path, the present job pays until retirement: a percentage of the doctor’s own collections, a salary or a guarantee, with bonus and benefits; the practice’s own earnings do not matter. A job offered pays on its own terms from its first day, the present job until then, and contract years count from that first day. Sign-on and retention bonuses are wages on their dates and count in every view, as does all pay for your own work; equity counts as in any offer, and not at all in the noncontingent view. Before the job starts, it has no unrealized value. Any price, structure or price component entered is ignored, and the program says so. Under the law the household is taxed as an employee’s, whatever is entered for a practice. Benefits are taxed like pay. Buying into the practice is not modeled.',
  ],
  [
    'Repayment of a sign-on bonus',
    'A sign-on bonus must be repaid if you leave before the term ends, in the clawback share for the cause of leaving. Repayment in the year of the bonus reduces wages; repayment in a later year does not recover the tax, since relief (26 U.S.C. §1341) depends on comparing the tax of two years. An owner’s sign-on bonus is paid in addition to the price and follows the same rule.',
  ],
  [
    'Basis and unpaid price',
    'The tax basis of what is sold is allocated by dollars to the taxed price and all rollover equity, and is deducted once, however many components are rolled over. The gross-profit ratio of a zero or negative price is 0. Price that is never paid is a capital loss in the year of the last scheduled payment, to the extent that it would not have been gain; if the ratio is 0, only unrecovered basis is a loss, which reduces tax once, at the rate on gain. Working capital owed in excess of the closing payment reduces the gain on the last payment, so that the tax at closing is never negative. Rollover equity that is lost entirely has a return of −100%.',
  ],
  [
    'Unfunded spending',
    'A shortfall that no account can cover reduces no balance and is not carried forward as debt, so a path that runs out of money looks better by that amount. The lead over keeping shows it separately. Paths that differ by less than a dollar are treated as equal.',
  ],
  [
    'Tax at effective rates',
    'Each kind of income is multiplied by its rate. Losses count at the rate on gain. Because a joint venture’s profit is taxed even if it is not distributed, lower profit is better for an owner whose distributions are less than the tax on it.',
  ],
  [
    'Effective rates estimated from the law',
    'On request, the program computes every path by federal and state law and puts the resulting effective rates into the case as assumptions, rounded to a tenth of a percent. For each kind of income, the rate is the tax on it divided by that income, summed over all years and all compared paths in the expected view. It is an average, because an effective rate is applied to all income of its kind. Tax on work is divided between practice income and pay in proportion to income; the tax on a spouse’s wages alone counts toward the rate on wages. Other kinds are stacked in this order: Social Security on top of work, then withdrawals; for a sale, wage-type earn-outs on top of the year’s income, then ordinary income, interest, gain and passive gain. With the unrounded rates, the same income bears the same total tax across the paths, though not in each year or on each path. A kind of income that no path has keeps the rate entered.',
  ],
  [
    'Tax under the law',
    'The household’s return is computed three times a year: with practice and job beside the spouse’s wages; with Social Security and withdrawals too; and with dated cash flows. The tax on work, on other income and on the sale is what each step adds. Pay and take-home therefore do not depend on account balances, and the tax on a sale is the year’s tax with it less the year’s tax without it. Thresholds that the law indexes grow with inflation after 2026. A withdrawal at the end of a year is taxed with the income of the next. Age 65 is reached on the day before the birthday, a year earlier for anyone born on January 1; required distributions follow the birthday itself (Reg. §1.401(a)(9)-2). Effective rates that change in a later year do not alter this computation: only the rates on plan withdrawals and on gain count, to value what is never withdrawn or sold.',
  ],
  [
    'How the practice is taxed',
    'A sole proprietor and a partner pay self-employment tax on all profit. The owner of an S corporation is paid the wages entered, at most the profit; the employer’s half of payroll tax on them is part of the tax. A C corporation is assumed to pay out all its earnings as wages. A C corporation that sells its assets is taxed at 21%, and its owner on the remainder; its stock is assumed to have the same basis as its assets.',
  ],
  [
    'Unsold assets',
    'A practice, a retained share or a building to be sold in a later year is valued in each earlier year at what its terms would pay then, less tax: at the effective rate, or under the law at the average rate that the sale bears in its own year. A building that is never sold, and money in tax-deferred accounts, are valued with the effective rates entered.',
  ],
  [
    'Tax on closing proceeds',
    'Under the law, this is the tax added on top of the year’s income in the expected view, so it is the same in all views.',
  ],
  [
    'Debt that stays with the practice',
    'A value is assumed to be debt-free and cash-free, as most letters intend: if the debt stays, the price of the share sold is its portion of the value less the debt at closing. Choose otherwise where the letter prices the equity itself. Price and basis are both counted without the debt: enter the basis of your equity. The exit of your retained share is priced in the same way.',
  ],
  [
    'Profit that is taxed but not paid out',
    'The owner of a share is taxed on all of its profit. Profit that is not distributed, or that repays debt, raises the basis of the share (26 U.S.C. §§705, 1367), so that it is not taxed again at the exit. Where that money goes is a choice: spent on growth, it shows only in the price; kept in the practice as cash, it is paid with the exit, at the exit’s probability. In each view the basis rises by what that view is taxed on.',
  ],
  [
    'Notes that pay little or no interest',
    'Under the law, a note that pays less than the applicable federal rate for its weighted average maturity is split: its price is what its payments are worth at that rate, the rest is interest (26 U.S.C. §1274). The interest accrues from anniversary to anniversary and is taxed in the year in which the contract year ends, paid or not (§1272); the election to report it as it is paid (§1274A(c)) is not taken. Neither the payments nor the total amount taxed changes: gain becomes interest. The installments of another asset are split in the same way. Escrows and earn-outs are treated entirely as price, with a question for your CPA (§483). At effective rates, a note is taxed as written.',
  ],
  [
    'Interest on the tax that large notes defer',
    'Under the law, if the notes given to one person in a year exceed $5 million: each year, the gain in the balance owed at year-end × the highest rate on it (20%, or 21% for a C corporation’s assets) × the portion of the notes above $5 million when issued × the underpayment rate (26 U.S.C. §453A). It is a separate line in the tax on the sale and is not deductible. The notes of the practice and the installments of other assets sold in the same year count together, unless a C corporation holds the notes; escrows, earn-outs and sales for $150,000 or less are not counted.',
  ],
  [
    'The building and the tax on investment income',
    'Rent from a practice in which you own a share and work is not investment income, nor is the gain if the building is sold meanwhile (Treas. Reg. §1.469-2(f)(6), §1.1411-4(g)(6)). Once you have sold the practice or stopped working in it, on any path, the rent is. The gain follows 24 months later, or immediately if the building is worth at most 120% of its basis (§1.469-2(c)(2)(iii)); the rule’s other test, 20% of the holding period, is not applied because the purchase date is not known. At effective rates, rent is taxed at the rate on practice profit and the gain at the rate on long-term gain, as you entered them.',
  ],
  [
    'Required distributions',
    'Last year’s balance divided by the law’s life expectancy: from the Uniform Lifetime Table, or, for a spouse who is the sole beneficiary and more than ten years younger, from the Joint and Last Survivor Table (Treas. Reg. §1.401(a)(9)-9). Ages are those reached in the year. A person who files as single is assumed to have no spouse.',
  ],
  [
    'What is simplified',
    'State tax at flat rates uses the same rates in every year, on income after half of self-employment tax and after capital losses as the federal return takes them; under the law of the state it is computed year by year. Whoever owes minimum tax itemizes where that costs less, even if the standard deduction is greater; the state return is computed as if they had not. No look-back under §1231, no credit for alternative minimum tax, no income-related Medicare surcharge, no penalty on withdrawals before 59½. The household files one return; capital losses are carried forward within the statutory limit.',
  ],
]

/** A number or a table taken from the law or a publication. */
export interface CitedNumber {
  readonly label: string
  /** As it is written: "$184,500", "6.2%"; a table has "7 steps". */
  readonly written: string
  readonly year: number | string | undefined
  readonly source: string
}

/** Those that a case's formulas read, tables last. */
export function citedNumbers(outcome: Outcome): CitedNumber[] {
  const { constants, tables } = ofTheLaw(outcome.structure.graph.lines)
  return [
    ...constants.map(({ value, unit, cited: { label, year, source } }) => ({
      label,
      written: written(value, unit),
      year,
      source,
    })),
    ...tables.map(({ label, source, keys }) => ({
      label,
      written: `${keys.length} steps`,
      year: undefined,
      source,
    })),
  ]
}

/** A number of the law with its unit; a fraction is a rate, however the formulas measure it. */
function written(value: number, unit: Unit | undefined): string {
  if (value > 0 && value < 1) return `${Number((100 * value).toFixed(4))}%`
  return `${unit === 'usd' ? '$' : ''}${value.toLocaleString('en-US', { maximumFractionDigits: 6 })}`
}

/** Every line of a case's paths under its section, one for all paths and views that read alike. */
export function methodOf(outcome: Outcome): Section[] {
  const prefixes = outcome.paths.map(({ id }) => `${id}/`)
  const views = VIEWS.map((view) => `${view}/`)
  const without = (id: string, starts: readonly string[]) => {
    const start = starts.find((one) => id.startsWith(one))
    return start === undefined ? id : id.slice(start.length)
  }
  return method(outcome.structure.graph.lines, (id) => without(without(id, prefixes), views))
}

/** The published method as Markdown: what it does in words, then every line with its formula. */
export function methodPage(outcome: Outcome): string {
  const notes = METHOD_NOTES.map(([title, text]) => `## ${title}\n\n${text}\n`).join('\n')
  return `# The method of Sell or Stay\n\nIn words first, then line by line. A line’s id is the one that \`evaluate\` prints, there under its path and view.\n\n${notes}\n# Line by line\n\n${methodText(methodOf(outcome))}`
}
