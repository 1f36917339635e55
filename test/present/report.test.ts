import { describe, expect, it } from 'vitest'

import { rangeFor } from '../../shared/case/ranges'
import type { Case } from '../../shared/case/schema'
import { breaksTerm, earliestRetirementAges } from '../../shared/analysis/retirement'
import { samples } from '../../shared/case/samples'
import { set } from '../../shared/case/path'
import { evaluateCase, fieldOf, VIEWS } from '../../shared/model'
import { timelines } from '../../shared/present/events'
import { calendarOf } from '../../shared/present/report/calendar'
import { closingOf, closingStatements } from '../../shared/present/report/closing'
import { isFold, ledgerOf, type LedgerRow } from '../../shared/present/report/ledger'
import { sideBySide, worstCase } from '../../shared/present/report/side-by-side'
import { termsBeside } from '../../shared/present/report/terms'
import { tellingYears, yearTableOf } from '../../shared/present/report/years'

const outcomes = samples.map(({ name, document }) => ({ name, outcome: evaluateCase(document) }))
const dentist = evaluateCase(samples.find(({ name }) => name === 'general-dentist')!.document)
const [harbor, cedar, summit] = dentist.document.offers as [
  (typeof dentist.document.offers)[number],
  (typeof dentist.document.offers)[number],
  (typeof dentist.document.offers)[number],
]
const cents = (value: number) => Math.round(value * 100)

describe('the closing statement', () => {
  it.each(outcomes)('has sources that equal uses to the cent: $name', ({ outcome }) => {
    for (const { path, statement } of closingStatements(outcome))
      expect(cents(statement.sourcesTotal), path.name).toBe(cents(statement.usesTotal))
  })

  it.each(outcomes)('adds up from line to line: $name', ({ outcome }) => {
    for (const { path, statement } of closingStatements(outcome)) {
      let sum = 0
      for (const { kind, amount, label } of statement.lines) {
        if (kind !== 'total') sum += kind === 'less' ? -amount : amount
        expect(kind !== 'total' || cents(sum) === cents(amount), `${path.name}: ${label}`).toBe(true)
      }
    }
  })

  it('is there for a sale to a dentist now, by hand: 70% of 1,600,000, 9% costs, 240,000 of debt', () => {
    const { statement } = closingStatements(dentist).find(({ path }) => path.kind === 'sellPrivately')!
    expect(statement.lines.map(({ label, amount }) => [label, cents(amount) / 100])).toEqual([
      ['Purchase price', 1_120_000],
      ['Practice debt payoff', 240_000],
      ['Selling costs', 100_800],
      ['Cash at close', 779_200],
      // 40% of 12% of the price, 24% of the price less that part, costs and a basis of 140,000.
      ['Tax on closing proceeds', 53_760 + 178_752],
      ['In pocket at close', 546_688],
    ])
    // 30% of collections of 900,000, less 36% tax on wages.
    expect(dentist.figure('private', 'expected', 'takeHomeFirstYear')).toBeCloseTo(270_000 * 0.64, 6)
  })

  it('is not there for services alone', () => {
    const services = { ...harbor, structure: 'services' as const }
    expect(closingOf(dentist, services)).toBeUndefined()
    expect(calendarOf(dentist, services)).toEqual([])
  })
})

describe('the calendar of payments', () => {
  it('says for each payment the day, what it depends on, and what counts in each view', () => {
    const [cash, first, escrow] = calendarOf(dentist, harbor)
    expect(cash).toMatchObject({ on: '2027-01-01', what: 'Cash at close', planned: true })
    expect(cash!.counts.guaranteed).toBe(dentist.figure('harbor', 'guaranteed', 'cashAtClose'))
    expect(first).toMatchObject({ on: '2028-01-01', what: 'Seller note 1 of 5' })
    expect(escrow).toMatchObject({ on: '2028-07-01', what: 'Escrow', condition: 'No claim by the buyer' })
    expect(escrow!.counts).toEqual({
      guaranteed: 0,
      expected: dentist.row('harbor', 'expected', 'escrow-1/paid')![1],
      maximum: escrow!.promised,
    })
  })

  it('counts no more in a more careful view', () => {
    for (const { outcome } of outcomes)
      for (const offer of outcome.document.offers)
        for (const { counts } of calendarOf(outcome, offer)) {
          expect(counts.guaranteed).toBeLessThanOrEqual(counts.expected)
          expect(counts.expected).toBeLessThanOrEqual(counts.maximum)
        }
  })

  it('holds the exits of equity and of the share that is kept', () => {
    expect(calendarOf(dentist, summit).find(({ what }) => what.startsWith('Rolled equity'))).toMatchObject({
      on: '2032-01-01',
      promised: undefined,
      counts: { guaranteed: 0, expected: dentist.figure('summit', 'expected', 'rolled-1/expected') },
    })
    expect(calendarOf(dentist, cedar).at(-1)).toMatchObject({
      on: dentist.document.owner.retirement,
      what: 'Sale of your retained share',
      counts: { expected: dentist.figure('cedar', 'expected', 'retainedExitPaid') },
    })
  })

  it('draws a long note together, and its sum stays', () => {
    const long = evaluateCase(set(dentist.document, 'offers/harbor/components/note-1/years', 10))
    const notes = calendarOf(long, long.document.offers[0]!).filter(({ what }) => what.startsWith('Seller note'))
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatchObject({ on: '2028-01-01', until: '2037-01-01', what: 'Seller note, 10 annual payments' })
    expect(notes[0]!.promised).toBeCloseTo(10 * long.figure('harbor', 'expected', 'note-1/payment')!, 6)
  })

  it('agrees with the marks on the timelines', () => {
    const marked = (document: Case, id: string) =>
      timelines(evaluateCase(document), [id]).paths[0]!.events.filter(
        ({ kind }) => kind === 'exit' || kind === 'payment',
      )
    const dated = set(dentist.document, 'offers/harbor/retained/exitAt', '2033-01-01')
    expect(marked(dated, 'harbor').map(({ label }) => label)).not.toContain('sale of your share')
    const sharing = set(dated, 'offers/harbor/shareSold', 0.8)
    expect(marked(sharing, 'harbor').map(({ label }) => label)).toContain('sale of your share')
    const services = set(dated, 'offers/harbor/structure', 'services')
    expect(marked(services, 'harbor')).toEqual([])
  })

  it('says what falls after the end of the plan', () => {
    const late = evaluateCase(set(dentist.document, 'offers/summit/components/rolled-1/exitMonths', 240))
    const short = evaluateCase(set(late.document, 'owner/horizonAge', 70))
    const exit = calendarOf(short, short.document.offers[2]!).find(({ what }) => what.startsWith('Rolled equity'))
    expect(exit).toMatchObject({ planned: false, counts: { guaranteed: 0, expected: 0, maximum: 0 } })
  })
})

describe('the ledger of assumptions', () => {
  /** Inputs listed on a line of another kind, or made idle by another input. */
  const elsewhere = (path: string, { offers }: Case): boolean => {
    if (/\/(keptOnLeaving|clawback|callDiscount|outcomes)\//.test(path)) return true
    const offer = path.startsWith('offers/') ? offers.find(({ id }) => id === path.split('/')[1]) : undefined
    if (!offer) return false
    if (offer.structure === 'services') return /\/(job|price|retained)\//.test(path)
    if (offer.shareSold === 1 && path.includes('/retained/')) return true
    return /\/(bonusProbability|salaryEscalator|rampYears)$/.test(path)
  }

  it.each(outcomes)('leaves out no input that counts: $name', ({ outcome }) => {
    const { groups } = ledgerOf(outcome)
    const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ path }) => path)))
    const zeros = groups.flatMap((group) => group.zeros).length
    const missing = [...new Set(outcome.structure.graph.inputs.map(fieldOf))].filter(
      (path) => !shown.has(path) && !elsewhere(path, outcome.document),
    )
    // Omitted are zeros that no one has stated; these are named in one line of each group.
    expect(missing.length).toBeLessThanOrEqual(zeros)
    for (const path of missing)
      expect(
        path.split('/').reduce<unknown>((node, key) => at(node, key), outcome.document),
        path,
      ).toBe(0)
  })

  const at = (node: unknown, key: string): unknown =>
    Array.isArray(node) ? node.find((item: { id: string }) => item.id === key) : (node as Record<string, unknown>)[key]
  const row = (label: string, group = 'Harbor') =>
    ledgerOf(dentist)
      .groups.find(({ title }) => title === group)!
      .rows.find((one) => one.label === label) as LedgerRow

  it('gives value, origin and the published range with its sources', () => {
    const { sources } = ledgerOf(dentist)
    const multiple = row('Multiple')
    expect(multiple).toMatchObject({
      value: 6.5,
      origin: 'letter of intent',
      range: { low: 5, high: 8, outside: false },
    })
    const range = rangeFor('offers/harbor/price/multiple', dentist.document)!
    expect(multiple.range!.sources.map((number) => sources[number - 1])).toEqual(range.sources)
  })

  it('credits nobody for a range that is the program’s own judgment', () => {
    expect(row('Escrow: probability of payment').range).toMatchObject({ low: 0.6, high: 1, sources: [] })
  })

  it('names the parts by what they belong to, and draws causes and outcomes together', () => {
    expect(row('Staff: cost growth', 'The practice').value).toBe(0.035)
    const kept = ledgerOf(dentist)
      .groups.find(({ offer }) => offer === 'summit')!
      .rows.filter(isFold)
    expect(kept.map(({ label }) => label)).toEqual([
      'Escrow: kept on early departure',
      'Rolled equity: outcomes, probability and multiple',
      'Rolled equity: kept on early departure',
    ])
  })

  it('shows what an offer leaves open, and not what does not touch it', () => {
    const group = ledgerOf(dentist).groups.find(({ offer }) => offer === 'cedar')!
    expect(group.rows.find(({ label }) => label === 'EBITDA in the offer')).toMatchObject({ value: null })
    expect(
      ledgerOf(dentist)
        .groups.find(({ offer }) => offer === 'harbor')!
        .rows.some(({ path }) => path.includes('/retained/')),
    ).toBe(false)
  })
})

describe('the terms side by side', () => {
  const offers = ledgerOf(dentist).groups.filter(({ offer }) => offer)

  it('holds each term of each offer once, in its own column', () => {
    const rows = termsBeside(offers, dentist.document)
    offers.forEach((group, column) => {
      const shown = rows.flatMap(({ cells }) => cells[column] ?? [])
      expect(shown.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
        group.rows.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      )
    })
  })

  it('puts the same term of different offers into one row, whatever their components are called inside', () => {
    const rows = termsBeside(offers, dentist.document)
    const [multiple, ...others] = rows.filter(({ label }) => label === 'Multiple')
    expect(others).toEqual([])
    expect(multiple!.cells.map((cell) => (cell as LedgerRow).value)).toEqual([6.5, 6.2, 7.5])
  })

  it('keeps two components of one name apart', () => {
    const [escrow] = harbor.components
    const twice = [...harbor.components, { ...escrow!, id: 'escrow-2' }]
    const document = set(dentist.document, 'offers/harbor/components', twice)
    const groups = ledgerOf(evaluateCase(document)).groups.filter(({ offer }) => offer)
    const rows = termsBeside(groups, document).filter(({ label }) => label === 'Escrow: share of the price')
    expect(rows.map(({ cells }) => cells[0]?.path)).toEqual([
      'offers/harbor/components/escrow-1/share',
      'offers/harbor/components/escrow-2/share',
    ])
  })
})

describe('figures side by side', () => {
  const groups = sideBySide(dentist, 'today', ['keep', 'harbor', 'cedar'])
  const rows = groups.flatMap((group) => group.rows)

  it('are the model’s, in all three views, with the difference to keeping', () => {
    for (const view of VIEWS) {
      const wealth = rows.find((row) => row.label === 'Wealth at retirement' && row.view === view)!
      expect(wealth.cells.map(({ value }) => value)).toEqual(
        ['keep', 'harbor', 'cedar'].map((path) => dentist.figure(path, view, 'wealthAtRetirementToday')),
      )
      expect(wealth.cells[0]!.difference).toBeUndefined()
      expect(wealth.cells[1]!.difference).toBeCloseTo(dentist.figure('harbor', view, 'leadAtRetirementToday')!, 4)
    }
  })

  it('name no view only where the figure is the same in all three', () => {
    for (const { title, rows: own } of groups)
      for (const { label, view } of own)
        expect([title, label, view === undefined]).toEqual([title, label, title === 'At closing'])
    for (const id of ['consideration', 'cash', 'cashAtClose', 'closingTax', 'inPocketAtClose'])
      for (const view of VIEWS)
        expect(dentist.figure('harbor', view, id)).toBe(dentist.figure('harbor', 'expected', id))
  })

  it('leave a figure out that no path has', () => {
    const alone = sideBySide(dentist, 'future', ['keep']).flatMap((group) => group.rows)
    expect(alone.some(({ label }) => label === 'Cash at close')).toBe(false)
  })

  it('say from which age on each path can be left for retirement', () => {
    const ages = earliestRetirementAges(dentist)
    for (const view of VIEWS)
      expect(
        rows
          .find((row) => row.label === 'Earliest retirement age' && row.view === view)!
          .cells.map(({ path, value }) => [path, value]),
      ).toEqual(['keep', 'harbor', 'cedar'].map((path) => [path, ages.get(path)![view]]))
    expect(worstCase(dentist).map(({ path, earliest }) => [path, earliest])).toEqual([...ages])
  })

  it('say which of those ages breaks the term that an offer requires', () => {
    // Five years from January 1, 2027 with Harbor and Summit, four with Cedar: to age 64 and 63.
    const broken = worstCase(dentist).map(({ path, term, breaksTerm }) => [path, term, breaksTerm])
    expect(broken).toEqual([
      ['keep', 0, []],
      ['private', 0, []],
      ['harbor', 5, [...VIEWS]],
      ['cedar', 4, [...VIEWS]],
      ['summit', 5, [...VIEWS]],
    ])
    expect([64, 65].map((age) => breaksTerm(dentist.document, 'harbor', age))).toEqual([true, false])
  })

  it('answer the worst case from the guaranteed view', () => {
    for (const { path, fundedToAge, funded } of worstCase(dentist)) {
      expect(fundedToAge).toBe(dentist.figure(path, 'guaranteed', 'fundedToAge'))
      expect(funded).toBe(fundedToAge >= dentist.document.owner.horizonAge)
    }
  })
})

describe('the year table', () => {
  const column = (path: string, label: string, section: string, dollars: 'today' | 'future' = 'future') =>
    yearTableOf(dentist, path, 'expected', dollars).columns.find(
      (one) => one.label === label && one.section === section,
    )

  it('shows the model’s rows, in today’s dollars by the price level', () => {
    expect(column('cedar', 'Wealth', 'At year-end')!.values).toEqual(dentist.row('cedar', 'expected', 'wealth'))
    const level = dentist.shared('plan/priceIndex')
    expect(column('cedar', 'Wealth', 'At year-end', 'today')!.values).toEqual(
      dentist.row('cedar', 'expected', 'wealth')!.map((value, i) => value / level[i]!),
    )
  })

  it.each(outcomes)('counts every payment of a path: $name', ({ outcome }) => {
    for (const { id } of outcome.paths) {
      const { columns } = yearTableOf(outcome, id, 'expected', 'future')
      const of = (label: string, section: string) =>
        columns.find((one) => one.label === label && one.section === section)!.values
      const [paid, tax] = [of('Received', 'Sale and deal'), of('Tax', 'Sale and deal')]
      const takeHome = of('Take-home', 'Income')
      const contributions = outcome.row(id, 'expected', 'contributions')!
      const later = 1 - outcome.document.tax.rates.deferred
      outcome.row(id, 'expected', 'pathYear')!.forEach((all, i) => {
        expect(takeHome[i]! + contributions[i]! * later + paid[i]! + tax[i]!, `${id} year ${i + 1}`).toBeCloseTo(all, 4)
      })
    }
  })

  it.each(outcomes)('leaves no year out in which anyone works or is paid: $name', ({ outcome }) => {
    const shown = tellingYears(outcome)
    expect(shown[0]).toBe(0)
    expect(shown.at(-1)).toBe(outcome.years - 1)
    const left = Array.from({ length: outcome.years }, (_, n) => n).filter((n) => !shown.includes(n))
    expect(left.length).toBeGreaterThan(0)
    for (const { id } of outcome.paths)
      for (const view of VIEWS) {
        const { columns } = yearTableOf(outcome, id, view, 'future')
        const of = (label: string) =>
          columns.find((one) => one.label === label && (one.section === 'Sale and deal' || label === 'Take-home'))!
            .values
        for (const label of ['Received', 'Take-home'])
          expect(
            left.filter((n) => Math.abs(of(label)[n]!) >= 0.5),
            label,
          ).toEqual([])
        // Only a loss carried forward may lower the tax of an omitted year; nothing raises it.
        const carried = outcome.row(id, view, 'saleTaxed/lossCarried') ?? []
        expect(left.filter((n) => of('Tax')[n]! <= -0.5 || (of('Tax')[n]! >= 0.5 && !((carried[n] ?? 0) > 0)))).toEqual(
          [],
        )
      }
  })

  it('leaves out what is nothing throughout', () => {
    expect(column('harbor', 'Practice and perks', 'Income')).toBeUndefined()
    expect(column('keep', 'Practice and perks', 'Income')).toBeDefined()
  })
})
