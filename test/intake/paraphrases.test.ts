// Each term in the words of many letters: what a sentence states is read, and nothing else is.
import { describe, expect, it } from 'vitest'

import { documentOfText } from '../../electron/intake/text'
import { readFile, type FileRead } from '../../shared/intake/read'

type Values = Readonly<Record<string, number | string | boolean>>

/** Fields that follow from others, or that a sentence may say besides. */
const FOLLOW = new Set([
  'buyer',
  'structure',
  'saleForm',
  'debt',
  'fee.kind',
  'job.basis',
  'realEstate.sold',
  'components.earnOut-1.metric',
  'components.earnOut-1.onTop',
  'components.note-1.repayment',
])

const fileOf = (sentence: string): FileRead =>
  readFile(documentOfText(`Dear Dr. Moss,\n\nNorthlake Dental Partners, LLC makes this offer.\n\n${sentence}`))

const read = (sentence: string): Values =>
  Object.fromEntries(
    Object.entries(fileOf(sentence).fields).map(([path, { value }]) => [path.replace(/^offers\.o1\./, ''), value]),
  )

const SENTENCES: readonly (readonly [string, Values])[] = [
  ['We value the practice at $3,400,000.', { 'price.amount': 3_400_000 }],
  ['Our proposal contemplates an enterprise value of $3.4MM.', { 'price.amount': 3_400_000 }],
  ['Total transaction consideration: $3.4M', { 'price.amount': 3_400_000 }],
  [
    'We are prepared to pay three million four hundred thousand dollars for the practice.',
    { 'price.amount': 3_400_000 },
  ],
  ['The all-in number is $3.4 million.', { 'price.amount': 3_400_000 }],
  ['Gross purchase price of $3,400,000, before adjustments.', { 'price.amount': 3_400_000 }],
  ['In exchange for the assets you would receive $3,400,000 in total.', { 'price.amount': 3_400_000 }],
  ['Aggregate proceeds to you would be $3,400,000.', { 'price.amount': 3_400_000 }],
  ['The purchase price for the acquired assets has been set at $3,400,000.', { 'price.amount': 3_400_000 }],
  ['That gets us to a purchase price of 3.4 million.', { 'price.amount': 3_400_000 }],
  ['Headline value of $3.4mm', { 'price.amount': 3_400_000 }],
  ['The deal is worth $3,400,000 to you.', { 'price.amount': 3_400_000 }],
  ['We peg the value of the business at $3,400,000.', { 'price.amount': 3_400_000 }],
  ['We put the value of your practice at $3.4 million.', { 'price.amount': 3_400_000 }],
  [
    'The units are priced as in the June financing, in which Northlake was valued at $740 million including $265 million of net debt.',
    { 'components.rolled-1.platform.value': 740_000_000, 'components.rolled-1.platform.debt': 265_000_000 },
  ],
  [
    'I would ask you to carry a note for the other $192,000. It would bear interest of 5.5% and be paid off in equal monthly installments over seven years.',
    { 'components.note-1.amount': 192_000, 'components.note-1.rate': 0.055, 'components.note-1.years': 7 },
  ],
  [
    'We would retain $162,000 and release it to you twelve months after closing if no claims have come up.',
    { 'components.escrow-1.amount': 162_000, 'components.escrow-1.months': 12 },
  ],
  [
    'The $340,000 in escrow is released after 12 months and not after 18 months.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 12 },
  ],
  ['EBITDA of $680,000 (twelve months ended June 30, 2027)', { 'price.ebitda': 680_000 }],
  [
    'Acceptance begins an exclusive period of sixty days, and we would work toward a closing on December 1, 2027.',
    { closing: '2027-12-01', 'x.exclusivityDays': 60 },
  ],
  ['Our bid: $3,400,000', { 'price.amount': 3_400_000 }],
  ['Our offer stands at $3,400,000.', { 'price.amount': 3_400_000 }],
  ['Buyer shall pay to Seller an aggregate amount equal to $3,400,000.', { 'price.amount': 3_400_000 }],
  ['Seller shall be entitled to total consideration in the amount of $3,400,000.', { 'price.amount': 3_400_000 }],
  ['I will give you $1,150,000 for the practice.', { 'price.amount': 1_150_000 }],
  [
    'I would like to buy your practice. My number is one million one hundred fifty thousand dollars.',
    { 'price.amount': 1_150_000 },
  ],
  ['The purchase price is 3.4M, of which 2.7M is cash.', { 'price.amount': 3_400_000, 'x.cashAtClosing': 2_700_000 }],
  ['Implied Enterprise Value: $3,400,000', { 'price.amount': 3_400_000 }],
  ['Practice valuation .......... $3,400,000', { 'price.amount': 3_400_000 }],
  [
    'Based on trailing twelve month Adjusted EBITDA of $650,000 and a multiple of 6.5x, the purchase price is $4,225,000.',
    { 'price.amount': 4_225_000, 'price.multiple': 6.5, 'price.ebitda': 650_000 },
  ],
  [
    'We underwrote EBITDA of $650K and applied six and a half times.',
    { 'price.multiple': 6.5, 'price.ebitda': 650_000 },
  ],
  ['Our team normalizes EBITDA to $650,000.', { 'price.ebitda': 650_000 }],
  ['Our quality of earnings work supports normalized earnings of $650,000.', { 'price.ebitda': 650_000 }],
  [
    'You showed $650,000 of EBITDA last year. At 6.5 times that is $4,225,000.',
    { 'price.amount': 4_225_000, 'price.multiple': 6.5, 'price.ebitda': 650_000 },
  ],
  ['The multiple is six and one-half.', { 'price.multiple': 6.5 }],
  ['The price represents a 6.5x multiple of LTM EBITDA.', { 'price.multiple': 6.5 }],
  ['6.5 turns of EBITDA', { 'price.multiple': 6.5 }],
  [
    'We pay 6.5 times trailing EBITDA, which we figure at $650,000.',
    { 'price.multiple': 6.5, 'price.ebitda': 650_000 },
  ],
  ['Pro forma EBITDA comes out to $650,000 after the add-backs.', { 'price.ebitda': 650_000 }],
  [
    'Run-rate EBITDA: $650k; Multiple: 6.5x; EV: $4.225M',
    { 'price.amount': 4_225_000, 'price.multiple': 6.5, 'price.ebitda': 650_000 },
  ],
  [
    'We see your earnings, before interest, taxes, depreciation and amortization, at $650,000.',
    { 'price.ebitda': 650_000 },
  ],
  ['The implied multiple of adjusted EBITDA is 6.5.', { 'price.multiple': 6.5 }],
  ['Seller discretionary earnings were $650,000.', { 'price.ebitda': 650_000 }],
  [
    'Your practice generated $650,000 in EBITDA for the twelve months ended June 30, 2026.',
    { 'price.ebitda': 650_000 },
  ],
  ['Northlake will acquire a 60% membership interest in the practice.', { shareSold: 0.6 }],
  ['You would sell us sixty percent and hold on to forty.', { shareSold: 0.6 }],
  ['We would own 60% and you would own 40%.', { shareSold: 0.6 }],
  ['Post-closing ownership: Northlake 60%, Dr. Moss 40%.', { shareSold: 0.6 }],
  ['Northlake takes a 60 percent stake.', { shareSold: 0.6 }],
  ['You keep 40% of the practice.', { shareSold: 0.6 }],
  ['Dr. Moss will retain a forty percent (40%) interest in the Company.', { shareSold: 0.6 }],
  ['We are buying a controlling 60% position in the practice.', { shareSold: 0.6 }],
  ['Northlake is buying 100% of the stock of the practice.', { shareSold: 1 }],
  ['We would purchase a majority interest (60%) in your practice.', { shareSold: 0.6 }],
  ['Equity purchased: 60%', { shareSold: 0.6 }],
  ['Ownership after closing: 60% Northlake / 40% you', { shareSold: 0.6 }],
  ['The transaction is a sale of 60% of the membership units of Moss Dental, PLLC.', { shareSold: 0.6 }],
  ['After closing, you will continue to own 40% of the practice.', { shareSold: 0.6 }],
  ['Your retained ownership is 40 percent.', { shareSold: 0.6 }],
  ['80% of the price is payable in cash at closing.', { 'x.cashAtClosing': 0.8 }],
  ['You would walk away from closing with $2,720,000.', { 'x.cashAtClosing': 2_720_000 }],
  ['At the closing table you receive a wire for $2,720,000.', { 'x.cashAtClosing': 2_720_000 }],
  ['$2,720,000 by wire transfer of immediately available funds at the Closing', { 'x.cashAtClosing': 2_720_000 }],
  ['Cash to Seller at Close: $2,720,000', { 'x.cashAtClosing': 2_720_000 }],
  ['$2,720,000 up front', { 'x.cashAtClosing': 2_720_000 }],
  ['The cash component will equal eighty percent (80%) of the Purchase Price.', { 'x.cashAtClosing': 0.8 }],
  ['Day-one cash of $2.72M', { 'x.cashAtClosing': 2_720_000 }],
  ['The closing payment is $2,720,000.', { 'x.cashAtClosing': 2_720_000 }],
  ['We fund $2,720,000 on the closing date.', { 'x.cashAtClosing': 2_720_000 }],
  ['Initial payment: $2,720,000 in cash', { 'x.cashAtClosing': 2_720_000 }],
  ['Eighty percent is paid when we close.', { 'x.cashAtClosing': 0.8 }],
  ['$2,720,000 will be paid to you on the day of closing.', { 'x.cashAtClosing': 2_720_000 }],
  ['Four-fifths of the price is cash.', { 'x.cashAtClosing': 0.8 }],
  ['$2,720,000 shall be delivered to Seller on the Closing Date by wire transfer.', { 'x.cashAtClosing': 2_720_000 }],
  ['Cash: 80%', { 'x.cashAtClosing': 0.8 }],
  [
    'Ten percent of the purchase price will be placed in escrow for eighteen months.',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 18 },
  ],
  [
    'A holdback of $340,000 will be released on the first anniversary of closing.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 12 },
  ],
  [
    'We will keep back 10% for a year to cover claims.',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 12 },
  ],
  ['Indemnity escrow: 10% / 18 mos.', { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 18 }],
  [
    'Buyer will withhold $340,000 from the purchase price as security for indemnification for 12 months.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 12 },
  ],
  [
    '$340,000 goes into an escrow account with a third-party agent, to be released 18 months after closing.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 18 },
  ],
  [
    'A tenth of the price is retained for 15 months against breaches of your warranties.',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 15 },
  ],
  [
    'An amount equal to 10% of the Purchase Price (the “Holdback”) shall be retained by Buyer and paid eighteen (18) months following the Closing.',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 18 },
  ],
  [
    'The escrow amount is $340,000 and the escrow period is 18 months.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 18 },
  ],
  [
    '$340,000 will sit in escrow until the eighteen-month mark.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 18 },
  ],
  [
    'General indemnity holdback of 10% of Enterprise Value, survival 18 months.',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 18 },
  ],
  [
    'We hold $340,000 for a year and a half in case something comes up.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 18 },
  ],
  [
    'The escrow agent will hold $340,000 for twelve months.',
    { 'components.escrow-1.amount': 340_000, 'components.escrow-1.months': 12 },
  ],
  ['There is no escrow and no holdback.', {}],
  [
    'The balance of $600,000 will be a seller note at 7% over five years.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'You will take back a promissory note for $600,000, bearing interest at 7% per annum and payable in 60 equal monthly installments.',
    {
      'components.note-1.amount': 600_000,
      'components.note-1.rate': 0.07,
      'components.note-1.years': 5,
      'components.note-1.repayment': 'level',
    },
  ],
  [
    'Seller financing of 15% of the price, 5-year term, 7% interest, interest only with a balloon at maturity.',
    {
      'components.note-1.share': 0.15,
      'components.note-1.rate': 0.07,
      'components.note-1.years': 5,
      'components.note-1.repayment': 'interestOnly',
    },
  ],
  [
    'You carry $600,000 for five years at 7%.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'Fifteen percent by way of a subordinated promissory note accruing at 7 percent and maturing on the fifth anniversary of closing.',
    { 'components.note-1.share': 0.15, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'I would ask you to hold a note for the remaining $200,000, five years at 6%.',
    { 'components.note-1.amount': 200_000, 'components.note-1.rate': 0.06, 'components.note-1.years': 5 },
  ],
  [
    'Seller paper: $600k, 7%, 5 yrs',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'Vendor note - $600,000 - 7% - five years',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'The Note will be unsecured, carry a 7% coupon and amortize over sixty months. Its principal is $600,000.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    '$600,000 is deferred and paid in five annual installments of $120,000 with 7% interest.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  ['The seller will finance $600,000 of the purchase price.', { 'components.note-1.amount': 600_000 }],
  [
    'We would owe you the other $600,000, with interest at 7%, over the next five years.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'A $600,000 note, 7 percent, five-year amortization.',
    { 'components.note-1.amount': 600_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'An earn-out of up to $400,000 is payable two years after closing if collections reach $2,500,000.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 2_500_000,
    },
  ],
  [
    'A contingent payment of $400,000 will be made 24 months post-closing provided that net collections for the second year are not less than $2,500,000.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 2_500_000,
    },
  ],
  [
    'Performance-based consideration: $400,000 if trailing twelve-month EBITDA is at least $800,000 at month 24.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 800_000,
    },
  ],
  [
    'The last 10% is contingent on hitting $2.5 million of collections in the second year.',
    { 'components.earnOut-1.share': 0.1, 'components.earnOut-1.target': 2_500_000 },
  ],
  [
    'There is also a growth payment of $400,000 if EBITDA for 2028 exceeds $800,000.',
    { 'components.earnOut-1.amount': 400_000, 'components.earnOut-1.target': 800_000 },
  ],
  [
    'If you keep collections above $2.5M, you get the remaining $400,000 after two years.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.target': 2_500_000,
      'components.earnOut-1.months': 24,
    },
  ],
  [
    'Earn-out: $400,000; 24 months; target $2,500,000 of collections; all or nothing.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 2_500_000,
      'components.earnOut-1.cliff': true,
    },
  ],
  [
    'The earnout pays $400,000 at 24 months as long as revenue does not fall below $2,500,000.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 2_500_000,
    },
  ],
  [
    'A $400,000 kicker is paid on the second anniversary if EBITDA is $800,000 or better.',
    {
      'components.earnOut-1.amount': 400_000,
      'components.earnOut-1.months': 24,
      'components.earnOut-1.target': 800_000,
    },
  ],
  ['No earn-out is proposed.', {}],
  [
    '20% of the consideration will be rolled into equity of Northlake Holdings, LP.',
    { 'components.rolled-1.share': 0.2 },
  ],
  ['You would reinvest $680,000 in our parent company.', { 'components.rolled-1.amount': 680_000 }],
  ['The remaining 20% is paid in Class B units of Northlake Parent, LLC.', { 'components.rolled-1.share': 0.2 }],
  ['Rollover: 20%', { 'components.rolled-1.share': 0.2 }],
  ['$680,000 of the price is taken in stock of Northlake Holdings.', { 'components.rolled-1.amount': 680_000 }],
  ['We ask every doctor to put twenty percent back into Northlake stock.', { 'components.rolled-1.share': 0.2 }],
  ['Twenty percent of your proceeds rolls.', { 'components.rolled-1.share': 0.2 }],
  ['$680,000 in Northlake HoldCo equity', { 'components.rolled-1.amount': 680_000 }],
  ['One fifth of the price comes as shares in our holding company.', { 'components.rolled-1.share': 0.2 }],
  [
    'Equity component: 20% ($680,000) of HoldCo units',
    { 'components.rolled-1.share': 0.2, 'components.rolled-1.amount': 680_000 },
  ],
  ['80% cash / 20% rollover equity', { 'x.cashAtClosing': 0.8, 'components.rolled-1.share': 0.2 }],
  ['The mix is 80/20 cash and equity.', { 'x.cashAtClosing': 0.8, 'components.rolled-1.share': 0.2 }],
  ['You would hold $680,000 of equity in the Northlake parent.', { 'components.rolled-1.amount': 680_000 }],
  ['A rollover investment equal to twenty percent (20%) of the Purchase Price', { 'components.rolled-1.share': 0.2 }],
  [
    'You agree to work four days a week for five years after closing and are paid 32% of your collections.',
    { 'job.days': 4, 'job.termYears': 5, 'job.rate': 0.32 },
  ],
  ['Dr. Moss will work Monday through Thursday.', { 'job.days': 4 }],
  ['Your schedule stays at Monday to Thursday.', { 'job.days': 4 }],
  ['You would be in the office Tuesdays, Wednesdays and Thursdays.', { 'job.days': 3 }],
  ['You keep your present schedule: Monday, Tuesday, Thursday and Friday.', { 'job.days': 4 }],
  ['Clinical schedule: M-Th', { 'job.days': 4 }],
  ['Schedule: Mon–Thu', { 'job.days': 4 }],
  ['We need you three and a half days a week.', { 'job.days': 3.5 }],
  ['A four-day week is expected.', { 'job.days': 4 }],
  ['You asked for three days and we wanted five; let’s settle on 4 days a week.', { 'job.days': 4 }],
  ['You and I went back and forth on days. Let’s settle on four.', { 'job.days': 4 }],
  ['Your compensation will be thirty-two percent of adjusted production.', { 'job.rate': 0.32 }],
  ['We pay our doctors 32% of adjusted collections.', { 'job.rate': 0.32 }],
  ['Provider pay: 32% of net collections less 50% of lab.', { 'job.rate': 0.32, 'job.labDeducted': 0.5 }],
  ['Doctor compensation will be calculated at 32% of collected production.', { 'job.rate': 0.32 }],
  ['You will receive 32% of what you personally collect.', { 'job.rate': 0.32 }],
  ['Your pay is 32 percent of your own collections, paid every other week.', { 'job.rate': 0.32 }],
  ['As an employee you would draw 32% of your professional collections.', { 'job.rate': 0.32 }],
  [
    'Northlake will employ Dr. Moss for an initial term of five (5) years at a base salary of $300,000.',
    { 'job.termYears': 5, 'job.salary': 300_000 },
  ],
  ['Salary of $25,000 a month', { 'job.salary': 300_000 }],
  ['You commit to stay on for a minimum of 60 months.', { 'job.termYears': 5 }],
  ['Work commitment: 5 yrs full-time', { 'job.termYears': 5 }],
  ['We ask for a five-year work-back.', { 'job.termYears': 5 }],
  ['The employment agreement runs for five years.', { 'job.termYears': 5 }],
  ['Initial term of employment: five years, renewing year to year.', { 'job.termYears': 5 }],
  ['A daily guarantee of $1,200 applies.', { 'job.dailyGuarantee': 1200 }],
  ['You are guaranteed $1,200 a day.', { 'job.dailyGuarantee': 1200 }],
  [
    'Base compensation is the greater of $1,200 per day or 32% of collections.',
    { 'job.rate': 0.32, 'job.dailyGuarantee': 1200 },
  ],
  ['A clinical director stipend of $24,000 a year is added.', { 'job.bonus': 24_000 }],
  [
    'One half of the lab bill is deducted before your percentage of 32% of collections is figured.',
    { 'job.rate': 0.32, 'job.labDeducted': 0.5 },
  ],
  ['You pay no lab. Your rate is 32% of collections.', { 'job.rate': 0.32, 'job.labDeducted': 0 }],
  ['Your compensation is 32% of collections after lab costs.', { 'job.rate': 0.32, 'job.labDeducted': 1 }],
  ['The practice pays Northlake a management fee equal to 8% of collections.', { 'fee.share': 0.08 }],
  ['Our services cost 8% of net revenue.', { 'fee.share': 0.08 }],
  [
    'Under a management agreement of thirty years, Lehigh would pay Keystone 8% of its net collections.',
    { 'fee.share': 0.08 },
  ],
  [
    'The practice would pay a fee of 6.5% of collections, but in no event less than $12,000 per month.',
    { 'fee.share': 0.065, 'fee.minimum': 144_000 },
  ],
  ['In return for support services, Northlake receives 8% of monthly collections.', { 'fee.share': 0.08 }],
  ['Support services fee: 8% of revenue', { 'fee.share': 0.08 }],
  ['An MSA fee of eight percent of collections will apply.', { 'fee.share': 0.08 }],
  ['We bill each office a flat $12,000 per month for administrative support.', { 'fee.amount': 144_000 }],
  ['Northlake charges no management fee.', { 'fee.kind': 'none' }],
  ['There is no management fee.', { 'fee.kind': 'none' }],
  ['The administrative fee is eight percent (8%) of gross collections.', { 'fee.share': 0.08 }],
  ['8% of collections goes to Northlake for back-office services.', { 'fee.share': 0.08 }],
  ['Management services will be provided for 8% of collections.', { 'fee.share': 0.08 }],
  ['A monthly service charge of 8% of collections', { 'fee.share': 0.08 }],
  ['The MSO retains 8% of net collections as its fee.', { 'fee.share': 0.08 }],
  ['We expect to close on March 31, 2027.', { closing: '2027-03-31' }],
  ['Target closing: March 31, 2027', { closing: '2027-03-31' }],
  ['The parties will use best efforts to consummate the transaction by March 31, 2027.', { closing: '2027-03-31' }],
  ['Closing is anticipated to occur on or about March 31, 2027.', { closing: '2027-03-31' }],
  ['We would take over on March 31, 2027.', { closing: '2027-03-31' }],
  ['The transfer of ownership would happen on March 31, 2027.', { closing: '2027-03-31' }],
  ['We can be done by March 31, 2027.', { closing: '2027-03-31' }],
  ['The transaction is to become effective at the close of business on March 31, 2027.', { closing: '2027-03-31' }],
  ['Closing within 90 days of signing.', {}],
  ['Closing: 3/31/2027 or sooner', { closing: '2027-03-31' }],
  ['The sale would settle March 31, 2027.', { closing: '2027-03-31' }],
  [
    'Beginning five years after closing you would have the right to require Northlake to buy your 40%.',
    { 'retained.put': true },
  ],
  ['All practice debt will be paid from proceeds at closing.', { debt: 'paid' }],
  ['We assume that the practice has no debt. Its term loan would be paid from the cash at closing.', { debt: 'paid' }],
  ['The bank loan would stay in the Joint Venture and be repaid from its earnings.', { debt: 'stays' }],
  ['The transaction is cash-free, debt-free; you pay off all loans at closing.', { debt: 'paid' }],
  ['Existing bank loans will be retired out of the purchase price.', { debt: 'paid' }],
  [
    'Seller shall deliver the assets free and clear of all liens, with payoff of all indebtedness at Closing.',
    { debt: 'paid' },
  ],
  ['Your equipment loan stays with you.', { debt: 'stays' }],
  ['The price is on a debt-free, cash-free basis.', {}],
  ['Outstanding loans get cleared from your proceeds.', { debt: 'paid' }],
  ['We will buy the building for $1,200,000.', { 'realEstate.price': 1_200_000, 'realEstate.sold': true }],
  ['You keep the building and lease it to us for ten years at $9,500 a month, triple net.', {}],
  ['The real property is not part of the transaction.', {}],
  [
    'Northlake would also acquire your building at its appraised value of $1,200,000.',
    { 'realEstate.price': 1_200_000, 'realEstate.sold': true },
  ],
  ['Real estate: purchase for $1,200,000', { 'realEstate.price': 1_200_000 }],
  ['Northlake will sign a 10-year lease at $28 per square foot.', {}],
  [
    'You agree not to compete within ten miles for two years after you leave.',
    { 'x.nonCompeteYears': 2, 'x.nonCompeteMiles': 10 },
  ],
  ['Restrictive covenant: 2 years, 10 miles', { 'x.nonCompeteYears': 2, 'x.nonCompeteMiles': 10 }],
  [
    'Non-compete of 24 months within a ten-mile radius of the office',
    { 'x.nonCompeteYears': 2, 'x.nonCompeteMiles': 10 },
  ],
  [
    'For two years following the end of your employment you will not practice dentistry within 10 miles.',
    { 'x.nonCompeteYears': 2, 'x.nonCompeteMiles': 10 },
  ],
  ['You will not shop this offer for 60 days.', { 'x.exclusivityDays': 60 }],
  ['We ask for 60 days of exclusivity.', { 'x.exclusivityDays': 60 }],
  ['For a period of sixty (60) days you shall not solicit or entertain other offers.', { 'x.exclusivityDays': 60 }],
  ['No-shop period: 60 days', { 'x.exclusivityDays': 60 }],
  ['During the next 60 days you agree to negotiate only with Northlake.', { 'x.exclusivityDays': 60 }],
  ['You would take the practice off the market for 60 days.', { 'x.exclusivityDays': 60 }],
  ['You give us two months to ourselves.', {}],
  ['After five years you may require us to buy your remaining 40% at the same multiple.', { 'retained.put': true }],
  [
    'You have a put right on your retained interest after the fifth anniversary at 6.5x EBITDA.',
    { 'retained.put': true, 'retained.exitMultiple': 6.5 },
  ],
  ['You can sell us the rest at any time after year five.', { 'retained.put': true }],
  ['Profits are distributed quarterly, pro rata.', {}],
  [
    'We see value of roughly $2.9 million, or 5.8x the half million of EBITDA on your 2026 books.',
    { 'price.amount': 2_900_000, 'price.multiple': 5.8, 'price.ebitda': 500_000 },
  ],
  ['Purchaser is willing to commit $2,900,000 to this acquisition.', { 'price.amount': 2_900_000 }],
  ['The consideration payable for the Shares is $2,900,000.', { 'price.amount': 2_900_000 }],
  ['You would be paid a total of $2,900,000.', { 'price.amount': 2_900_000 }],
  ['We have arrived at a figure of $2,900,000 for your practice.', { 'price.amount': 2_900_000 }],
  [
    'Our proposal is to pay 5.8 times your adjusted 2026 EBITDA of $500,000, which comes to $2,900,000.',
    { 'price.amount': 2_900_000, 'price.multiple': 5.8, 'price.ebitda': 500_000 },
  ],
  ['The practice has been valued at 2.9M.', { 'price.amount': 2_900_000 }],
  [
    'At a 5.8 multiple your $500,000 of cash flow is worth $2,900,000.',
    { 'price.amount': 2_900_000, 'price.multiple': 5.8, 'price.ebitda': 500_000 },
  ],
  ['TTM EBITDA (9/30/26): $500,000', { 'price.ebitda': 500_000 }],
  [
    'Sellers’ discretionary earnings of $500,000 were multiplied by 2.5.',
    { 'price.multiple': 2.5, 'price.ebitda': 500_000 },
  ],
  ['Purchase multiple: 5.8', { 'price.multiple': 5.8 }],
  ['We are underwriting $500,000 in normalized EBITDA.', { 'price.ebitda': 500_000 }],
  ['Your accountant normalizes the bottom line to $500,000 EBITDA; we agree.', { 'price.ebitda': 500_000 }],
  ['Northlake would become the owner of seventy percent of the Company and Dr. Moss of the rest.', { shareSold: 0.7 }],
  ['We want a 70% ownership stake.', { shareSold: 0.7 }],
  ['You will be left with a thirty percent minority interest.', { shareSold: 0.7 }],
  ['Structure: 70/30 joint venture', {}],
  ['Closing cash will be $2,000,000.', { 'x.cashAtClosing': 2_000_000 }],
  ['$2,000,000 lands in your account the day we close.', { 'x.cashAtClosing': 2_000_000 }],
  ['Paid on the date of closing: $2,000,000', { 'x.cashAtClosing': 2_000_000 }],
  ['You receive two million dollars in cash upon consummation of the sale.', { 'x.cashAtClosing': 2_000_000 }],
  ['At settlement, $2,000,000 is wired to you.', { 'x.cashAtClosing': 2_000_000 }],
  ['70 percent, in cash, is due on closing.', { 'x.cashAtClosing': 0.7 }],
  ['The initial cash consideration is $2,000,000.', { 'x.cashAtClosing': 2_000_000 }],
  ['Seventy-five percent of that is money in the bank on day one.', { 'x.cashAtClosing': 0.75 }],
  [
    '$200,000 of that is parked in escrow with First American for a year.',
    { 'components.escrow-1.amount': 200_000, 'components.escrow-1.months': 12 },
  ],
  [
    'An indemnification holdback in the amount of $200,000 shall be retained by Buyer until the date that is 15 months after the Closing.',
    { 'components.escrow-1.amount': 200_000, 'components.escrow-1.months': 15 },
  ],
  [
    'The remaining $200,000 is subject to a 12-month holdback.',
    { 'components.escrow-1.amount': 200_000, 'components.escrow-1.months': 12 },
  ],
  [
    'Eight percent stays in escrow until eighteen months have passed.',
    { 'components.escrow-1.share': 0.08, 'components.escrow-1.months': 18 },
  ],
  [
    'We set aside $200,000 for one year to secure your indemnity.',
    { 'components.escrow-1.amount': 200_000, 'components.escrow-1.months': 12 },
  ],
  [
    'Survival escrow of $200,000, released 12 months post-closing less pending claims',
    { 'components.escrow-1.amount': 200_000, 'components.escrow-1.months': 12 },
  ],
  ['Holdback: 8% of price (15 months)', { 'components.escrow-1.share': 0.08, 'components.escrow-1.months': 15 }],
  ['No part of the price is escrowed.', {}],
  [
    'We would sign a note to you for $400,000, payable in equal monthly payments over four years with 6.5% interest.',
    {
      'components.note-1.amount': 400_000,
      'components.note-1.years': 4,
      'components.note-1.rate': 0.065,
      'components.note-1.repayment': 'level',
    },
  ],
  [
    'Seller note, $400,000, 48 months, 6.5%',
    { 'components.note-1.amount': 400_000, 'components.note-1.years': 4, 'components.note-1.rate': 0.065 },
  ],
  [
    'A purchase money note in the principal sum of $400,000 will bear simple interest of 6.5% and be due in a lump sum on the fourth anniversary of Closing.',
    { 'components.note-1.amount': 400_000, 'components.note-1.years': 4, 'components.note-1.rate': 0.065 },
  ],
  [
    'Owner financing: $400,000 at 6.5% amortized over 4 years',
    { 'components.note-1.amount': 400_000, 'components.note-1.years': 4, 'components.note-1.rate': 0.065 },
  ],
  [
    'If EBITDA hits $700,000 in year two, you receive a further $250,000 at month 26.',
    {
      'components.earnOut-1.amount': 250_000,
      'components.earnOut-1.target': 700_000,
      'components.earnOut-1.months': 26,
    },
  ],
  [
    'Earnout of $250,000 at the two-year mark, provided collections hold at $3,000,000',
    {
      'components.earnOut-1.amount': 250_000,
      'components.earnOut-1.target': 3_000_000,
      'components.earnOut-1.months': 24,
    },
  ],
  [
    '$250,000 is at risk: it is paid after 24 months only if collections have stayed at or above $3,000,000.',
    {
      'components.earnOut-1.amount': 250_000,
      'components.earnOut-1.target': 3_000_000,
      'components.earnOut-1.months': 24,
    },
  ],
  [
    'Up to $250,000 of contingent consideration, payable 18 months after closing upon achievement of $3,000,000 in net collections',
    {
      'components.earnOut-1.amount': 250_000,
      'components.earnOut-1.target': 3_000_000,
      'components.earnOut-1.months': 18,
    },
  ],
  [
    'The earn-out, $250,000, is earned in full when trailing collections reach $3 million and is paid 90 days later.',
    { 'components.earnOut-1.amount': 250_000, 'components.earnOut-1.target': 3_000_000 },
  ],
  [
    '15% of your consideration will be in the form of Northlake Holdings common stock.',
    { 'components.rolled-1.share': 0.15 },
  ],
  ['You will own $435,000 worth of Northlake TopCo shares.', { 'components.rolled-1.amount': 435_000 }],
  ['We would issue you $435,000 of our common units.', { 'components.rolled-1.amount': 435_000 }],
  ['Fifteen percent is reinvested alongside our sponsor.', { 'components.rolled-1.share': 0.15 }],
  [
    'Rollover equity of fifteen percent (15%), or $435,000',
    { 'components.rolled-1.share': 0.15, 'components.rolled-1.amount': 435_000 },
  ],
  ['Equity rollover amount — $435,000', { 'components.rolled-1.amount': 435_000 }],
  ['15% of proceeds exchanged for Class A interests in Northlake Parent', { 'components.rolled-1.share': 0.15 }],
  ['Your role: full-time dentist, four days, three-year minimum.', { 'job.days': 4, 'job.termYears': 3 }],
  ['We would like a commitment from you of no less than 3 years.', { 'job.termYears': 3 }],
  ['You will continue practicing for at least thirty-six months after closing.', { 'job.termYears': 3 }],
  ['Minimum post-closing employment: 36 months', { 'job.termYears': 3 }],
  [
    'Doctor agrees to a 3-year employment agreement at 4 clinical days per week.',
    { 'job.days': 4, 'job.termYears': 3 },
  ],
  ['Days: Tues-Fri', { 'job.days': 4 }],
  ['Clinical hours Monday, Tuesday and Thursday', { 'job.days': 3 }],
  ['Doctor compensation: 31% of collections, lab split 50/50', { 'job.rate': 0.31, 'job.labDeducted': 0.5 }],
  ['You would be compensated at thirty-one percent of net production.', { 'job.rate': 0.31 }],
  ['Paid 31% on adjusted collections', { 'job.rate': 0.31 }],
  ['Your take is 31% of whatever you collect.', { 'job.rate': 0.31 }],
  ['31% of collections (net of labs)', { 'job.rate': 0.31, 'job.labDeducted': 1 }],
  [
    'You receive 31% of your collections, with a floor of $1,000 per day.',
    { 'job.rate': 0.31, 'job.dailyGuarantee': 1000 },
  ],
  ['An annual salary of $260,000 plus benefits', { 'job.salary': 260_000 }],
  ['Pay: $260,000/yr base', { 'job.salary': 260_000 }],
  ['Management fee: seven percent of net revenues', { 'fee.share': 0.07 }],
  ['Northlake will be paid a services fee of 7% of collections each month.', { 'fee.share': 0.07 }],
  ['The JV pays us 7% of collections for management.', { 'fee.share': 0.07 }],
  ['We take 7% of collections as a management fee.', { 'fee.share': 0.07 }],
  ['Practice support fee at seven percent of cash collected', { 'fee.share': 0.07 }],
  ['Monthly management fee of $9,000', { 'fee.amount': 108_000 }],
  ['Anticipated closing date: on or before May 14, 2027', { closing: '2027-05-14' }],
  ['Our goal is to fund by May 14, 2027.', { closing: '2027-05-14' }],
  ['We aim to finalize everything by May 14, 2027.', { closing: '2027-05-14' }],
  ['Ownership would transfer May 14, 2027.', { closing: '2027-05-14' }],
  ['Completion: 14 May 2027', { closing: '2027-05-14' }],
  ['The sale should be completed by 5/14/27.', { closing: '2027-05-14' }],
  ['You won’t open an office within 12 miles for three years.', { 'x.nonCompeteYears': 3, 'x.nonCompeteMiles': 12 }],
  ['Non-competition: three (3) years / twelve (12) miles', { 'x.nonCompeteYears': 3, 'x.nonCompeteMiles': 12 }],
  ['The covenant runs 36 months and covers a twelve-mile circle.', { 'x.nonCompeteYears': 3, 'x.nonCompeteMiles': 12 }],
  ['No practicing inside of 12 miles for 3 years once you leave', { 'x.nonCompeteYears': 3, 'x.nonCompeteMiles': 12 }],
  ['You agree to give us the exclusive right to negotiate for 75 days.', { 'x.exclusivityDays': 75 }],
  ['Lock-up: 75 days', { 'x.exclusivityDays': 75 }],
  ['You agree to stop talking to everyone else for 75 days.', { 'x.exclusivityDays': 75 }],
  ['While we complete diligence (75 days), you may not market the practice.', { 'x.exclusivityDays': 75 }],
  ['Debt: seller responsible for payoff', { debt: 'paid' }],
  ['Lender payoffs come out of your closing proceeds.', { debt: 'paid' }],
  ['Your building stays with you; we lease at $7,000 per month for 5 years with two options.', {}],
  ['We will purchase the real estate at $900,000.', { 'realEstate.price': 900_000, 'realEstate.sold': true }],
  ['Broker commission of 6% is the seller’s responsibility.', { 'costs.broker': 0.06 }],
  ['Target net working capital of $80,000 stays in the practice.', { 'x.workingCapitalPeg': 80_000 }],
  // What stands in a letter and is none of its terms.
  ['The associate, Dr. Yuen, would continue at her present rate of 28% of production.', {}],
  ['Hygienists receive a raise of 3%, and employees could not be solicited for three years.', {}],
  ['You are paid 35% of collections, and associates are paid 30% of collections.', { 'job.rate': 0.35 }],
  ['We understand that another group has offered you $3,100,000 with a 20% holdback.', {}],
  ['Dr. Prewitt had asked for 42% of collections.', {}],
  ['We lease the condo for ten years with an option to buy it for $1,100,000.', {}],
  ['Physician assistants are supervised at a stipend of $15,000 per year each.', {}],
  ['EBITDA is stated after we normalize the doctors at 38% of collections.', {}],
  ['The cash at closing of the second bid is $243,000 lower.', {}],
  ['Net working capital at closing will be $82,000.', { 'x.workingCapitalPeg': 82_000 }],
  ['Our physicians hold, in the aggregate, 38% of the equity.', {}],
  ['The original period of sixty days of exclusivity was never in force.', {}],
  // What holds of two.
  ['The employment term is reduced from five years to four.', { 'job.termYears': 4 }],
  ['The non-compete radius is reduced from fifteen miles to ten.', { 'x.nonCompeteMiles': 10 }],
  ['Exclusive dealing: 60 days after acceptance, extendable by 30 days', { 'x.exclusivityDays': 60 }],
  // An earn-out by what it rewards, a floor by its slope.
  [
    'In addition, you would receive $200,000 if collections in the first full year after closing are at least $3,000,000; this would be paid fourteen months after closing.',
    {
      'components.earnOut-1.amount': 200_000,
      'components.earnOut-1.target': 3_000_000,
      'components.earnOut-1.months': 14,
    },
  ],
  [
    'Contingent payment: $535,500, due 25 months after closing, if collections are not less than $2,700,000; reduced in proportion between $2,500,000 and $2,700,000',
    {
      'components.earnOut-1.amount': 535_500,
      'components.earnOut-1.target': 2_700_000,
      'components.earnOut-1.floor': 2_500_000,
      'components.earnOut-1.cliff': false,
      'components.earnOut-1.months': 25,
    },
  ],
  [
    '$600,000 of the cash portion will be placed in escrow for 18 months.',
    { 'components.escrow-1.amount': 600_000, 'components.escrow-1.months': 18 },
  ],
  [
    'TEV is $3.75MM: 65% cash ($2.4375MM), 20% rollover equity in Northlake Topco ($750K), 15% seller note ($562.5K)',
    {
      'price.amount': 3_750_000,
      'x.cashAtClosing': 2_437_500,
      'components.rolled-1.share': 0.2,
      'components.rolled-1.amount': 750_000,
      'components.note-1.share': 0.15,
      'components.note-1.amount': 562_500,
    },
  ],
  ['Note: 5 years, 6% PIK, subordinated', { 'components.note-1.years': 5, 'components.note-1.rate': 0.06 }],
  [
    'Of the purchase price, $600,000 would be financed by our bank and paid to you at closing.',
    { 'x.cashAtClosing': 600_000 },
  ],
  ['After that you may work as a fill-in at $900 per day.', {}],
  [
    '$288,000 (5%) if 2027 collections are at least $2,900,000',
    {
      'components.earnOut-1.amount': 288_000,
      'components.earnOut-1.share': 0.05,
      'components.earnOut-1.target': 2_900_000,
    },
  ],
  ['Exclusivity: 75 days + automatic 15-day extension', { 'x.exclusivityDays': 75 }],
  ['Employment term: 5 years initial, 2-year auto renewals', { 'job.termYears': 5 }],
  ['Northlake is paid 10% of collections for central services.', { 'fee.share': 0.1 }],
  ['$220k a year later as a holdback', { 'components.escrow-1.amount': 220_000, 'components.escrow-1.months': 12 }],
  ['After our 7% administrative fee on collections, profits are paid out each quarter.', { 'fee.share': 0.07 }],
  ['We can’t get there on $400k of EBITDA, it would be over 6x.', { 'price.ebitda': 400_000 }],
  ['You would not recruit team members for 12 months.', {}],
  [
    '2 years / 5 miles noncompete. That is lower than the 10 miles in our form.',
    { 'x.nonCompeteYears': 2, 'x.nonCompeteMiles': 5 },
  ],
  ['Cash is reduced by the $730,000 owed to Pacific Western Bank.', {}],
  ['Distributions: Northlake may withhold 15% of profits for reserves.', {}],
  // One partner's part, and the number of partners by the price.
  [
    'EBITDA is $2,250,000 and we pay 9.6 times EBITDA. Each partner would receive a total of $7,200,000, as follows: $5,400,000 in cash at closing and $1,800,000 in units of Northlake Holdings.',
    {
      'price.ebitda': 2_250_000,
      'price.multiple': 9.6,
      'price.amount': 21_600_000,
      'x.cashAtClosing': 16_200_000,
      'components.rolled-1.amount': 5_400_000,
    },
  ],
  [
    'You receive 38% of your collections during an initial five-year term. The optometrists’ base salaries of $145,000 will not change.',
    { 'job.rate': 0.38, 'job.termYears': 5 },
  ],
  [
    'Dr. Ives (your associate) stays at 40% and we would guarantee her $1,500 a day for a year; you earn 45% of collections.',
    { 'job.rate': 0.45 },
  ],
  [
    'Seller note: $468,000, 7% interest, five years, interest-only until a balloon at maturity',
    { 'components.note-1.amount': 468_000, 'components.note-1.rate': 0.07, 'components.note-1.years': 5 },
  ],
  [
    'We would want 45 days of exclusivity once signed and would shoot to close by June 1, 2027.',
    { 'x.exclusivityDays': 45, closing: '2027-06-01' },
  ],
  ['I would ask for 30 days without shopping it.', { 'x.exclusivityDays': 30 }],
  [
    'We will pay $3,060,000 for our 51%: $2,754,000 in cash at closing and $306,000 after twelve months provided no indemnification claims are pending.',
    {
      'x.cashAtClosing': 2_754_000,
      'components.escrow-1.amount': 306_000,
      'components.escrow-1.months': 12,
    },
  ],
  [
    'Escrow. Ten percent (10%) for twenty-four (24) months. [Seller: 5% and 12 months is market.]',
    { 'components.escrow-1.share': 0.1, 'components.escrow-1.months': 24 },
  ],
  [
    'The units were last priced at a $640 million enterprise valuation of Cascade, which carries $230 million of net debt.',
    { 'components.rolled-1.platform.value': 640_000_000, 'components.rolled-1.platform.debt': 230_000_000 },
  ],
  ['Our preliminary estimate of the peg is $(85,000).', { 'x.workingCapitalPeg': -85_000 }],
  ['We close on November fifteenth, twenty twenty-seven.', { closing: '2027-11-15' }],
  ['We ask that you not speak with other potential partners for 75 days.', { 'x.exclusivityDays': 75 }],
  ['$3.3mm total, 6x on $550k', { 'price.amount': 3_300_000, 'price.multiple': 6, 'price.ebitda': 550_000 }],
  ['You are paid 28% of collections less half the lab.', { 'job.rate': 0.28, 'job.labDeducted': 0.5 }],
  [
    'The purchase price is $5,850,000; each of you would be paid $2,925,000. Each of you would receive $2,340,000 in cash at closing, together $4,680,000. The remaining $1,170,000 of the price would be paid by a promissory note to the two of you.',
    { 'price.amount': 5_850_000, 'x.cashAtClosing': 4_680_000, 'components.note-1.amount': 1_170_000 },
  ],
  ['Commitment: 3 years / 4 days', { 'job.termYears': 3, 'job.days': 4 }],
  ['How long do I have to stay? Four years. Most of our doctors stay seven.', { 'job.termYears': 4 }],
  ['How does this work? You sign within 5 days.', {}],
  ['Cash - you asked for 85%, we can do 80%.', { 'x.cashAtClosing': 0.8 }],
  [
    'The basis is 7.5 times EBITDA of $1,200,000, after a provider cost of 40% of collections.',
    { 'price.multiple': 7.5, 'price.ebitda': 1_200_000 },
  ],
  [
    '$900,000 by subordinated note, interest only at 8% payable quarterly for five years with the principal due at maturity',
    { 'components.note-1.amount': 900_000, 'components.note-1.rate': 0.08, 'components.note-1.years': 5 },
  ],
  [
    'Employment: In years one and two you will be paid 42% of collections; in years three through five you may slow down, at 38%.',
    { 'job.rate': 0.42, 'job.laterRate': 0.38, 'job.laterFrom': 3 },
  ],
  [
    'The mix is 70/20/10 cash/rollover/escrow.',
    { 'x.cashAtClosing': 0.7, 'components.rolled-1.share': 0.2, 'components.escrow-1.share': 0.1 },
  ],
  [
    'Rollover: as of the last round, total enterprise value $410 million and net indebtedness $150 million.',
    { 'components.rolled-1.platform.value': 410_000_000, 'components.rolled-1.platform.debt': 150_000_000 },
  ],
]

/** What a sentence leaves open: the candidates of the question about a field. */
const OPEN: readonly (readonly [string, string, readonly (number | string)[]])[] = [
  [
    'Covenant not to compete: Five years from closing or two years after you leave, whichever is later.',
    'x.nonCompeteYears',
    [5, 2],
  ],
  ['Two days per week of clinical work, and one administrative day', 'job.days', [2]],
  [
    'We expect 70% to 75% in cash at closing. The balance would be units of Northlake Holdings.',
    'components.rolled-1.share',
    [0.3, 0.25],
  ],
  ['You earn 75% of the pool that the six of you would have had.', 'job.rate', [0.75]],
  ['Four days clinic + half day admin', 'job.days', [4]],
  ['Compensation: 35% of collections, first $1.1 million of collections; 40% above', 'job.rate', [0.35]],
  [
    'Upfront cash: $10,530,000. Escrow of $810,000 taken out of the upfront cash for 12 months.',
    'x.cashAtClosing',
    [10_530_000, 9_720_000],
  ],
  ['Its fee consists of the profit that remains after all expenses.', 'fee.share', [1]],
  [
    'We close on August 2, 2027. With an August 16 closing you could take your trip.',
    'closing',
    ['2027-08-02', '2027-08-16'],
  ],
  ['We pay you 30% of production and $90,000 per year as Regional President.', 'job.bonus', [90_000]],
  ['Enterprise value of $4.0M-$4.5M, i.e. 5.5x-6.0x.', 'price.amount', [4_000_000, 4_500_000]],
  ['Enterprise value of $4.0M-$4.5M, i.e. 5.5x-6.0x.', 'price.multiple', [5.5, 6]],
  ['You would stay 3yrs-5yrs at 28%-32% of collections.', 'job.termYears', [3, 5]],
  ['They are at 8x-9x on $850k EBITDA so figure $6.8 to $7.65 million.', 'price.amount', [6_800_000, 7_650_000]],
  ['Part of it is stock in the parent, page 2 says 20%, page 4 says 25%.', 'components.rolled-1.share', [0.2, 0.25]],
  [
    'You stay for a period of four years. When the five-year employment term has expired, you would not compete within nine miles.',
    'job.termYears',
    [5, 4],
  ],
]

describe('a sentence that leaves something open', () => {
  it.each(OPEN)('%s', (sentence, path, candidates) => {
    const { fields, questions } = fileOf(sentence)
    expect(fields[`offers.o1.${path}`]).toBeUndefined()
    expect(questions.find((one) => one.path === `offers.o1.${path}`)?.candidates).toEqual(candidates)
  })
  it('counts the days from the day of the letter, where it asks for exclusivity until another', () => {
    const asked = (day: string): readonly (number | string)[] | undefined =>
      readFile(
        documentOfText(`${day}\n\nDear Dr. Moss,\n\nUntil May 31, 2027 we ask you not to talk to other groups.`),
      ).questions.find(({ path }) => path.endsWith('x.exclusivityDays'))?.candidates
    expect(asked('March 8, 2027')).toEqual([84])
    expect(asked('December 31, 2026')).toEqual([151])
    expect(asked('Spring')).toEqual([])
  })
})

describe('a sentence', () => {
  it.each(SENTENCES)('%s', (sentence, stated) => {
    const found = read(sentence)
    expect(Object.fromEntries(Object.entries(found).filter(([path]) => path in stated || !FOLLOW.has(path)))).toEqual(
      stated,
    )
  })
})
