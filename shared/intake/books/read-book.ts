import { cellName } from '../document'
import { accountOf, nameOf, PERSONAL, type Line } from './accounts'
import { cents } from './amounts'
import type { Columns, Entry } from './columns'
import type { BookRead, BookRow } from './book'
import { asAssociates, asFamily, askWhoOwns, producersOfClasses, producersOfIncome, producersOfList } from './doctors'

const TOTAL =
  /^(?:sub-?\s?)?totals?\b|\btotals?$|^net\b(?! (?:gain|loss)\b.*\b(?:from|on)\b)(?=.*\b(?:income|profit|loss|earnings|result|revenue|sales|collections|receipts)\b)|^gross (?:profit|income|margin)|^(?:operating|ordinary|pre-?tax) (?:income|profit|earnings)|^(?:income|profit|earnings|loss) (?:from operations|before|after)|^so far$|^running|^in total$|^out total$|^balance$|\bsubtract (?:line|the)\b|^subtract\b|^as a percentage|^(?:left (?:over|at|after|in)\b|bottom line|what(?:(?:’|')?s| is) left)|^(?:in|out)$|^ebitda?\b|^adjusted\b|\bordinary business income|\bprofit or \(?loss|^tentative (?:profit|income|loss)|^(?:combine|add|divide|enter the) line|^surplus|^left$|^cash (?:left|flow)/i
const NET =
  /^left$|^net (?:income|profit|earnings|result|loss|profit or|ordinary business|business income|surplus)\b(?! before| on\b)|^(?:left (?:over|at|after|in)\b|bottom line|what(?:(?:’|')?s| is) left)|^ordinary business income|^(?:profit|loss) for the (?:year|period)|^net$|^net (?:income|profit)|^(?:deposits|income|receipts|in|money in|collections) (?:minus|less|-) (?:bills|expenses|costs|out|money out|checks|overhead)\b/i
const NOT_NET = /operating|ordinary income|other income|before/i

/** The sum of all income, after which costs come; a sum of one group of it is not. */
const WHOLE_INCOME =
  /^(?:in total|(?:total|net)(?: for)? (?:(?:net|gross|operating|practice|trading|patient|ordinary) )?(?:income|revenues?|sales|receipts|collections))$/i

/** A list below the books, of what each has collected. */
const BY_PROVIDER =
  /\b(?:collections?|receipts|income|revenue)\b.*\bby (?:provider|doctor|dentist|producer|physician|surgeon)\b/i

type Section = 'income' | 'cost' | 'otherIncome' | 'otherCost'
function sectionOf(label: string): Section | undefined {
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

interface Leaf {
  readonly entry: Entry
  readonly section: Section
  readonly parents: readonly string[]
}

/**
 * Which row is the net income, and whether a row without a total's name that equals the sum of rows above is one, is
 * tried in turn until the file proves itself.
 */
export function readAccounts(sheet: string, columns: Columns | undefined): BookRead | undefined {
  if (!columns) return undefined
  const nets = columns.entries.filter(({ label, amount }) => {
    const name = nameOf(label)
    return amount !== undefined && NET.test(name) && !NOT_NET.test(name)
  })
  // Under a name that nobody knows, the net income is one of the last amounts, if it proves the rows above it.
  const last =
    nets.length > 0 ? [] : columns.entries.filter(({ amount }) => amount !== undefined && amount !== 0).slice(-12)
  const wholes = [...nets.slice(0, 4), undefined, ...last].map((net) => ({ columns, net }))
  // Below a summary that ends in the net income too, the details begin.
  const details = nets.slice(1, 4).map((net, before) => {
    const from = columns.entries.indexOf(nets[before]!) + 1
    return { columns: { ...columns, entries: columns.entries.slice(from) }, net }
  })
  const attempts = [...wholes, ...details].flatMap(({ columns: part, net }) =>
    [true, false].flatMap((byAdding) => attempt(sheet, part, net, byAdding) ?? []),
  )
  return (
    // Where nothing was paid, a sum of some rows has been taken for the net income.
    attempts.find(({ unproved, rows }) => unproved === 0 && rows.some(isPaidRow)) ??
    attempts.find(({ netIncome }) => nets.length > 0 || netIncome === undefined)
  )
}

function attempt(sheet: string, columns: Columns, net: Entry | undefined, byAdding: boolean): BookRead | undefined {
  const leaves: Leaf[] = []
  const after: Entry[] = []
  const notCounted: { cell: string; label: string; amount: number; why: string }[] = []
  const open: Entry[] = []
  let section: Section = 'income'
  let headed = false
  let ended = false
  let operating = false
  // Flat lists have no indent that says which accounts stand under "Personal items paid by the office".
  let personal: string | undefined
  let byProvider: Entry[] | undefined
  for (const entry of columns.entries) {
    while (open.length > 0 && entry.indent <= open.at(-1)!.indent) open.pop()
    const name = nameOf(entry.label)
    const cell = cellName(entry.column, entry.row)
    if (entry.amount === undefined) {
      personal = PERSONAL.test(name) ? name : undefined
      if (ended && BY_PROVIDER.test(name)) byProvider = []
      const kind = sectionOf(entry.label)
      // Among the costs, "Professional fees" is a group of accounts, not income.
      const turnsBack =
        kind === 'income' &&
        section !== 'income' &&
        !/^(?:\w+ ){0,2}(?:income|revenues?|receipts|deposits|(?:comes|came|coming|money) in)$/i.test(
          entry.label.trim(),
        )
      if (kind && !turnsBack && !/^total/i.test(name)) {
        section = kind
        headed = true
      }
      if (!NET.test(name)) open.push(entry)
      continue
    }
    const setAside = (why: string): void =>
      void notCounted.push({ cell, label: entry.label, amount: entry.amount!, why })
    if (ended) {
      after.push(entry)
      byProvider?.push(entry)
      setAside('stands after the net income: a purchase, a balance or a note')
      continue
    }
    if (entry === net) {
      ended = true
      continue
    }
    const sum = addsUp(leaves, entry.amount)
    if (
      (TOTAL.test(name) && !/^total (?:body|health|care)\b/i.test(name)) ||
      (byAdding && sum >= 2 && entry.amount !== 0) ||
      // "Depreciation, net" of what is claimed elsewhere.
      (sum === 1 && /,\s+net$/i.test(name))
    ) {
      setAside(sum > 0 ? 'the sum of rows above' : 'computed')
      personal = undefined
      if (/\boperating|ordinary|gross profit/i.test(name)) operating = /operating|ordinary/i.test(name) || operating
      // A list without headings: the first sum ends the income.
      if (!headed && section === 'income') section = 'cost'
      else if (section === 'income' && WHOLE_INCOME.test(name)) section = 'cost'
      else if (operating && headed) section = 'otherCost'
      continue
    }
    if (entry.type !== undefined && entry.type !== '') {
      const kind = sectionOf(entry.type)
      if (kind === undefined && !/^(?:overhead|depreciation|cogs)$/i.test(entry.type)) {
        setAside('a balance, not of the year')
        continue
      }
      section = kind ?? 'cost'
    }
    // A list without headings that puts what is paid in parentheses.
    if (!headed && section === 'income' && entry.amount < 0 && (leaves[0]?.entry.amount ?? 0) > 0 && isPaid(name))
      section = 'cost'
    // "Net other income" and the like are sums that the name gave away; what is left is an account.
    const parents = [...(personal === undefined ? [] : [personal]), ...open.map(({ label }) => label).reverse()]
    leaves.push({ entry, section: sectionFor(section, name, entry.amount), parents })
    // What was posted to a group itself stands beside its name.
    open.push(entry)
  }
  if (leaves.length < 3) return undefined
  for (const entry of detailed(leaves, after)) {
    const at = notCounted.findIndex(({ cell }) => cell === cellName(entry.column, entry.row))
    notCounted.splice(at, 1)
  }

  const signs = net ? prove(leaves, cents(net.amount!)) : undefined
  const years = earlierYears(columns, net, leaves, signs)
  const ledger = net !== undefined && signs !== undefined && sumOf(leaves, signs) !== cents(net.amount!)
  const stated = net && (ledger ? -net.amount! : net.amount!)
  const rows = leaves
    .filter(({ entry }) => entry.amount !== 0 || years.some(([column]) => (entry.others.get(column) ?? 0) !== 0))
    .map((leaf): BookRow => {
      const { entry, section: kind, parents } = leaf
      const cost = kind === 'cost' || kind === 'otherCost'
      const account = cost
        ? accountOf(entry.label, entry.remark === undefined ? parents : [entry.remark, ...parents])
        : { line: kind as Line, known: true }
      const turned = signs?.has(leaf) ?? false
      return {
        cell: cellName(entry.column, entry.row),
        label: entry.label,
        amount: turned ? -entry.amount! : entry.amount!,
        ...(years.length > 0
          ? {
              earlier: Object.fromEntries(
                years.map(([column, year]) => [year, (turned ? -1 : 1) * (entry.others.get(column) ?? 0)]),
              ),
            }
          : {}),
        line: account.line,
        ...('addBack' in account && account.addBack !== undefined ? { addBack: account.addBack } : {}),
        known: account.known,
      }
    })
  asAssociates(rows)
  askWhoOwns(rows, columns.titles)
  asFamily(rows)
  const income = leaves
    .filter((leaf) => leaf.section === 'income')
    .map((leaf) => ({ entry: leaf.entry, turned: signs?.has(leaf) ?? false }))
  const total = rows.reduce(
    (sum, { amount, line }) => sum + (line === 'income' || line === 'otherIncome' ? 1 : -1) * cents(amount),
    0,
  )
  return {
    sheet,
    rows,
    notCounted,
    period: columns.period,
    netIncome: net && { cell: cellName(net.column, net.row), label: net.label, amount: stated! },
    unproved: stated === undefined ? undefined : (cents(stated) - total) / 100,
    producers:
      producersOfIncome(rows) ??
      producersOfList(byProvider ?? [], rows) ??
      producersOfClasses(columns.classes, income, columns.entries, rows),
    earlierYears: years.map(([, year]) => year),
    left: columns.left,
    ...(columns.guessed === undefined ? {} : { notes: [columns.guessed] }),
    ...(columns.inThousands ? { inThousands: true } : {}),
  }
}

/** The columns of earlier years whose rows, like those of the year taken, make up the net income of their year. */
function earlierYears(
  { years }: Columns,
  net: Entry | undefined,
  leaves: readonly Leaf[],
  turned: ReadonlySet<Leaf> | undefined,
): (readonly [column: number, year: number])[] {
  const latest = Math.max(...years.values())
  return [...years]
    .filter(([column, year]) => {
      if (year === latest) return false
      if (!net) return leaves.some(({ entry }) => entry.others.has(column))
      const stated = net.others.get(column)
      return (
        turned !== undefined &&
        stated !== undefined &&
        resultOf(leaves, turned, ({ others }) => others.get(column) ?? 0) === cents(stated)
      )
    })
    .sort((a, b) => a[1] - b[1])
}

const isPaidRow = ({ line }: BookRow): boolean => line !== 'income' && line !== 'otherIncome'

/** A known cost, and nothing given back to patients. */
const isPaid = (name: string): boolean => accountOf(name, []).known && !LESSENS_INCOME.test(name)

const LESSENS_INCOME = /refund|returns|discount|write-?offs?|less\b|adjustment|allowance|charge-?back/i

/** After the operating result, interest earned is income, interest paid is a cost, whatever the heading. */
function sectionFor(section: Section, name: string, amount: number): Section {
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

/**
 * "Other deductions (attach statement)": where rows after the net income add up to such an account, they are what it
 * consists of and take its place. @returns the rows that did
 */
function detailed(leaves: Leaf[], following: readonly Entry[]): Entry[] {
  // Statements are a page or two at most.
  let after = following.slice(0, 200)
  const found: Entry[] = []
  const lumps = leaves.filter(({ entry }) => ITEMIZED.test(nameOf(entry.label)))
  for (const leaf of lumps) {
    const parts = addingUpTo(after, cents(leaf.entry.amount!))
    if (parts.length === 0) continue
    const parents = [leaf.entry.label, ...leaf.parents]
    leaves.splice(leaves.indexOf(leaf), 1, ...parts.map((entry): Leaf => ({ entry, section: leaf.section, parents })))
    // No row is part of two accounts.
    after = after.filter((entry) => !parts.includes(entry))
    found.push(...parts)
  }
  return found
}

/** "Compensation (Schedule A)", "Other deductions (attach statement)", "Cost of goods sold (from line 42)". */
const ITEMIZED =
  /\b(?:statement|schedule|attach\w*|exhibit|from line \d+\w?|see (?:below|detail\w*|page))\b|^other (?:deductions|expenses|costs)\b/i

/** The first of the rows that follow each other and add up to the amount, two at least. */
function addingUpTo(rows: readonly Entry[], wanted: number): Entry[] {
  for (let from = 0; from < rows.length; from++)
    for (let to = from, sum = 0; to < rows.length; to++) {
      sum += cents(rows[to]!.amount!)
      if (sum === wanted && to > from) return rows.slice(from, to + 1)
    }
  return []
}

/** No sum without a total's name is of more accounts than this. */
const MOST_ADDED = 300

/** How many of the last rows add up to the amount, by themselves or as income less costs; 0 if none do. */
function addsUp(leaves: readonly Leaf[], amount: number): number {
  const wanted = cents(amount)
  let plain = 0
  let signed = 0
  for (let count = 1; count <= Math.min(leaves.length, MOST_ADDED); count++) {
    const { entry, section } = leaves[leaves.length - count]!
    const value = cents(entry.amount!)
    plain += value
    signed += (section === 'income' || section === 'otherIncome' ? 1 : -1) * value
    if (plain === wanted || signed === wanted || -signed === wanted) return count
  }
  return 0
}

/**
 * Which rows have the opposite sign of what their section says, so that income less costs is the net income of the file:
 * none, the negative ones after the operating result, or all costs. Undefined where none of these proves it.
 */
function prove(leaves: readonly Leaf[], net: number): ReadonlySet<Leaf> | undefined {
  // Credits negative throughout, as in a ledger: income, and a profit too.
  const income = leaves.filter((leaf) => !isCost(leaf))
  const ledger = new Set(income)
  if (income.reduce((sum, { entry }) => sum + entry.amount!, 0) < 0 && sumOf(leaves, ledger) === -net) return ledger
  const guesses = [
    new Set<Leaf>(),
    new Set(leaves.filter((leaf) => leaf.section === 'otherCost' && leaf.entry.amount! < 0)),
    new Set(leaves.filter((leaf) => isCost(leaf))),
    new Set(leaves.filter((leaf) => isCost(leaf) && leaf.entry.amount! < 0)),
    new Set(
      leaves.filter(
        (leaf) => leaf.section === 'income' && leaf.entry.amount! > 0 && LESSENS_INCOME.test(leaf.entry.label),
      ),
    ),
  ]
  return guesses.find((turned) => sumOf(leaves, turned) === net)
}

const isCost = ({ section }: Leaf): boolean => section === 'cost' || section === 'otherCost'

/** Income less costs in cents, the signs of some rows turned. */
const resultOf = (leaves: readonly Leaf[], turned: ReadonlySet<Leaf>, amountOf: (entry: Entry) => number): number =>
  leaves.reduce(
    (sum, leaf) => sum + (isCost(leaf) ? -1 : 1) * (turned.has(leaf) ? -1 : 1) * cents(amountOf(leaf.entry)),
    0,
  )

const sumOf = (leaves: readonly Leaf[], turned: ReadonlySet<Leaf>): number =>
  resultOf(leaves, turned, ({ amount }) => amount!)
