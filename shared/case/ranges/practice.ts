import {
  doctorsPay,
  ordinaryShare,
  privateMultiple,
  privateSellingCosts,
  privateShareOfCollections,
  yours,
} from './common'
import { assumed, type Entries } from './range'
import { sources } from './sources'

const overhead = [sources.overheadSpan, sources.overheadByLine, sources.overheadRatio]

export const practiceRanges: Entries = {
  'practice/ownerCollections': assumed(
    'Take it from your own reports. A dentist billed $864,560 on average in 2023, a specialist $1,155,170; billings are more than collections.',
    { sources: [sources.adaIncome] },
  ),
  'practice/partnersCollections': yours(
    'Take it from your own reports; most small practices have one owner, so it starts at 0.',
  ),
  'practice/associateCollections': yours('Take it from your own reports; it starts at 0, without an associate.'),
  'practice/hygieneCollections': yours(
    'Take it from your own reports; the default is a quarter of the collections of the default practice.',
  ),
  'practice/feeGrowth': assumed(
    'As inflation. No clean figure was found; in 2013–17 to 2018–22 revenue rose by 2% and expenses by 8% beyond inflation.',
    { low: 0.01, high: 0.035, sources: [sources.adaExpenses] },
  ),
  'practice/volumeGrowth': assumed(
    'No growth, because a full schedule does not grow; enter what you have seen over some years.',
    {
      low: -0.02,
      high: 0.03,
    },
  ),
  'practice/job/rate': yours('As your contract says; 0% until you enter it.'),
  'practice/job/production': yours('Take it from your own reports: work at full fees before write-offs.'),
  'practice/job/collectionRatio': yours(
    'As your contract says: the part of production at full fees that you are paid on.',
  ),
  'practice/job/labShare': yours('Take it from your own reports; it counts only where a job deducts lab costs.'),
  'practice/job/labDeducted': yours('As your contract says; 0 unless lab costs are deducted first.'),
  'practice/job/salary': yours('As your contract says; 0 if you are paid a share alone.'),
  'practice/job/salaryEscalator': assumed('As costs of pay in general; no published figure was found.'),
  'practice/job/dailyGuarantee': yours('As your contract says; 0 where it has none.'),
  'practice/job/bonus': yours('As your contract says; 0 where it has none.'),
  'practice/job/bonusProbability': assumed('Even odds, because no rate of payment was found.', { low: 0, high: 1 }),
  'practice/job/benefits': yours('Count health, malpractice and the like at what they would cost you.'),
  'practice/job/bonusEscalator': yours('Dollars of a contract stay flat unless it says that they grow.'),
  'practice/job/contributionAsEmployee': yours('From your pay stub; the limit of 2026 is $24,500 under age 50.'),
  'practice/job/employerContribution': yours('From your plan statement; 0 where your employer gives nothing.'),
  'practice/daysNow': yours('Four days a week is a common schedule; enter your own.'),
  'practice/weeksWorked': yours('Six weeks for holidays, courses and illness; enter your own.'),
  'practice/hoursPerDay': yours('Eight hours with patients and one in the office; enter your own.'),
  'practice/taper/age': assumed('Owners usually produce less in their last years; from when is your own plan.'),
  'practice/taper/days': assumed('Owners usually produce less in their last years; how much less is your own plan.'),
  'practice/costs/share': assumed(
    'Take it from your books. All costs without the owner’s pay are published as 60–75% of collections: team 24–28%, clinical 12–14%, facility 10%, other 11%.',
    { sources: overhead },
  ),
  'practice/costs/amount': assumed(
    'Take it from your books. All costs without the owner’s pay are published as 60–75% of collections: team 24–28%, clinical 12–14%, facility 10%, other 11%.',
    { sources: overhead },
  ),
  'practice/costs/growth': assumed(
    'One point above fees, because expenses have outgrown revenue; no clean figure for wages of the team was found.',
    { low: 0.02, high: 0.055, sources: [sources.adaExpenses] },
  ),
  'practice/addBacks/amount': yours(
    'Take it from your books, with a receipt for each; an add-back without evidence is what a buyer strikes first.',
  ),
  'practice/otherAssets/value': yours('What a buyer would pay today; ask who runs it for its last valuation.'),
  'practice/otherAssets/basis': yours('Ask your CPA; for a share in a company it is on Schedule K-1, item L.'),
  'practice/otherAssets/depreciation': yours('Take it from your tax return (Form 4562); it starts at 0.'),
  'practice/otherAssets/debt': yours('The balance that you expect to owe on that day; it starts at 0.'),
  'practice/otherAssets/growth': yours(
    'Starts at inflation’s own default; a share in a company may grow or lose more.',
  ),
  'practice/otherAssets/distributions': yours('Take it from Schedule K-1 or your bank statements of the last year.'),
  'practice/otherAssets/ordinaryShare': yours('Ask your CPA; it starts at 0.'),
  'practice/otherAssets/sellingCosts': yours('0 for a share that partners buy; a building commonly costs 6%.'),
  'practice/family/pay': yours('Take it from Form W-2, box 5; it starts at 0.'),
  'practice/family/marketPay': yours('What an advertisement for the same work and hours would name; ask your CPA.'),
  'practice/perks': yours('Take it from your books; it starts at 0 so that nothing is counted that is not there.'),
  'practice/capex': assumed(
    'No benchmark was found; $30,000 a year replaces a chair, a scanner and computers in turn.',
    {
      low: 10_000,
      high: 80_000,
    },
  ),
  'practice/managerCost': assumed(
    '0, because the doctor hired in your place is taken to manage as you do; enter a salary if not.',
  ),
  'practice/replacementRate': doctorsPay,
  'practice/rentToMarket': yours(
    '0, as if your rent were the market’s; if you own the building, ask what a stranger would pay.',
  ),
  'practice/staffToMarket': yours('0, as if pay were the market’s; enter what family or long service costs above it.'),
  'practice/debts/balance': yours('Take it from the lender’s statement.'),
  'practice/debts/rate': assumed(
    'No published figure was sought, because your contract says it; 7% stands in until then.',
    {
      low: 0.04,
      high: 0.11,
    },
  ),
  'practice/debts/years': yours('Take it from the lender’s statement.'),
  'practice/ownershipShare': yours('All of it, as a sole owner; take it from the partners’ agreement.'),
  'practice/ownersPayRate': yours('0 for a sole owner; take it from the partners’ agreement.'),
  'practice/books/reportedEbitda': yours(
    'Take it from the profit-and-loss statement; without it the bridge starts at the cost lines.',
  ),
  'practice/books/ownersPay': yours('Take it from the payroll report; 0 if owners take draws.'),
  'practice/books/oneOffs/amount': yours('Take it from your books, with a receipt for each.'),
  'practice/basis': yours('Ask the accountant; 0, where all is written off, gives the most tax.'),
  'practice/assets/equipmentBasis': yours('Take it from the depreciation schedule; 0 where all is written off.'),
  'practice/assets/equipmentDepreciation': yours(
    'Take it from the depreciation schedule, section 179 and bonus depreciation included.',
  ),
  'practice/assets/suppliesBasis': yours('Ask the accountant; 0 where supplies are deducted when bought.'),
  'practice/assets/intangiblesBasis': yours('Only if you once bought the practice: ask the accountant.'),
  'practice/assets/intangiblesAmortised': yours('Only if you once bought the practice: ask the accountant.'),
  'practice/realEstate/value': yours('Your own estimate, or an appraisal.'),
  'practice/realEstate/growth': assumed('About as inflation; no figure for dental buildings was found.', {
    low: 0,
    high: 0.05,
  }),
  'practice/realEstate/netRent': yours(
    'Rent from the lease less taxes, insurance, upkeep and loan payments of the building.',
  ),
  'practice/realEstate/basis': yours('Ask the accountant: cost of land and building less depreciation.'),
  'practice/realEstate/depreciation': yours('Take it from the depreciation schedule of the building.'),
  'practice/realEstate/mortgage': yours('Take what will be left from the lender’s schedule.'),
  'practice/realEstate/sellingCosts': assumed(
    'What brokers of commercial buildings commonly take, with closing costs.',
    {
      low: 0.03,
      high: 0.08,
    },
  ),
  'practice/terminalSale/shareOfCollections': privateShareOfCollections,
  'practice/terminalSale/multiple': privateMultiple,
  'practice/terminalSale/amount': yours('Your own estimate; a local appraisal costs $1,500–4,000.'),
  'practice/terminalSale/probability': assumed(
    'No rate of failed sales was found; above about $1.5 million of collections one dentist can hardly buy, so a buyer is likely but not certain.',
    { low: 0.5, high: 1, sources: [sources.icon] },
  ),
  'practice/terminalSale/sellingCosts': privateSellingCosts,
  'practice/terminalSale/exitCosts': yours('Ask the insurer for the price of tail coverage; it starts at 0.'),
  'practice/terminalSale/windDownCost': yours(
    'Rent, notice to the team and records if nobody buys; it starts at 0, so enter an estimate.',
  ),
  'practice/terminalSale/ordinaryShare': ordinaryShare,
}
