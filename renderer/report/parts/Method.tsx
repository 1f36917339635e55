import { stateTaxUsed } from '../../../shared/present/state-law'
import { day, percent } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'

/** The method in brief, in words; what is simplified is named. */
export function Method({ outcome, version }: Part) {
  const { assumptions, tax } = outcome.document
  const middle = assumptions.timing === 'mid'
  return (
    <section className="chapter flows reading">
      <Heading level={2}>The method in brief</Heading>
      <Heading level={3}>Years and dollars</Heading>
      <p>
        The plan runs by calendar years from {day(`${assumptions.startYear}-01-01`)} to the year in which you reach age{' '}
        {outcome.lastAge}. Practice and household amounts are entered in dollars of the first year and grow from there,
        each at its own rate. Today’s dollars divide an amount by the price level of its year (inflation{' '}
        {percent(assumptions.inflation)} a year). Nothing is rounded before it is printed.
      </p>
      <Heading level={3}>Three views</Heading>
      <p>
        Every path is worked out three times. Guaranteed counts nothing that somebody else may withhold: escrows, notes,
        earn-outs, rolled equity, distributions that another decides on. Expected weighs each of these by its chance;
        maximum counts each in full. Cash at closing, pay for your own work and the profit of a practice that you
        control count in all three. A view pays tax on its own money only.
      </p>
      <Heading level={3}>Keeping and selling on the same footing</Heading>
      <p>
        All paths share one person: the same retirement, unless you gave a path its own, the same spending, savings,
        return, tax law and horizon. If you keep the practice, its profit is worked out from collections and costs as
        they grow, and it is sold to a dentist at retirement as far as that is likely. If you sell, the price is paid as
        agreed, you are paid for your work until the job ends, and what you hold of the practice or the parent pays and
        is sold by its own terms. Each year’s take-home less spending goes to or comes from your accounts; when savings
        are used up, tax-deferred and then tax-free accounts are drawn on. Wealth is all accounts after the tax still
        due on them, and what is not yet sold or paid, after tax.
      </p>
      <Heading level={3}>Present value</Heading>
      <p>
        One discount rate, {percent(assumptions.discountRate)}, serves all paths: risk enters by chances, never also by
        a higher rate. Yearly amounts are discounted from the {middle ? 'middle' : 'end'} of their year, amounts with a
        day from that day, the tax on these from the end of their year.
      </p>
      <Heading level={3}>Tax</Heading>
      {tax.mode === 'blended' ? (
        <p>
          Effective rates that you or your accountant entered, state tax included, one each for practice profit, wages,
          other ordinary income, interest, long-term gain, passive gain, withdrawals from plans and Social Security.
          Their brackets do not move with income: a year with a large sale is taxed at the same rate as any other.
        </p>
      ) : (
        <p>Federal tax is computed for each year by the law in force; {stateTaxUsed(tax.federal)}</p>
      )}
      <p>
        A part of each price is ordinary income in the year of closing. The rest is taxed as gain when it is paid, by
        the gross-profit ratio (instalment method), unless you chose otherwise; what is never paid becomes a loss in the
        year of the last scheduled payment. Equity rolled into the parent is taxed when it is cashed. An earn-out that
        depends on your own work is taxed as wages unless you chose otherwise.
      </p>
      <Heading level={3}>What is simplified</Heading>
      <p>
        {tax.mode === 'blended'
          ? 'Losses count at the rate of the gain'
          : 'A capital loss is carried on by the law’s yearly limit'}
        ; no look-back under §1231, no credit for alternative minimum tax, no Medicare surcharges by income, no penalty
        on withdrawals before 59½, no interest charge under §453A on notes below $5 million.{' '}
        {tax.mode === 'blended'
          ? 'Effective rates know no second tax of a C corporation: ask your accountant whether it applies.'
          : 'A C corporation is taken to have stock with the basis of its assets.'}{' '}
        Prices of unsold equity are what its terms would give at the end of each year, not what a market pays.
      </p>
      <Heading level={3}>What this is not</Heading>
      <p>
        This report is arithmetic on the assumptions listed in it. It is not tax, legal or investment advice, it is no
        valuation, and it promises no outcome. Have your accountant, your attorney and your wealth manager check it
        before you sign or decline anything. Made by Sell or Stay {version} on the owner’s computer; no data left it.
      </p>
    </section>
  )
}
