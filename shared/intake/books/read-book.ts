import { cellName } from '../document'
import { accountOf, nameOf, PERSONAL, type Line } from './accounts'
import { cents } from './amounts'
import type { Columns, Entry } from './columns'
import type { BookRead, BookRow } from './book'
import { asAssociates, asFamily, askWhoOwns, producersOfClasses, producersOfIncome, producersOfList } from './doctors'
import { addsUp, detailed, prove, resultOf, sumOf, type Leaf } from './proof'
import { BY_PROVIDER, isPaid, NET, NOT_NET, sectionFor, sectionOf, TOTAL, WHOLE_INCOME, type Section } from './sections'

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
