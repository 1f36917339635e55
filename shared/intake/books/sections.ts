import { accountOf, nameOf } from './accounts'

/** Names of sums and results, which are no accounts. */
export const TOTAL =
  /^(?:sub-?\s?)?totals?\b|\btotals?$|^net\b(?! (?:gain|loss)\b.*\b(?:from|on)\b)(?=.*\b(?:income|profit|loss|earnings|result|revenue|sales|collections|receipts)\b)|^gross (?:profit|income|margin)|^(?:operating|ordinary|pre-?tax) (?:income|profit|earnings)|^(?:income|profit|earnings|loss) (?:from operations|before|after)|^so far$|^running|^in total$|^out total$|^balance$|\bsubtract (?:line|the)\b|^subtract\b|^as a percentage|^(?:left (?:over|at|after|in)\b|bottom line|what(?:(?:’|')?s| is) left)|^(?:in|out)$|^ebitda?\b|^adjusted\b|\bordinary business income|\bprofit or \(?loss|^tentative (?:profit|income|loss)|^(?:combine|add|divide|enter the) line|^surplus|^left$|^cash (?:left|flow)/i
/** Names of the last line, which proves the others. */
export const NET =
  /^left$|^net (?:income|profit|earnings|result|loss|profit or|ordinary business|business income|surplus)\b(?! before| on\b)|^(?:left (?:over|at|after|in)\b|bottom line|what(?:(?:’|')?s| is) left)|^ordinary business income|^(?:profit|loss) for the (?:year|period)|^net$|^net (?:income|profit)|^(?:deposits|income|receipts|in|money in|collections) (?:minus|less|-) (?:bills|expenses|costs|out|money out|checks|overhead)\b/i
/** Results on the way to it. */
export const NOT_NET = /operating|ordinary income|other income|before/i

/** The sum of all income, after which costs come; a sum of one group of it is not. */
export const WHOLE_INCOME =
  /^(?:in total|(?:total|net)(?: for)? (?:(?:net|gross|operating|practice|trading|patient|ordinary) )?(?:income|revenues?|sales|receipts|collections))$/i

/** A list below the books, of what each has collected. */
export const BY_PROVIDER =
  /\b(?:collections?|receipts|income|revenue)\b.*\bby (?:provider|doctor|dentist|producer|physician|surgeon)\b/i

/** What the rows below a heading are. */
export type Section = 'income' | 'cost' | 'otherIncome' | 'otherCost'

/** @returns undefined where a heading does not say */
export function sectionOf(label: string): Section | undefined {
  const name = nameOf(label)
  if (/^other\s+(?:income\s*(?:\/|and|&)\s*expenses?)/i.test(name)) return undefined
  if (/^(?:non-?operating|other|extraordinary)\s+(?:income|revenue|gains?)/i.test(name)) return 'otherIncome'
  if (/^(?:non-?operating|other|extraordinary)\s+(?:expenses?|costs?|deductions?)/i.test(name)) return 'otherCost'
  if (
    /\b(?:cost of (?:goods|sales|services)|expenses?|costs|overhead|money out|went out|goes out|going out|paid out|spent|deductions|disbursements|outgoings?|bills|checks|cash out|payments)\b/i.test(
      name,
    ) &&
    !/income\s*\/\s*expense/i.test(name)
  )
    return 'cost'
  if (
    /^(?:what )?(?:(?:ordinary|trading|operating|patient|practice|professional|gross|total)\s+)*(?:income|revenues?|sales|receipts|money in|came in|comes in|coming in|took in|received|cash in|deposits|fees|production|collections)\b/i.test(
      name,
    ) &&
    !/income\s*\/\s*expense/i.test(name)
  )
    return 'income'
  return undefined
}

/** What one row is: after the operating result, interest earned is income, interest paid is a cost, whatever the heading. */
export function sectionFor(section: Section, name: string, amount: number): Section {
  // "Other income (expense)": one heading over both, costs in parentheses.
  if (
    section === 'otherIncome' &&
    amount < 0 &&
    /\b(?:expenses?|paid|depreciation|amorti[sz]ation|loss|tax(?:es)?)\b/i.test(name)
  )
    return 'otherCost'
  // Tax forms subtract it before they add other income.
  if (section === 'income' && /^(?:less:?\s+)?costs? of (?:goods|sales|services)\b/i.test(name)) return 'cost'
  if (section === 'otherCost' && /\b(?:income|earned|gain|credit)\b/i.test(name) && !/expense|paid|tax/i.test(name))
    return 'otherIncome'
  if (section === 'cost' && /^(?:(?:interest|dividend|rental|other)\s+income|(?:net )?gain)\b/i.test(name))
    return 'otherIncome'
  return section
}

/** A known cost, and nothing given back to patients. */
export const isPaid = (name: string): boolean => accountOf(name, []).known && !LESSENS_INCOME.test(name)

/** Names of what is taken off the income. */
export const LESSENS_INCOME = /refund|returns|discount|write-?offs?|less\b|adjustment|allowance|charge-?back/i
