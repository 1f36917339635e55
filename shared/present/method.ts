import { method, methodText, type Section } from '../formula'
import { VIEWS, type Outcome } from '../model'

/** What the method does where a careful accountant might ask; each a title and a paragraph. */
export const METHOD_NOTES: readonly (readonly [title: string, text: string])[] = [
  [
    'Years, days and dollars',
    'Model year n is a calendar year. Amounts are nominal; today’s dollars divide by the price level of the year. A day counts from the nearest month boundary. Amounts for the practice, the job and the retained share are full-year amounts times the part of the year for which they run; a price on a given day rests on the full-year figures of its year.',
  ],
  [
    'Three views',
    'Money that others may withhold has weight 0 in the noncontingent view, its probability in the expected view, and 1 in the maximum view. All three project practice profit, pay and investment returns, which no one guarantees. Each view pays tax on its own money. Wealth rises from view to view only until the first shortfall: what no account could pay is not carried forward as debt.',
  ],
  [
    'Before and after a day',
    'What is not yet sold counts on paper at the end of every year before the calendar year in which its proceeds are booked. Whether you have left by a payment, or have served a term, is decided by whole months. Retirement ends everything: a departure entered after it does not count. Nothing is clawed back and no exit is paid before closing. If the closing is on the first day of a year, the first contract year is that year.',
  ],
  [
    'What a contract states',
    'Contracts state dollars, so bonus and benefits stay flat unless an escalator is entered. An exit is stated by date or in months after closing; if both are entered, the date governs. Partners’ market pay and draws follow their own collections, uplifts included. Under a services agreement you remain the owner, and the sale at retirement rests on the collections, costs and EBITDA that the practice then has under the agreement.',
  ],
  [
    'Earn-outs',
    'Between floor and target an earn-out is paid in proportion to the way from one to the other, or, if the letter says so, in proportion to the whole result: then nothing is paid below the floor, and at the floor the payment jumps to floor ÷ target of the maximum. A share of growth without a cap is paid on top of the price; its maximum, which also sets the gross-profit ratio, is the share of the growth up to the best result that you enter, or up to the projected result if that is higher. Targets with dates of their own each earn their part of the earn-out by the full-year result of the year in which the period ends. With catch-up, all parts so far are owed once the results so far add up to the targets so far; what a year earned alone stays earned. By its chance, each part counts on its own date.',
  ],
  [
    'Leaving early',
    'Cash that must be paid back may fall by an equal part of the term with each full year served. A retention bonus is paid on its day, as wages, if you still work there; a forgivable loan is paid at closing beside the price and is no income until an equal part is forgiven with each full year worked, as wages; when you stop, the cause decides how much of the rest is paid back, and what is waived is wages too. Both count in every view, as all pay for your own work does, and the end of the job that the contract states counts like retirement. Of equity that vests step by step, what is not vested is lost on leaving before the exit, but for the part kept by the cause; such equity does not hang on the term. If the buyer may call equity, it is taken to be called: a share of the practice on the day of leaving, at its exit formula less the discount; rolled equity on the day of the exit, at its value then less the discount, since no earlier value is known. A share of the practice that is lost brings no distributions after leaving, unless the letter states them by year.',
  ],
  [
    'Equity beside the price',
    'Equity that you buy with your own money is paid for at closing and is no part of the price; what was paid is its basis. Units that are granted (a profits interest) cost nothing: at the exit they are worth their share, after dilution, of what the parent’s equity exceeds the threshold by; the threshold must hold all that ranks ahead. Their gain is long-term gain if you say so (26 U.S.C. 1061), else it is taxed like interest. A loss on equity is not deducted.',
  ],
  [
    'What the seller pays at closing',
    'An audit or quality-of-earnings report that you pay for is a cost of the sale and reduces the gain, as the broker and the attorney do. A transaction bonus to your staff comes out of your price with the employer’s payroll tax on it, and is deducted from ordinary income in the year of closing (from the gain where stock or units are sold). Tail cover counts as yours, in every view, until the letter says that the buyer pays; like the costs of leaving a practice that you keep, it is not deducted. A guaranty of the lease that stays with you is a warning and no amount.',
  ],
  [
    'Family on the payroll',
    'Pay of your household’s members is among the costs of the practice, so that entering it changes no profit. It is income of the household for as long as you own the practice, with inflation, and ends at closing, at the last private sale or at retirement; if an offer keeps a family member, at the offer’s pay, flat, until the day it states. By law it is taxed with the spouse’s wages, payroll tax included; at effective rates like wages. What exceeds market pay, with the employer’s payroll tax, is added to discretionary earnings and EBITDA, and what falls short is deducted. In a practice of which you keep a share, the work is done at market pay after closing.',
  ],
  [
    'Other assets',
    'Another asset pays you until it is sold: with an offer at its price and on its day, else at retirement, or never. Until then it counts on paper at its own value less selling costs, debt and tax. Income and gain of an investment bear the tax on investment income; those of a business in which you work do not. Whether such a business bears self-employment tax is entered. At effective rates, income with it is taxed like wages, all other income at the rate on practice profit. A pass-through-entity tax of the practice does not cover it, nor rent. Gain on a building is gain on real estate. Of installments, each principal payment is gain in the proportion of the gain to the price, depreciation of a building first (Treas. Reg. §1.453-12); ordinary income is taxed in full in the year of the sale. What may go unpaid has its probability, as a seller note has; interest below the applicable federal rate and tax deferred above $5 million are not examined.',
  ],
  [
    'An associate who owns no practice',
    'An associate sells nothing. Staying pays the present job on the doctor’s own collections, by its share, salary or guarantee with bonus and benefits, until retirement; what the practice itself earns does not matter. A job that is offered pays by its own terms from its first day, the present job until then, and contract years count from the first day. Sign-on and retention bonuses are wages on their day and count in every view, as all pay for your own work does; equity counts as in any offer, nothing of it in the noncontingent view. Before the job starts nothing of it stands on paper. A price, a structure or a part of a price that is entered does not count, and the program says so. By the law the household is taxed as an employee’s, whatever is entered of a practice. Benefits are taxed like pay. Buying into the practice is not modeled.',
  ],
  [
    'A sign-on bonus that is paid back',
    'It is owed back on leaving before the term ends, by the shares of the clawback. What is paid back in the year of the bonus is no wages; in a later year the tax on it is not given back, since relief for it (26 U.S.C. 1341) depends on comparing the tax of two years. An owner’s sign-on bonus stands beside the price and follows the same rule.',
  ],
  [
    'Basis, and a price that goes unpaid',
    'The tax basis of what is sold is spread by dollars over the taxed price and all rolled equity, and is deducted once, however many parts are rolled. The gross-profit ratio of a zero or negative price is 0. A part of the price that is never paid is a capital loss in the year of the last scheduled payment, to the extent that it would not have been gain; where the ratio is 0 it returns unrecovered basis only, so that tax falls once, by the rate on gain. Working capital owed in excess of the closing payment reduces the gain on the last payment, so that the tax at closing is never negative. Rolled equity that is lost entirely has a return of −100%.',
  ],
  [
    'Spending that goes unpaid',
    'A shortfall that no account can cover reduces no account and is not carried forward as debt, so that a path that runs out of money looks better by that amount. The lead over keeping shows it as a separate part. Paths that differ by less than a dollar are treated as equal.',
  ],
  [
    'Tax at effective rates',
    'Each kind of income is multiplied by its rate. Losses count at the rate on gain. Because a joint venture’s profit is taxed also where it is not paid out, lower profit is better for an owner whose distributions are less than the tax on it.',
  ],
  [
    'Effective rates estimated from the law',
    'On request, the program computes every path by federal and state law and puts the resulting effective rates into the case as assumptions, rounded to a tenth of a percent. For each kind of income, the rate is the tax on it divided by that income, summed over all years and all compared paths in the expected view. It is an average, because an effective rate is applied to all income of its kind. Tax on work is divided between practice income and pay in proportion to income; the tax on a spouse’s wages alone counts toward the rate on wages. Other kinds are stacked in this order: Social Security on top of work, then withdrawals; for a sale, wage-type earn-outs on top of the year’s income, then ordinary income, interest, gain and passive gain. With the unrounded rates, the same income bears the same total tax across the paths, though not in each year or on each path. A kind of income that no path has keeps the rate entered.',
  ],
  [
    'Tax under the law',
    'The household’s return is computed three times a year: with practice and job beside the spouse’s wages; with Social Security and withdrawals too; and with all that falls on a day. Tax on income, on other income and on the sale is what each step adds. Pay and take-home therefore do not depend on account balances, and the tax on a sale is the year’s tax with it less the year’s tax without it. Thresholds that the law indexes grow with inflation after 2026. A withdrawal at the end of a year is taxed with the income of the next. Age 65 is reached on the day before the birthday, a year earlier for anyone born on January 1; required distributions follow the birthday itself (Reg. 1.401(a)(9)-2). Effective rates that change in a later year do not alter this computation: only the rates on plan withdrawals and on gain count, to value what is never withdrawn or sold.',
  ],
  [
    'How the practice is taxed',
    'A sole proprietor and a partner pay self-employment tax on all profit. The owner of an S corporation is paid the wages entered, at most the profit; the employer’s half of payroll tax on them is part of the tax. A C corporation is assumed to pay out all its earnings as wages. A C corporation that sells its assets is taxed at 21 percent, and its owner on the remainder; its stock is assumed to have the same basis as its assets.',
  ],
  [
    'What is unsold',
    'A practice, a retained share or a building to be sold in a later year is valued in each earlier year at what its terms would pay then, less tax: at the effective rate, or under the law at the average rate that the sale bears in its own year. A building that is never sold, and money in tax-deferred accounts, are valued with the effective rates entered.',
  ],
  [
    'Tax on closing proceeds',
    'Under the law, it is the added tax on top of that year’s income in the expected view, so that it is the same in all views.',
  ],
  [
    'Debt that stays with the practice',
    'A value is assumed to be debt-free and cash-free, as most letters intend: if the debt stays, the price of the share sold is its portion of the value less the debt at closing. Choose otherwise where the letter prices the equity itself. Price and basis are both counted without the debt: enter the basis of your equity. The exit of your retained share is priced in the same way.',
  ],
  [
    'Profit that is taxed but not paid out',
    'The owner of a share is taxed on all of its profit. Profit that is not distributed, or that repays debt, raises the basis of the share (26 U.S.C. 705, 1367), so that it is not taxed again at the exit. Where that money goes is a choice: spent on growth, it shows only in the price; kept in the practice as cash, it is paid with the exit, at the exit’s probability. In each view the basis rises by what that view is taxed on.',
  ],
  [
    'Notes that pay little or no interest',
    'Under the law, a note that pays less than the applicable federal rate for its weighted average maturity is split: its price is what its payments are worth at that rate, the rest is interest (26 U.S.C. 1274). The interest accrues from anniversary to anniversary and is taxed in the year in which the contract year ends, paid or not (1272); the election to report it as it is paid (1274A(c)) is not taken. Neither the payments nor the total amount taxed changes: gain becomes interest. Escrows and earn-outs are treated entirely as price, with a question for your CPA (483). At effective rates, a note is taxed as written.',
  ],
  [
    'Interest on the tax that large notes defer',
    'Under the law, if the notes from a sale exceed $5 million: each year, the gain in the balance owed at year-end × the highest rate on it (20%, or 21% for a C corporation’s assets) × the portion of the notes above $5 million when issued × the underpayment rate (26 U.S.C. 453A). It is a separate line in the tax on the sale and is not deductible. The limit applies once, since the owner alone holds the notes; escrows and earn-outs are not counted.',
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
    'State tax at flat rates is the same share in every year; by the law of the state it is computed year by year. No look-back under §1231, no credit for alternative minimum tax, no Medicare surcharge by income, no penalty on withdrawals before 59½. The household files one return; capital losses are carried forward within the statutory limit.',
  ],
]

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
  return `# The method of Sell or Stay\n\nIn words first, then line by line. A line’s id is the one that \`evaluate\` prints; those of a path and a view stand below it there.\n\n${notes}\n# Line by line\n\n${methodText(methodOf(outcome))}`
}
