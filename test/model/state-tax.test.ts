import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome } from '../../shared/model'
import { taxComputation } from '../../shared/present/tax-computation'
import { computeTaxCases } from '../../shared/tax'
import { checksOf } from '../../shared/checks'
import { caseOf } from './arbitrary-case'

const couple = (federal: object, more: object = {}): Case =>
  caseOf({
    schemaVersion: 2,
    owner: { birthDate: '1970-06-01', retirement: '2036-12-31', spouseBirthDate: '1971-06-01' },
    tax: { mode: 'federal', federal: { filingStatus: 'mfj', entity: 'sCorporation', stateTax: 'law', ...federal } },
    offers: [{ id: 'offer', name: 'Offer', closing: '2027-06-30' }],
    ...more,
  })

const row = (outcome: Outcome, path: string, line: string) => outcome.row(path, 'expected', line)!

describe('state tax by the law on the paths', () => {
  test('a retired couple in Pennsylvania owes none, by the law and at flat rates', () => {
    const data = JSON.parse(
      readFileSync(new URL('../fixtures/real/pennsylvania-retiree.json', import.meta.url), 'utf8'),
    ) as { tax: { federal: object } }
    for (const stateTax of ['law', 'flat']) {
      const read = parseCase({ ...data, tax: { ...data.tax, federal: { ...data.tax.federal, stateTax } } })
      if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
      const outcome = evaluateCase(read.value)
      const lines = stateTax === 'law' ? ['state/stateTax'] : ['stateTaxOnOrdinaryIncome']
      for (const line of lines)
        for (const tax of row(outcome, 'keep', `yearTaxed/${line}`)) expect(tax).toBeCloseTo(0, 6)
    }
  })

  test.each(['CA', 'CO', 'MA', 'OH', 'WA'])('of %s is what a state case with the same income says', (state) => {
    const outcome = evaluateCase(
      couple({ state, deduction: 'standard' }, { assumptions: { startYear: 2026, inflation: 0 } }),
    )
    const first = (line: string) => outcome.row('keep', 'expected', `workTaxed/${line}`)?.[0] ?? 0
    const wages = outcome.row('keep', 'expected', 'ownWages')![0]!
    const result = computeTaxCases([
      {
        id: 'same',
        year: 2026,
        filingStatus: 'joint',
        inputs: {
          kind: 'state',
          state,
          age: 56,
          spouseAge: 55,
          wages,
          practiceProfit: first('agi') - wages,
        },
        expected: { stateTax: 0, federalAgi: 0 },
      },
    ])
    if (!result.ok) throw new Error(result.problems.join('\n'))
    const { stateTax, federalAgi } = result.results[0]!.computed as { stateTax: number; federalAgi: number }
    expect(first('agi')).toBeCloseTo(federalAgi, 4)
    expect(first('state/stateTax')).toBeCloseTo(stateTax, 4)
  })

  test.each(['AL', 'AR', 'CO', 'HI', 'MA', 'MD', 'MO', 'NY', 'WI'])(
    'of %s is part of the tax on the sale, told by its parts',
    (state) => {
      const outcome = evaluateCase(
        couple({ state, deduction: 'greater', propertyTax: 12_000, entityTax: true, localRate: 0.01 }),
      )
      const figure = (id: string) => outcome.figure('offer', 'expected', id) ?? 0
      const dated = row(outcome, 'offer', 'datedTax').reduce((sum, tax) => sum + tax, 0)
      expect(figure('saleTax/all')).toBeCloseTo(dated, 4)
      expect(figure('saleTax/state')).not.toBe(0)
      expect(Number.isFinite(figure('wealthAtHorizon'))).toBe(true)
    },
  )

  test('of a working year is far below the top rate in California', () => {
    const outcome = (stateTax: string) =>
      evaluateCase(couple({ state: 'CA', stateTax, stateOrdinary: 0.133, stateGain: 0.133 }))
    const byLaw = row(outcome('law'), 'keep', 'workTaxed/state/stateTax')[0]!
    const flat = row(outcome('flat'), 'keep', 'workTaxed/stateTaxOnOrdinaryIncome')[0]!
    expect(byLaw).toBeGreaterThan(0.5 * flat)
    expect(byLaw).toBeLessThan(0.8 * flat)
  })

  test('leaves gain on the practice free in Washington if the owner says that its conditions are met', () => {
    const gainTax = (practiceSaleRule: boolean) =>
      evaluateCase(couple({ state: 'WA', practiceSaleRule })).figure('offer', 'expected', 'saleTax/state') ?? 0
    expect(gainTax(true)).toBe(0)
    expect(gainTax(false)).toBeGreaterThan(1_000)
  })
})

describe('the computation that the tax page shows', () => {
  test.each(['AL', 'CA', 'CO', 'MO'])('leads to what is owed in %s', (state) => {
    const outcome = evaluateCase(couple({ state, deduction: 'greater', propertyTax: 12_000 }))
    const shown = taxComputation(outcome, 'offer', 'expected')
    const labels = shown.state.map(({ label }) => label).join('\n')
    expect(labels).toMatch(/income to begin with/)
    expect(labels).toMatch(/taxable income/)
    expect(labels).toMatch(/tax before credits/)
    const last = (lines: typeof shown.state, id: string) =>
      outcome.values(lines.find((line) => line.id.endsWith(`/${id}`))!)
    const [federal, own, all, fica] = [
      last(
        shown.federal.map(({ line }) => line),
        'totalTax',
      ),
      last(shown.state, 'stateTax'),
      row(outcome, 'offer', 'saleTaxed/allTax'),
      outcome.row('offer', 'expected', 'saleTaxed/fica') ?? [],
    ]
    all.forEach((tax, i) => expect(federal[i]! + own[i]! + (fica[i] ?? 0)).toBeCloseTo(tax, 4))
  })

  test('has no state beside it at flat rates', () => {
    const shown = taxComputation(evaluateCase(couple({ state: 'CA', stateTax: 'flat' })), 'keep', 'expected')
    expect(shown.state).toEqual([])
    expect(shown.federal.length).toBeGreaterThan(5)
  })
})

describe('what is asked about state tax', () => {
  const messages = (federal: object) => checksOf(evaluateCase(couple(federal))).map(({ message }) => message)
  test('flat rates offer the law, the law its doubts', () => {
    expect(messages({ state: 'CA', stateTax: 'flat' }).join()).toMatch(
      /can compute the law of California, with its brackets and deductions, instead/,
    )
    expect(messages({ state: 'CA' }).join()).not.toMatch(/with its brackets and deductions, instead/)
    expect(messages({ state: 'GA' }).join()).toMatch(/The law of Georgia for 2026 rests on recent legislation/)
    expect(messages({ state: 'WA' }).join()).toMatch(/Washington has a special rule for the sale of a practice/)
    expect(messages({ state: 'PA' }).join()).toMatch(/Pennsylvania taxes the whole gain/)
    expect(messages({ state: 'ME', entityTax: true }).join()).toMatch(/A practice in Maine cannot elect/)
    expect(messages({ state: 'NY', entityTax: true }).join()).toMatch(/\(6\.85% to 10\.9%; N\.Y\. Tax Law art\. 24-A\)/)
    expect(messages({ state: 'SC', entityTax: true, ownerWages: 180_000 }).join()).toMatch(
      /wages of \$180,000 reasonable/,
    )
    const partner = messages({ state: 'SC', entityTax: true, entity: 'partnership' })
    expect(partner.join()).toMatch(/is not counted: all income of a partner/)
  })
})

describe('moving to another state', () => {
  const note = { id: 'note', kind: 'note', label: 'Note', share: 0.4, years: 6, probability: 1, unconditional: true }
  const paths = (federal: object, saleForm: 'assets' | 'equity' = 'assets') =>
    evaluateCase(
      couple(
        { deduction: 'standard', ...federal },
        {
          offers: [
            {
              id: 'offer',
              name: 'Offer',
              closing: '2027-06-30',
              saleForm,
              price: { stated: 'amount', amount: 2_000_000 },
              components: [note],
            },
          ],
        },
      ),
    )
  const rows = (outcome: Outcome, line: string) => outcome.row('offer', 'expected', line) ?? []

  test.each(['CA', 'NY', 'AL', 'WA', 'TX'])('from %s to the same state changes nothing', (state) => {
    const [stays, moves] = [paths({ state }), paths({ state, movesTo: state, moveYear: 2029 })]
    for (const line of ['yearTaxed/allTax', 'saleTaxed/allTax', 'incomeTax'])
      rows(moves, line).forEach((tax, i) => expect(tax).toBeCloseTo(rows(stays, line)[i]!, 4))
  })

  test('counts from its year on, and frees no pay, no profit and no gain on assets', () => {
    const stays = paths({ state: 'CA' })
    const moves = paths({ state: 'CA', movesTo: 'FL', moveYear: 2029 })
    const tax = (of: Outcome) => rows(of, 'saleTaxed/stateTaxWithMove')
    const before = rows(stays, 'saleTaxed/state/stateTax')
    expect(tax(moves)[0]).toBeCloseTo(before[0]!, 4)
    expect(tax(moves)[1]).toBeCloseTo(before[1]!, 4)
    const share = rows(moves, 'saleTaxed/sourceShare')
    expect(tax(moves)[2]).toBeCloseTo(share[2]! * before[2]!, 4)
    expect(share[2]).toBeGreaterThan(0.8)
    // On stock it is exempt where the owner says that only the new state taxes it.
    const stock = (equityGainAfterMove: string) =>
      tax(paths({ state: 'CA', movesTo: 'FL', moveYear: 2029, equityGainAfterMove }, 'equity'))[3]!
    expect(stock('residence')).toBeLessThan(stock('former'))
  })

  test.each([
    ['CA', 'OR'],
    ['IL', 'NY'],
    ['NY', 'PA'],
    ['DC', 'MD'],
    ['TX', 'CA'],
  ])('from %s to %s gives a credit that is never above the tax of either state', (state, movesTo) => {
    const outcome = paths({ state, movesTo, moveYear: 2028 })
    const of = (line: string) => rows(outcome, `saleTaxed/${line}`)
    const there = of('newState/state/stateTax')
    of('otherStateCredit').forEach((credit, i) => {
      expect(credit).toBeLessThanOrEqual(of('nonresidentTax')[i]! + 1e-6)
      expect(credit).toBeLessThanOrEqual(there[i]! + 1e-6)
    })
    const total = of('stateTaxWithMove')
    expect(total.length).toBeGreaterThan(1)
    for (let i = 1; i < total.length; i++) expect(total[i]).toBeGreaterThanOrEqual((there[i] ?? 0) - 1e-6)
  })

  const gainOf = (outcome: Outcome) => rows(outcome, 'saleGain')
  const stateAgi = (outcome: Outcome) => rows(outcome, 'saleTaxed/state/stateAgi')
  const ahead = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value - b[i]!)

  test.each(['NY', 'CT'])('from %s taxes the installments still owed in the last year there', (state) => {
    const moves = (more: object) => paths({ state, movesTo: 'FL', moveYear: 2030, ...more })
    const [accrued, secured] = [moves({}), moves({ moveSecurity: true })]
    const gain = gainOf(accrued)
    // Sold in 2027, and the note runs to 2033: payments from 2030 on are taxed in 2029.
    const owed = gain.slice(3).reduce((sum, amount) => sum + amount, 0)
    expect(owed).toBeGreaterThan(200_000)
    const more = ahead(stateAgi(accrued), stateAgi(secured))
    more.forEach((amount, i) => expect(amount).toBeCloseTo(i === 2 ? owed : 0, 4))
    // Afterward none of it has its source there; against security it is taxed as paid.
    const [left, stays] = [accrued, secured].map((of) => rows(of, 'saleTaxed/sourceShare').slice(3, 7))
    left!.forEach((share, i) => expect(share).toBeLessThan(stays![i]! - 0.01))
    expect(rows(accrued, 'saleTaxed/stateTaxWithMove')[2]).toBeGreaterThan(
      rows(secured, 'saleTaxed/stateTaxWithMove')[2]! + 0.04 * owed,
    )
  })

  test('from New York accrues nothing before a sale, of an earn-out, or of what is paid at closing', () => {
    const moved = paths({ state: 'NY', movesTo: 'FL', moveYear: 2026 })
    expect(rows(moved, 'gainAccrued').every((amount) => amount === 0)).toBe(true)
    const plain = evaluateCase(
      couple(
        { state: 'NY', movesTo: 'FL', moveYear: 2029, deduction: 'standard' },
        { offers: [{ id: 'offer', name: 'Offer', closing: '2027-06-30' }] },
      ),
    )
    expect(plain.row('offer', 'expected', 'gainAccrued') ?? []).toEqual([])
  })

  /** A share of 1,000,000 in a surgery center without basis, sold at closing: 40% down, the rest over six years. */
  const withCenter = (federal: object, kind = 'surgeryCenter') =>
    evaluateCase(
      couple(
        { deduction: 'standard', ...federal },
        {
          practice: {
            otherAssets: [{ id: 'center', label: 'Center', kind, value: 1_000_000, growth: 0, taxedAs: 'active' }],
          },
          offers: [
            {
              id: 'offer',
              name: 'Offer',
              closing: '2027-06-30',
              price: { stated: 'amount', amount: 2_000_000 },
              assetsSold: [
                { id: 's', asset: 'center', price: 1_000_000, down: 0.4, years: 6, rate: 0.06, probability: 1 },
              ],
            },
          ],
        },
      ),
    )

  test.each(['NY', 'CT'])('from %s accrues installments of another asset too', (state) => {
    const moves = (more: object) => withCenter({ state, movesTo: 'FL', moveYear: 2030, ...more })
    const more = ahead(stateAgi(moves({})), stateAgi(moves({ moveSecurity: true })))
    // 100,000 a year from 2028 to 2033; those of 2030 to 2033 are taxed in 2029.
    more.forEach((amount, i) => expect(amount).toBeCloseTo(i === 2 ? 400_000 : 0, 4))
  })

  test('Pennsylvania taxes all gain on an interest at once, and spreads that on a building', () => {
    const shift = (kind: string) => {
      const outcome = withCenter({ state: 'PA' }, kind)
      return rows(outcome, 'saleTaxed/agiInStateTime').map((amount, i) => amount - rows(outcome, 'saleTaxed/agi')[i]!)
    }
    expect(shift('surgeryCenter').slice(0, 8).map(Math.round)).toEqual([600_000, ...Array(6).fill(-100_000), 0])
    expect(shift('building').every((amount) => Math.abs(amount) < 1e-6)).toBe(true)
  })

  test('leaves gain on an interest to the new state, and on a second location to the former, unless the owner says so', () => {
    const share = (kind: string, equityGainAfterMove = 'residence') =>
      rows(
        withCenter({ state: 'CA', movesTo: 'FL', moveYear: 2028, equityGainAfterMove }, kind),
        'saleTaxed/sourceShare',
      )
    const interest = share('surgeryCenter')[1]!
    for (const stays of [share('location'), share('building'), share('surgeryCenter', 'former')])
      expect(stays[1]).toBeGreaterThan(interest + 0.01)
  })

  test.each(['NY', 'CT', 'PA'])('to %s leaves out installments of a sale before the move', (movesTo) => {
    const outcome = paths({ state: 'CA', movesTo, moveYear: 2029 })
    const of = (line: string) => rows(outcome, `saleTaxed/${line}`)
    const gain = gainOf(outcome)
    const without = ahead(of('newState/agiInStateTime'), of('agi'))
    // The model's years begin with 2027; those before the move are not the new state's.
    without.slice(2).forEach((amount, i) => expect(amount).toBeCloseTo(-gain[i + 2]!, 4))
    expect(gain[2]).toBeGreaterThan(50_000)
    // California still taxes it, and no credit is given for that.
    const [california, share] = [of('nonresidentTax'), of('sourceShareThere')]
    const credits = of('otherStateCredit')
    const there = of('newState/state/stateTax')
    credits.forEach((credit, i) => expect(credit).toBeLessThanOrEqual(share![i]! * there[i]! + 1e-6))
    credits.slice(2, 7).forEach((credit, i) => expect(credit).toBeLessThan(california![i + 2]!))
  })

  test('to Pennsylvania before a sale taxes all its gain in the year of the sale', () => {
    const outcome = paths({ state: 'CA', movesTo: 'PA', moveYear: 2027 })
    const gain = gainOf(outcome)
    const all = gain.reduce((sum, amount) => sum + amount, 0)
    const moved = ahead(rows(outcome, 'saleTaxed/newState/agiInStateTime'), rows(outcome, 'saleTaxed/agi'))
    moved.forEach((amount, i) => expect(amount).toBeCloseTo(i === 0 ? all - gain[0]! : -gain[i]!, 4))
  })

  test('is nothing to Pennsylvania, which taxes all gain in the year of the sale', () => {
    const outcome = paths({ state: 'PA' })
    const gain = gainOf(outcome)
    const all = gain.reduce((sum, amount) => sum + amount, 0)
    const federal = ahead(rows(outcome, 'saleTaxed/agi'), rows(outcome, 'yearTaxed/agi'))
    const state = ahead(rows(outcome, 'saleTaxed/state/stateTax'), rows(outcome, 'yearTaxed/state/stateTax'))
    expect(gain[1]).toBeGreaterThan(100_000)
    // 3.07% of what the sale adds to income, with its gain in 2027 and its interest as paid.
    const taxed = federal.map((more, i) => more - gain[i]! + (i === 0 ? all : 0))
    state.forEach((tax, i) => expect(tax).toBeCloseTo(0.0307 * taxed[i]!, 4))
  })
})
