import { stateTaxUsed } from '../../../shared/present/state-law'
import { day, percent } from '../../format'
import type { Part } from '../context'
import { Heading } from '../headings'

const OWNERS_PATHS =
  'If you keep the practice, its profit is calculated from collections and costs as they grow, and it is sold to a dentist at retirement with the probability you entered. If you sell, the price is paid as agreed, you are paid for your work until the job ends, and any interest you hold in the practice or the parent pays and is sold on its own terms.'
const ASSOCIATES_PATHS =
  'If you stay, you are paid as now, on your own collections as they grow, until you retire; nothing is sold. If you take a job that is offered, you are paid by its terms from its first day, with its bonuses and loans on their days, and its equity pays at the exit of the parent on its own terms.'
const OWNERS_TAX =
  'Part of each price is ordinary income in the year of closing. The rest is taxed as gain when it is paid, using the gross-profit ratio (installment method), unless you chose otherwise; the basis in what is never paid becomes a loss in the year of the last scheduled payment. Rollover equity is taxed when it is cashed out. An earn-out that depends on your own work is taxed as wages unless you chose otherwise.'
const ASSOCIATES_TAX =
  'Pay, benefits, sign-on and retention bonuses are taxed as wages when they are paid, a forgivable loan as it is forgiven. Equity is taxed when it is cashed out. The tax on a sign-on bonus that is paid back in a later year is not given back.'

/** A summary of the method in words; simplifications are named. */
export function Method({ outcome, version }: Part) {
  const { assumptions, practice, tax } = outcome.document
  const owns = practice.role === 'owner'
  const middle = assumptions.timing === 'mid'
  return (
    <section className="chapter flows reading">
      <Heading level={2}>The method in brief</Heading>
      <Heading level={3}>Years and dollars</Heading>
      <p>
        The plan runs in calendar years from {day(`${assumptions.startYear}-01-01`)} to the year in which you reach age{' '}
        {outcome.lastAge}. Practice and household amounts are entered in dollars of the first year and grow from there,
        each at its own rate. Today’s dollars divide an amount by its year’s price level (inflation{' '}
        {percent(assumptions.inflation)} a year). Nothing is rounded before it is printed.
      </p>
      <Heading level={3}>Three views</Heading>
      <p>
        Every path is calculated three times. Noncontingent counts nothing that someone else may withhold:{' '}
        {owns
          ? 'conditional escrows, notes, earn-outs, rollover equity, distributions that another party controls'
          : 'bonuses that are not certain, and equity'}
        . Expected weights each of these by its probability; maximum counts each in full.{' '}
        {owns
          ? 'Cash at closing, pay for your own work, the profit of a practice that you control and investment returns'
          : 'Pay for your own work, bonuses for starting and staying, and investment returns'}{' '}
        are projected in all three, although no one guarantees them. Each view pays tax on its own money only.
      </p>
      <Heading level={3}>{owns ? 'Keeping and selling' : 'Staying and leaving'} on an equal footing</Heading>
      <p>
        All paths share one person: the same retirement date (unless you gave a path its own), spending, savings,
        return, tax law and horizon. {owns ? OWNERS_PATHS : ASSOCIATES_PATHS} Each year’s take-home minus spending goes
        into or comes out of your accounts; once savings are spent, tax-deferred and then tax-free accounts are drawn
        down. Wealth is all accounts net of the tax still due on them, plus what is not yet sold or paid, after tax.
      </p>
      <Heading level={3}>Present value</Heading>
      <p>
        One discount rate, {percent(assumptions.discountRate)}, applies to all paths: risk enters through probabilities,
        never also through a higher rate. Annual amounts are discounted from the {middle ? 'middle' : 'end'} of their
        year, dated amounts from their date, and the tax on dated amounts from the end of their year.
      </p>
      <Heading level={3}>Tax</Heading>
      {tax.mode === 'blended' ? (
        <p>
          Effective rates that you or your CPA entered, including state tax, one each for{' '}
          {owns
            ? 'practice profit, wages, other ordinary income, interest, long-term gain, passive gain'
            : 'wages, interest, passive gain'}
          , withdrawals from plans and Social Security. They do not vary with income: a year with a large{' '}
          {owns ? 'sale' : 'exit'} is taxed at the same rate as any other.
        </p>
      ) : (
        <p>Federal tax is computed for each year under 2026 law, indexed for inflation; {stateTaxUsed(tax.federal)}</p>
      )}
      <p>{owns ? OWNERS_TAX : ASSOCIATES_TAX}</p>
      <Heading level={3}>What is simplified</Heading>
      <p>
        {tax.mode === 'blended'
          ? 'Losses count at the rate on gain'
          : 'A capital loss is carried forward within the annual statutory limit'}
        ; no look-back under §1231, no credit for alternative minimum tax, no Medicare surcharges by income, no penalty
        on withdrawals before 59½
        {tax.mode === 'blended' && ', no interest under §453A on the tax deferred by large notes'}.{' '}
        {owns &&
          (tax.mode === 'blended'
            ? 'Effective-rate mode does not model C-corporation double taxation; ask your CPA whether it applies.'
            : 'A C corporation’s stock is assumed to have the same basis as its assets.')}{' '}
        Unsold equity is valued at what its terms would pay at the end of each year, not at a market price.
      </p>
      <Heading level={3}>What this is not</Heading>
      <p>
        This report is arithmetic on the assumptions listed in it. It is not tax, legal or investment advice. This is
        not an appraisal and does not predict results. Have your CPA, your attorney and your wealth manager review it
        before you sign or decline anything. Prepared by Sell or Stay {version} on the owner’s computer; no data left
        it.
      </p>
    </section>
  )
}
