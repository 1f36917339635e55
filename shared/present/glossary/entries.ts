/** A term of the trade in one sentence. */
export interface Entry {
  /** As it stands in the glossary. */
  readonly term: string
  /** How else it is written in the program; plurals in -s need no form of their own. */
  readonly forms?: readonly string[]
  /** At most 200 characters, for someone who has never sold a practice. */
  readonly sentence: string
  /** The law or publication, where the sentence says what one of them rules. */
  readonly source?: string
}

/** The glossary of the program: each term once, in the order of the alphabet. */
export const ENTRIES: readonly Entry[] = [
  {
    term: 'add-back',
    sentence:
      'A cost in the books that a buyer would not have, added back to profit: an owner’s perk, a one-time expense, rent above market.',
  },
  {
    term: 'adjusted EBITDA',
    sentence:
      'EBITDA after add-backs and after market-rate pay for the owners’ work: what a buyer could expect to earn.',
  },
  {
    term: 'affiliation',
    sentence:
      'Joining a group of practices by selling all or part of yours to it or by having it manage the business side.',
  },
  {
    term: 'alternative minimum tax',
    sentence:
      'A second computation of federal income tax with fewer deductions; you owe whichever of the two is higher.',
    source: '26 U.S.C. §55',
  },
  {
    term: 'amortization',
    sentence:
      'The yearly tax deduction for something bought that cannot be touched, such as goodwill, spread over 15 years.',
    source: '26 U.S.C. §197',
  },
  {
    term: 'applicable federal rate',
    sentence: 'The lowest interest rate that tax law accepts on a seller note; the IRS publishes it each month.',
    source: '26 U.S.C. §1274(d)',
  },
  { term: 'associate', sentence: 'A doctor who works in the practice for pay and owns no part of it.' },
  {
    term: 'C corporation',
    sentence: 'A company that pays income tax itself; what it then distributes to its owners is taxed again.',
    source: '26 U.S.C. §§11, 301',
  },
  {
    term: 'call option',
    forms: ['(call)'],
    sentence:
      'The buyer’s right to purchase your equity when you leave, often at a discount that depends on why you leave.',
  },
  {
    term: 'cash at close',
    forms: ['cash at closing'],
    sentence: 'What is paid to you on the day of closing after debt and selling costs, before tax.',
  },
  {
    term: 'cash-free, debt-free',
    sentence: 'The price assumes a practice with no cash and no debt: you keep the cash and the debt is deducted.',
  },
  {
    term: 'clawback',
    forms: ['cash to pay back', 'cash paid back'],
    sentence: 'Money already received that you must pay back if you leave early or break the agreement.',
  },
  {
    term: 'collections',
    sentence: 'The money that the practice actually receives for its services, after write-offs and discounts.',
  },
  {
    term: 'contingent',
    sentence: 'Paid only if a condition is met or someone else decides to pay it.',
  },
  {
    term: 'covenant not to compete',
    forms: ['non-compete', 'noncompete'],
    sentence:
      'Your promise not to practice nearby for some years; the part of the price paid for it is ordinary income to you.',
  },
  {
    term: 'daily guarantee',
    sentence: 'A minimum pay for each day that you work, whatever you produce or collect on it.',
  },
  {
    term: 'depreciation',
    sentence:
      'The yearly tax deduction for wear of equipment or a building; at a sale, what was deducted becomes taxable gain.',
    source: '26 U.S.C. §§167, 1245, 1250',
  },
  {
    term: 'dilution',
    sentence: 'Your percentage shrinks because new shares go to others, for instance to pay for acquisitions.',
  },
  { term: 'discount rate', sentence: 'The yearly rate at which later money is reduced to what it is worth now.' },
  {
    term: 'discretionary earnings',
    forms: ['SDE'],
    sentence:
      'Profit before any pay for the owner (SDE): what one owner who works in the practice could take out of it in a year.',
  },
  {
    term: 'dismissal for cause',
    forms: ['for cause'],
    sentence:
      'The employer ends the job over a serious breach as the contract defines it; your equity then fares worst.',
  },
  { term: 'distribution', sentence: 'Profit that a company pays out to its owners in proportion to their shares.' },
  {
    term: 'earn-out',
    sentence:
      'Part of the price that is paid later, and only if the practice reaches agreed results such as collections or EBITDA.',
  },
  {
    term: 'EBITDA',
    sentence:
      'Earnings before interest, taxes, depreciation and amortization: the yearly profit on which buyers base a price.',
  },
  {
    term: 'effective multiple',
    sentence:
      'The present value of all that is paid, divided by the EBITDA sold: the multiple that the offer really pays.',
  },
  {
    term: 'effective rate',
    sentence: 'The share of an income that a tax takes overall, as opposed to the rate on the last dollar.',
  },
  {
    term: 'escalator',
    sentence: 'A yearly increase written into a contract, such as 3% a year on a fee or a rent.',
  },
  {
    term: 'escrow',
    sentence: 'Part of the price that a third party holds after closing and releases to you if no claims come up.',
  },
  {
    term: 'exit multiple',
    sentence: 'The multiple of EBITDA at which the parent company is sold to its next owner.',
  },
  {
    term: 'expected value',
    sentence:
      'Each uncertain payment weighted by its probability: $100,000 with a probability of 60% counts as $60,000.',
  },
  {
    term: 'forgivable loan',
    sentence: 'Money paid up front as a loan, part of which is forgiven with each year that you stay.',
  },
  {
    term: 'full retirement age',
    sentence: 'The age at which Social Security pays the full benefit: 67 for those born in 1960 or later.',
    source: '42 U.S.C. §416(l)',
  },
  {
    term: 'future dollars',
    sentence: 'Amounts as they will stand on the check in the year in which they are paid, inflation included.',
  },
  {
    term: 'goodwill',
    sentence:
      'The part of the price above equipment, supplies and other assets that can be listed: patients, staff and reputation.',
  },
  {
    term: 'gross-profit ratio',
    sentence: 'The part of each installment that is taxable gain: the whole gain divided by the contract price.',
    source: 'IRS Publication 537',
  },
  {
    term: 'holdco',
    sentence: 'The parent company above the practices: rolling equity into it makes you an owner of the whole group.',
  },
  {
    term: 'in pocket at close',
    forms: ['in your pocket', 'in pocket'],
    sentence: 'What you keep of the closing after practice debt, selling costs and the tax on what is paid that day.',
  },
  {
    term: 'installment method',
    sentence: 'Gain is taxed as the payments come in, not all in the year of the sale.',
    source: '26 U.S.C. §453',
  },
  {
    term: 'joint venture',
    sentence: 'You sell part of the practice and own it together with the buyer, sharing its profit.',
  },
  {
    term: 'letter of intent',
    forms: ['letters of intent'],
    sentence:
      'A short, mostly nonbinding statement of the main terms of an offer, signed before the contracts are written.',
  },
  {
    term: 'long-term gain',
    forms: ['long-term capital gain', 'capital gain'],
    sentence: 'Profit from selling what was held longer than a year, taxed at lower rates than ordinary income.',
    source: '26 U.S.C. §§1(h), 1222',
  },
  {
    term: 'management fee',
    sentence:
      'What the practice pays the buyer’s service company for running its business side, before profit is shared.',
  },
  {
    term: 'markup',
    sentence: 'A percentage that the buyer adds to the costs it takes over and charges to the practice.',
  },
  {
    term: 'minority discount',
    sentence: 'A reduction in the price of a share because its owner cannot decide alone.',
  },
  {
    term: 'multiple',
    sentence:
      'The number by which a year’s earnings are multiplied to get a price: 6 × $500,000 of earnings is $3 million.',
  },
  {
    term: 'multiple of invested capital',
    sentence: 'What an investment pays back divided by what was put in: 2× means that it doubled.',
  },
  {
    term: 'nest egg',
    sentence: 'The savings that are enough to retire on by the rule you chose, such as 25 years of spending.',
  },
  { term: 'net debt', sentence: 'Debt less cash.' },
  {
    term: 'net investment income tax',
    sentence: 'A federal tax of 3.8% on the investment income and passive gain of households with high incomes.',
    source: '26 U.S.C. §1411',
  },
  {
    term: 'noncontingent',
    sentence:
      'Leaves out every payment that someone else may withhold; profit, pay and investment returns are still projected.',
  },
  {
    term: 'ordinary income',
    sentence: 'Income taxed at the regular rates, such as wages, practice profit and interest.',
  },
  {
    term: 'overhead',
    sentence: 'The costs of running the practice as a share of collections, before any pay for its owners.',
  },
  {
    term: 'pass-through entity tax',
    forms: ['pass-through-entity tax'],
    sentence:
      'State tax that the practice itself pays for its owners, so that it is deductible without the limit on state taxes.',
    source: 'IRS Notice 2020-75',
  },
  {
    term: 'passive gain',
    sentence:
      'Gain from a business in which you do not materially participate; the net investment income tax can apply to it.',
    source: '26 U.S.C. §§469, 1411',
  },
  {
    term: 'payer contract',
    sentence: 'An agreement with an insurer that sets the fees the practice is paid for its patients.',
  },
  { term: 'payroll tax', sentence: 'Social Security and Medicare tax on wages and on self-employment income.' },
  {
    term: 'perk',
    sentence: 'A personal benefit that the practice pays for, such as a car, a phone or travel.',
  },
  {
    term: 'personal goodwill',
    sentence:
      'Goodwill that belongs to you rather than to your corporation, so that selling it may be taxed only once.',
  },
  {
    term: 'preference',
    sentence: 'The right of some investors to be paid a stated amount before other owners share in the proceeds.',
  },
  {
    term: 'preferred return',
    sentence: 'A yearly return that investors with a preference earn before other owners share in the proceeds.',
  },
  { term: 'present value', sentence: 'What a later payment is worth now, reduced by the discount rate for the wait.' },
  {
    term: 'price level',
    sentence:
      'What a dollar’s worth of goods in the first year costs in a later one; it turns future into today’s dollars.',
  },
  {
    term: 'production',
    sentence: 'The value of services before discounts and write-offs, so usually more than what is collected for them.',
  },
  {
    term: 'profits interest',
    forms: ['incentive unit'],
    sentence: 'Equity granted beside the price that shares only in growth in value after the grant.',
    source: 'Rev. Proc. 93-27',
  },
  {
    term: 'purchase price',
    sentence: 'What the buyer pays for the share that is sold, in all its parts, before debt, costs and tax.',
  },
  {
    term: 'put option',
    forms: ['(put)'],
    sentence: 'Your right to require the buyer to purchase the share that you kept, at an agreed price.',
  },
  {
    term: 'recapitalization',
    sentence:
      'A sale of the parent company to a new investor, at which equity in it is cashed out in whole or in part.',
  },
  {
    term: 'receivable',
    sentence: 'What patients and insurers still owe for work done before closing.',
  },
  {
    term: 'required distribution',
    forms: ['required minimum distribution'],
    sentence:
      'What must be withdrawn from tax-deferred accounts each year once you are 73, or 75 if you were born after 1959.',
    source: '26 U.S.C. §401(a)(9)',
  },
  {
    term: 'retained share',
    forms: ['share you keep'],
    sentence: 'The part of the practice that you still own after selling the rest of it.',
  },
  {
    term: 'retention bonus',
    forms: ['retention bonuses'],
    sentence: 'A payment for staying in the job until an agreed date.',
  },
  {
    term: 'rollover equity',
    forms: ['rolled equity', 'rollover', 'rolled'],
    sentence:
      'Part of the price taken as shares of the buyer’s parent company instead of cash; its value is uncertain until an exit.',
  },
  {
    term: 'S corporation',
    sentence: 'A company whose profit is taxed on its owners’ own returns; owners who work in it are paid wages.',
    source: '26 U.S.C. §1366',
  },
  {
    term: 'seller note',
    sentence:
      'Part of the price that you lend the buyer, paid back with interest over some years if the buyer can pay.',
  },
  {
    term: 'selling costs',
    sentence: 'What a sale costs you: the broker’s commission, legal and accounting fees.',
  },
  {
    term: 'services agreement',
    forms: ['management services'],
    sentence: 'A contract by which a company runs the business side for a fee while you keep owning the practice.',
  },
  {
    term: 'Student’s t',
    sentence: 'A bell curve with more very good and very bad years; the fewer degrees of freedom, the more of them.',
  },
  {
    term: 'take-home',
    sentence: 'A year’s pay, practice profit and perks after tax and your own plan contributions.',
  },
  {
    term: 'tax basis',
    forms: ['basis'],
    sentence: 'What you paid for something less depreciation taken; what a sale brings above it is taxable gain.',
    source: '26 U.S.C. §§1012, 1016',
  },
  {
    term: 'tax drag',
    sentence: 'The part of a yearly investment return that goes to tax on interest, dividends and realized gains.',
  },
  {
    term: 'tax-deferred account',
    sentence: 'Savings such as a 401(k) or a traditional IRA, which are taxed when money is withdrawn.',
  },
  {
    term: 'tax-free account',
    sentence: 'Savings such as a Roth IRA, from which qualified withdrawals are not taxed.',
  },
  {
    term: 'today’s dollars',
    forms: ["today's dollars"],
    sentence: 'Amounts restated at the prices of the plan’s first year, so that different years can be compared.',
  },
  {
    term: 'vesting',
    forms: ['vested'],
    sentence: 'The schedule by which equity or a bonus becomes yours to keep if you stay.',
  },
  {
    term: 'wealth',
    sentence: 'All accounts less the tax still due on them, plus what is not yet sold or paid, after tax.',
  },
  {
    term: 'working capital',
    forms: ['peg', 'working-capital peg'],
    sentence:
      'Receivables and supplies less bills due; if less than the agreed level (the peg) is left at closing, the price falls.',
  },
]
