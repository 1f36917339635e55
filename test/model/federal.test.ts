import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { earnOutPayments } from '../../shared/case/earn-outs'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, VIEWS, type Outcome, type View } from '../../shared/model'
import { byTheForms, type Return } from '../tax/forms'
import { anyCase, caseOf } from './arbitrary-case'

/*
 * Section 7 of the method in `federal` mode: paths taxed under the law. The law itself is tested in test/tax; here each
 * path's income must reach the right line of the return, year by year.
 */
const cents = (a: number, b: number, tolerance = 0.01) =>
  Math.abs(a - b) <= Math.max(tolerance, 1e-9 * Math.max(Math.abs(a), Math.abs(b)))

const byLaw = (document: Case, changes: Partial<Case['tax']['federal']> = {}): Case => ({
  ...document,
  tax: { ...document.tax, mode: 'federal', federal: { ...document.tax.federal, ...changes } },
})

/** The worked household of shared/tax/README.md: wages of 400,000 and goodwill sold at a gain of 3,000,000. */
function goodwill(entity: Case['tax']['federal']['entity'], saleForm: 'assets' | 'equity', personal = 0): Outcome {
  return evaluateCase(
    byLaw(
      caseOf({
        practice: { ownerCollections: 0, hygieneCollections: 0, capex: 0, terminalSale: { method: 'none' } },
        owner: { birthDate: '1970-06-01', retirement: '2028-12-31', horizonAge: 60 },
        assumptions: { startYear: 2026, inflation: 0 },
        offers: [
          {
            id: 'offer',
            closing: '2026-01-01',
            price: { stated: 'amount', amount: 3_000_000 },
            costs: { broker: 0, legal: 0 },
            job: { rate: 0, salary: 400_000, salaryEscalator: 0, termYears: 3 },
            saleForm,
            allocation: { equipment: 0, supplies: 0, covenant: 0, personalGoodwill: personal },
          },
        ],
      }),
      { entity, deduction: 'standard', stateOrdinary: 0, stateGain: 0 },
    ),
  )
}

describe('a sale of goodwill on top of wages', () => {
  const offer = (outcome: Outcome, line: string, year = 1) => outcome.row('offer', 'expected', line)![year - 1]!
  const FICA = 0.062 * 184_500 + 0.0145 * 400_000
  // Of wages alone: 367,800 of taxable income on the joint schedule of 2026, and 0.9% above 250,000.
  const ON_WAGES = 73_468 + 1_350

  test('an active owner of an S corporation owes no tax on investment income', () => {
    const outcome = goodwill('sCorporation', 'equity')
    expect(offer(outcome, 'saleTaxed/regularTax')).toBeCloseTo(661_173, 6)
    expect(offer(outcome, 'saleTaxed/amt')).toBeCloseTo(33_642, 6)
    expect(offer(outcome, 'saleTaxed/totalTax')).toBeCloseTo(696_165, 6)
    expect(offer(outcome, 'incomeTax')).toBeCloseTo(ON_WAGES + FICA, 6)
    expect(offer(outcome, 'datedTax')).toBeCloseTo(696_165 - ON_WAGES, 6)
    expect(outcome.figure('offer', 'expected', 'closingTax')).toBeCloseTo(696_165 - ON_WAGES, 6)
    expect(outcome.figure('offer', 'expected', 'inPocketAtClose')).toBeCloseTo(3_000_000 - 696_165 + ON_WAGES, 6)
    expect(outcome.figure('offer', 'expected', 'takeHomeFirstYear')).toBeCloseTo(400_000 - ON_WAGES - FICA, 6)
  })

  test('by part: gain at 15 and 20 percent, and the minimum tax', () => {
    const outcome = goodwill('sCorporation', 'equity')
    const part = (id: string) => outcome.figure('offer', 'expected', `saleTax/${id}`)
    expect(part('gainTax')).toBeCloseTo(661_173 - 73_468, 6)
    expect(part('amt')).toBeCloseTo(33_642, 6)
    expect(part('ordinaryTax')).toBeCloseTo(0, 6)
    expect(part('all')).toBeCloseTo(696_165 - ON_WAGES, 6)
  })

  test('stock of a C corporation bears the tax on investment income', () => {
    const outcome = goodwill('cCorporation', 'equity')
    expect(offer(outcome, 'saleTaxed/totalTax')).toBeCloseTo(810_165, 6)
    expect(outcome.figure('offer', 'expected', 'saleTax/niit')).toBeCloseTo(114_000, 6)
  })

  test('assets of a C corporation are taxed twice, personal goodwill once', () => {
    const twice = goodwill('cCorporation', 'assets')
    expect(offer(twice, 'corporateTax')).toBeCloseTo(0.21 * 3_000_000, 6)
    expect(offer(twice, 'distributedGain')).toBeCloseTo(0.79 * 3_000_000, 6)
    expect(offer(twice, 'saleTaxed/niit')).toBeCloseTo(0.038 * 0.79 * 3_000_000, 6)
    const third = goodwill('cCorporation', 'assets', 1 / 3)
    expect(offer(third, 'corporateTax')).toBeCloseTo(0.21 * 2_000_000, 6)
    expect(offer(third, 'saleTaxed/capitalGain')).toBeCloseTo(1_000_000 + 0.79 * 2_000_000, 6)
    // All of it the owner's own: as if stock of an S corporation were sold.
    const all = goodwill('cCorporation', 'assets', 1)
    expect(offer(all, 'datedTax')).toBeCloseTo(696_165 - ON_WAGES, 6)
  })
})

test('the loss of a C corporation is no deduction of its owner’s, that of an S corporation is', () => {
  const agi = (entity: Case['tax']['federal']['entity'], capex: number) => {
    const document = caseOf({
      practice: { ownerCollections: 0, hygieneCollections: 0, capex, terminalSale: { method: 'none' } },
      owner: { birthDate: '1970-06-01', retirement: '2028-12-31', horizonAge: 60, spouseWages: 300_000 },
    })
    const outcome = evaluateCase(byLaw(document, { entity, deduction: 'standard' }))
    expect(outcome.row('keep', 'expected', 'practiceBeforePay')![0]).toBeLessThan(capex === 0 ? 1 : -50_000)
    return outcome.row('keep', 'expected', 'workTaxed/agi')![0]!
  }
  expect(agi('cCorporation', 60_000)).toBe(agi('cCorporation', 0))
  expect(agi('sCorporation', 60_000)).toBeLessThan(agi('sCorporation', 0) - 50_000)
})

test('the allocation of the price: recapture, supplies and covenant are ordinary, the rest is gain', () => {
  const outcome = evaluateCase(
    byLaw(
      caseOf({
        practice: {
          basis: 90_000,
          assets: { equipmentBasis: 60_000, equipmentDepreciation: 100_000, suppliesBasis: 10_000 },
        },
        assumptions: { startYear: 2026 },
        offers: [
          {
            id: 'offer',
            closing: '2026-01-01',
            price: { stated: 'amount', amount: 2_000_000 },
            costs: { broker: 0.05, legal: 0 },
            allocation: { equipment: 0.1, supplies: 0.02, covenant: 0.03 },
          },
        ],
      }),
    ),
  )
  // Equipment 200,000 − 60,000 = 140,000, of which 100,000 was depreciated; supplies 40,000 − 10,000; covenant 60,000.
  expect(outcome.figure('offer', 'expected', 'ordinaryPart')).toBeCloseTo(190_000, 6)
  expect(outcome.row('offer', 'expected', 'saleGain')![0]).toBeCloseTo(2_000_000 - 190_000 - 90_000 - 100_000, 6)
})

test('a building: depreciation at up to 25 percent, the rest as long-term gain, rent until then', () => {
  const outcome = evaluateCase(
    byLaw(
      caseOf({
        practice: {
          ownerCollections: 0,
          hygieneCollections: 0,
          capex: 0,
          terminalSale: { method: 'none' },
          realEstate: {
            owned: true,
            value: 1_000_000,
            growth: 0,
            netRent: 60_000,
            basis: 300_000,
            depreciation: 200_000,
            mortgage: 50_000,
            sellingCosts: 0,
            soldOn: '2026-07-01',
          },
        },
        assumptions: { startYear: 2026, inflation: 0 },
      }),
      { entity: 'sole', deduction: 'standard', stateOrdinary: 0, stateGain: 0 },
    ),
  )
  const keep = (line: string) => outcome.row('keep', 'expected', line)![0]!
  expect(keep('netRent')).toBeCloseTo(30_000, 6)
  expect(keep('buildingPaid')).toBeCloseTo(950_000, 6)
  expect(keep('saleTaxed/capitalGain')).toBeCloseTo(700_000, 6)
  expect(keep('saleTaxed/unrecaptured1250')).toBeCloseTo(200_000, 6)
  expect(outcome.row('keep', 'expected', 'unsoldBuilding')![0]).toBe(0)
})

test('a partnership or an S corporation that pays the state’s tax itself deducts it without a cap', () => {
  const outcome = (entity: 'partnership' | 'sCorporation' | 'sole') =>
    evaluateCase(
      byLaw(
        caseOf({
          practice: { ownerCollections: 800_000, hygieneCollections: 0, capex: 0 },
          assumptions: { startYear: 2026 },
        }),
        { entity, ownerWages: 0, entityTax: true, deduction: 'standard', stateOrdinary: 0.1 },
      ),
    )
  const first = (entity: 'partnership' | 'sCorporation' | 'sole', line: string) =>
    outcome(entity).row('keep', 'expected', `workTaxed/${line}`)?.[0]
  expect(first('sCorporation', 'entityTax')).toBeCloseTo(80_000, 6)
  expect(first('sCorporation', 'agi')).toBeCloseTo(720_000, 6)
  expect(first('partnership', 'entityTax')).toBeCloseTo(80_000, 6)
  expect(first('sole', 'entityTax')).toBeUndefined()
})

/** The first year is 2026, the year of the law, and every closing is in it. */
const in2026 = anyCase.map((document): Case => ({
  ...document,
  assumptions: { ...document.assumptions, startYear: 2026 },
  offers: document.offers.map((offer) => ({ ...offer, closing: '2026-04-01' })),
}))

describe('on random cases', { timeout: 120_000 }, () => {
  test('the return of each path in 2026 is what the forms make of its income', () => {
    fc.assert(
      fc.property(in2026, fc.constantFrom('sole' as const, 'sCorporation' as const), (given, entity) => {
        const document = byLaw(given, { entity, stateOrdinary: 0, stateGain: 0, deduction: 'standard' })
        const outcome = evaluateCase(document)
        for (const { id } of outcome.paths.filter(({ kind }) => kind === 'affiliate' || kind === 'keep'))
          for (const view of VIEWS) {
            if (hasPassiveGain(outcome, id, view)) continue
            const expected = byTheForms(returnOf(outcome, id, view))
            const computed = (line: string) => outcome.row(id, view, `saleTaxed/${line}`)?.[0] ?? 0
            expect(cents(computed('agi'), expected.agi), `${id} ${view} ${computed('agi')} ${expected.agi}`).toBe(true)
            expect(cents(computed('amt'), expected.amt)).toBe(true)
            expect(cents(computed('totalTax'), expected.totalTax)).toBe(true)
          }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test('1b: cash in less cash out is the change of the accounts, tax on other income included', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const outcome = evaluateCase(byLaw(given))
        const { owner, assumptions } = outcome.document
        const after = assumptions.return * (1 - assumptions.drag)
        const half = assumptions.timing === 'mid' ? 0.5 : 0
        for (const { id } of outcome.paths)
          for (const view of VIEWS) {
            const row = (line: string) => outcome.row(id, view, line)!
            for (let y = 0; y < outcome.years; y++) {
              const before = y === 0 ? owner.savings : row('taxable')[y - 1]!
              const flows = row('yearly')[y]! * (1 + after) ** half + row('datedAtEnd')[y]!
              const draws = row('drawDeferred')[y]! + row('drawFree')[y]! + row('shortfall')[y]!
              expect(cents(row('taxable')[y]!, before * (1 + after) + flows + draws)).toBe(true)
              const spouse = shared(outcome, 'plan/spouseTaxed/allTax', y + 1)
              const taxes = row('workTaxed/allTax')[y]! - spouse + row('otherTax')[y]!
              expect(cents(taxes, row('yearTaxed/allTax')[y]!)).toBe(true)
            }
          }
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })

  test('the parts of the tax on the sale make it up, in both modes', () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), (given, law) => {
        const outcome = evaluateCase(law ? byLaw(given) : given)
        for (const { id } of outcome.paths)
          for (const view of VIEWS) {
            const sum = outcome.row(id, view, 'datedTax')!.reduce((a, b) => a + b, 0)
            expect(cents(outcome.figure(id, view, 'saleTax/all')!, sum)).toBe(true)
          }
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  test('3: management services alone, with no fee and nothing changed, are keeping', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const services: Case = {
          ...given,
          offers: given.offers.map((offer) => ({
            ...offer,
            structure: 'services',
            fee: { ...offer.fee, kind: 'none' },
            operations: { ...offer.operations, payerUplift: 0, volumeUplift: 0, takeovers: [] },
            costs: { ...offer.costs, legal: 0 },
            components: [],
            assetsSold: [],
            job: { ...offer.job, days: null },
            gapPay: 0,
          })),
        }
        const outcome = evaluateCase(byLaw(services))
        for (const { id } of outcome.paths.filter(({ kind }) => kind === 'affiliate'))
          for (const view of VIEWS)
            for (const line of ['takeHome', 'wealth', 'accounts', 'paper', 'pathYear']) {
              const kept = outcome.row('keep', view, line)!
              outcome.row(id, view, line)!.forEach((mine, y) => expect(cents(mine, kept[y]!), line).toBe(true))
            }
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })

  test('7: by installments the same gain is taxed in all as at once, if all is paid', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const paid = (instalments: boolean) =>
          evaluateCase(byLaw({ ...given, offers: given.offers.map((offer) => ({ ...offer, instalments })) }))
        const [spread, atOnce] = [paid(true), paid(false)]
        for (const { id } of given.offers) {
          if (paysLate(spread, id)) continue
          const total = (outcome: Outcome) => outcome.row(id, 'maximum', 'saleGain')!.reduce((a, b) => a + b, 0)
          expect(cents(total(spread), total(atOnce)), id).toBe(true)
        }
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })
})

const row = (outcome: Outcome, id: string, view: View, line: string) => outcome.row(id, view, line)?.[0] ?? 0

/** Income of 2026 on the lines of a return, read from the path's rows before tax. */
function returnOf(outcome: Outcome, id: string, view: View): Return {
  const { tax, owner, offers } = outcome.document
  const at = (line: string) => row(outcome, id, view, line)
  const offer = offers.find((one) => one.id === id)
  const practice = at('practiceTaxed')
  const isS = tax.federal.entity === 'sCorporation'
  const part = outcome.line(id, view, 'ownedPartInAll') ? at('ownedPartInAll') : at('ownedPart')
  const ownWages = isS ? Math.min(Math.max(0, practice), tax.federal.ownerWages * part) : 0
  const employer = 0.062 * Math.min(ownWages, 184_500) + 0.0145 * ownWages
  const retained = at('jvTaxable')
  const components = offer?.components ?? []
  const paid = (wages: boolean) =>
    components
      .filter((item) => item.kind === 'earnOut' && item.wages === wages)
      .flatMap((item) => (item.kind === 'earnOut' ? earnOutPayments(item) : []))
      .reduce((sum, { key }) => sum + at(`${key}/paid`), 0)
  const withTheJob = [
    at('signOn/wages'),
    ...(offer?.job.retention ?? []).map(({ id: bonus }) => at(`retention/${bonus}`)),
    ...(offer?.job.forgivableLoans ?? []).map(({ id: loan }) => at(`loan/${loan}/forgiven`)),
  ].reduce((sum, amount) => sum + amount, 0)
  const interest = components
    .filter((item) => item.kind === 'note')
    .reduce((sum, item) => sum + at(`${item.id}/interestPaid`), 0)
  const closing = offer && outcome.row(id, view, 'closingPaid')![0] !== 0
  const figure = (line: string) => outcome.figure(id, view, line) ?? 0
  const terminal = offer === undefined && outcome.row(id, view, 'saleAtRetirement')![0] !== 0
  const ordinary =
    (closing ? figure('ordinaryPart') + figure('receivables') - figure('staffBonusCost') : 0) +
    (terminal ? figure('terminalOrdinary') : 0)
  const building = outcome.row(id, view, 'buildingPaid')?.[0] ? figure('buildingGain') : 0
  const asset = assetOf(outcome, id, view)
  const exit = outcome.row(id, view, 'retainedPaid')?.[0] ? figure('retainedExitGain') : 0
  return {
    year: 2026,
    status: tax.federal.filingStatus,
    wages: ownWages + at('jobPay') + at('gapPay') + paid(true) + withTheJob,
    spouseWages: shared(outcome, 'plan/spouseWages') + at('familyPayReceived'),
    selfEmployment: (isS ? 0 : practice + retained) + asset.selfEmployed + at('consultingFee'),
    spouseSelfEmployment: 0,
    practiceProfit: (isS ? practice - ownWages - employer + retained : 0) + asset.active + at('rentFromOwnPractice'),
    interest: interest + asset.interest,
    // Rent from the buyer is taxed like nonqualified dividends: ordinary, and investment income.
    ordinaryDividends: at('rentFromBuyer') + asset.passive,
    qualifiedDividends: 0,
    shortTermGain: 0,
    longTermGain: at('saleGain') + exit + building + asset.gain + (terminal ? figure('terminalGain') : 0),
    unrecaptured1250: Math.min(building, outcome.document.practice.realEstate.depreciation) + asset.depreciation,
    gainIsInvestment: false,
    // Ordinary income of the sale is reported with withdrawals: both are taxed like any other income.
    withdrawals: at('withdrawals') + ordinary + asset.ordinary,
    socialSecurity: outcome.shared('plan/socialSecurity')[0]!,
    deferrals: (offer?.job.contributionAsEmployee ?? 0) * at('jobShare'),
    planContributions: owner.contributionAsOwner * part,
    itemized: undefined,
    age: ageByLaw(outcome.shared('plan/age')[0]!, owner.birthDate),
    spouseAge: ageByLaw(shared(outcome, 'plan/spouseAge'), owner.spouseBirthDate),
    businessWages: tax.federal.practiceWages,
    businessProperty: 0,
    sstb: true,
  }
}

/** An age is reached on the day before the birthday (IRS Pub. 501): whoever was born on January 1 is a year older. */
const ageByLaw = (age: number, birthDate: string | null): number => age + (birthDate?.endsWith('-01-01') ? 1 : 0)

/** A line of the plan in the first year; zero where the household has none. */
const shared = (outcome: Outcome, id: string, year = 1): number =>
  outcome.structure.graph.has(id) ? outcome.shared(id)[year - 1]! : 0

const hasPassiveGain = (outcome: Outcome, id: string, view: View) => {
  const { gain, isPassive } = assetOf(outcome, id, view)
  return (outcome.row(id, view, 'rolled/cashed')?.[0] ?? 0) !== 0 || (isPassive && gain !== 0)
}

/** The other asset's income in 2026, by tax treatment. */
function assetOf(outcome: Outcome, id: string, view: View) {
  const { practice, offers, owner } = outcome.document
  const asset = practice.otherAssets[0]
  const nothing = {
    isPassive: false,
    passive: 0,
    active: 0,
    selfEmployed: 0,
    ordinary: 0,
    interest: 0,
    gain: 0,
    depreciation: 0,
  }
  if (!asset) return nothing
  const isPassive = asset.taxedAs === 'passive'
  const paid = row(outcome, id, view, 'asset/center/distributions')
  const offer = offers.find((one) => one.id === id)
  const sale = offer?.assetsSold[0]
  const day = sale && offer ? (sale.on ?? offer.closing) : asset.whenKept === 'retirement' ? owner.retirement : ''
  const gain = day.startsWith('2026') ? outcome.figure(id, view, 'asset/center/gain')! : 0
  const isBuilding = asset.kind === 'building'
  const ordinary = isBuilding ? 0 : asset.ordinaryShare * gain
  // Where interest is imputed the price is less, and so the down payment is a larger part of it.
  const price = sale ? outcome.figure(id, view, 'asset/center/price')! : 1
  const down = sale ? price * sale.down : 1
  const taxedPrice = sale ? down + outcome.figure(id, view, 'asset/center/taxedAmount')! : 1
  const taxed = taxedPrice > 0 ? ((gain - ordinary) * down) / taxedPrice : 0
  return {
    ...nothing,
    isPassive,
    passive: isPassive ? paid : 0,
    active: asset.taxedAs === 'active' ? paid : 0,
    selfEmployed: asset.taxedAs === 'selfEmployed' ? paid : 0,
    ordinary,
    gain: taxed,
    depreciation: isBuilding ? Math.min(taxed, asset.depreciation, gain) : 0,
  }
}

/** A payment may fall after the end of the plan, and what is not paid within it is not taxed within it. */
function paysLate(outcome: Outcome, id: string): boolean {
  const last = outcome.figure(id, 'maximum', 'lastPaymentYear')!
  return last > outcome.years || outcome.row(id, 'maximum', 'clawback')!.some((amount) => amount !== 0)
}

describe('born on January 1', () => {
  const born = (birthDate: string, spouseBirthDate: string | null = null, rest: object = {}) =>
    evaluateCase(
      byLaw(
        caseOf({
          practice: {
            ownerCollections: 300_000,
            hygieneCollections: 0,
            costs: [{ id: 's', label: 'Staff', behaviour: 'all', share: 0.6 }],
          },
          owner: { birthDate, spouseBirthDate, retirement: '2028-12-31', horizonAge: 80, ...rest },
          assumptions: { startYear: 2026 },
        }),
        { deduction: 'standard' },
      ),
    )
  const tax = (outcome: Outcome) => outcome.row('keep', 'expected', 'incomeTax')!.slice(0, 3)

  test('the law’s age of 65 is reached a year earlier (IRS Pub. 501: on the day before the birthday)', () => {
    const [eve, first, second] = ['1961-12-31', '1962-01-01', '1962-01-02'].map((day) => born(day))
    expect(first!.shared('plan/age')[0]).toBe(64)
    expect(first!.shared('plan/taxAge')[0]).toBe(65)
    expect(tax(first!)).toEqual(tax(eve!))
    expect(tax(first!)[0]).toBeLessThan(tax(second!)[0]!)
    expect(tax(first!)[1]).toBe(tax(second!)[1])
  })

  test('so is the spouse’s', () => {
    const [eve, first, second] = ['1961-12-31', '1962-01-01', '1962-01-02'].map((day) => born('1968-07-01', day))
    expect(tax(first!)).toEqual(tax(eve!))
    expect(tax(first!)[0]).toBeLessThan(tax(second!)[0]!)
  })

  test('required distributions begin with the birthday itself (Reg. §1.401(a)(9)-2)', () => {
    const saver = { taxDeferredSavings: 500_000, spendingNow: 0, spendingRetired: 0 }
    const begin = (day: string) =>
      2026 +
      born(day, null, saver)
        .row('keep', 'expected', 'requiredDistribution')!
        .findIndex((amount) => amount > 0)
    expect(begin('1959-12-31')).toBe(2032)
    expect(begin('1960-01-01')).toBe(2035)
    expect(begin('1961-01-01')).toBe(2036)
  })
})
