// The content of the report for advisors: totals that reconcile, and names that are masked.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { set } from '../../shared/case/path'
import { samples } from '../../shared/case/samples'
import type { Case } from '../../shared/case/schema'
import { evaluateCase, type Outcome } from '../../shared/model'
import { saleTaxOf, taxFacts } from '../../shared/present/report/closing-tax'
import { federalReturn } from '../../shared/present/tax-computation'
import { withInitials } from '../../shared/present/report/initials'
import { leadSteps } from '../../shared/present/report/lead-steps'
import { letterTerms } from '../../shared/present/report/letter-terms'
import { considerationMix, keyTerms, priceLines, priceOfDentist } from '../../shared/present/report/offer-grid'
import { anyCase } from '../model/arbitrary-case'

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const sold = ({ document }: Outcome) =>
  document.offers.filter(({ include, structure }) => include && structure !== 'services')

/** A law of every outcome, on the samples and on random cases. */
function holdsForAll(law: (outcome: Outcome) => void): void {
  for (const { document } of samples) law(evaluateCase(document))
  fc.assert(
    fc.property(anyCase, (document) => law(evaluateCase(document))),
    { numRuns: 8, endOnFailure: true },
  )
}

describe('the bridge of the answer', () => {
  it('adds up to the lead over keeping', () => {
    holdsForAll((outcome) => {
      for (const { id, kind } of outcome.paths) {
        if (kind === 'keep') continue
        for (const dollars of ['today', 'future'] as const) {
          const { steps, total } = leadSteps(outcome, id, 'expected', dollars)!
          const scale = Math.max(1, ...steps.map(({ amount }) => Math.abs(amount)))
          // A step below half a dollar is omitted.
          expect(Math.abs(sum(steps.map(({ amount }) => amount)) - total)).toBeLessThan(0.5 + 1e-9 * scale)
        }
      }
    })
  })

  it('is none of keeping itself', () => {
    expect(leadSteps(evaluateCase(samples[0]!.document), 'keep', 'expected', 'today')).toBeUndefined()
  })
})

describe('the price in the grid of offers', () => {
  it('is the product of its lines', () => {
    for (const { document } of samples) {
      const outcome = evaluateCase(document)
      const offers = sold(outcome)
      const lines = priceLines(outcome, offers)
      offers.forEach((_, i) => {
        const of = (label: RegExp, none: number) => lines.find((line) => label.test(line.label))?.cells[i] ?? none
        const value = of(/^EBITDA priced/, NaN) * of(/^Multiple/, NaN)
        expect(of(/^Enterprise value/, NaN)).toBeCloseTo(value, 4)
        const price = value * of(/^Share sold/, 1) * of(/^Your share/, 1) - of(/^Debt/, 0)
        expect(of(/^Purchase price/, NaN)).toBeCloseTo(price, 4)
      })
    }
  })

  it('is all cash where a dentist buys now, and none where nobody does', () => {
    const outcome = evaluateCase(samples.find(({ name }) => name === 'general-dentist')!.document)
    // 70% of collections of $1,600,000.
    expect(priceOfDentist(outcome, 'private')).toMatchObject({
      amount: expect.closeTo(1_120_000, 4),
      certainty: 'cash',
    })
    for (const path of ['keep', 'harbor']) expect(priceOfDentist(outcome, path)).toBeUndefined()
  })

  it('consists of its parts, those on top of it apart', () => {
    for (const { document } of samples) {
      const outcome = evaluateCase(document)
      for (const offer of sold(outcome)) {
        const inside = considerationMix(outcome, offer).filter(({ onTop }) => !onTop)
        expect(sum(inside.map(({ amount }) => amount))).toBeCloseTo(
          outcome.figure(offer.id, 'expected', 'consideration')!,
          4,
        )
      }
    }
  })

  it('says of a part how sure it is, and of terms whether they differ', () => {
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const outcome = evaluateCase(document)
    const [harbor, cedar] = document.offers
    expect(considerationMix(outcome, harbor!).map(({ label, certainty }) => [label, certainty])).toEqual([
      ['Cash', 'cash'],
      ['Escrow', 'contingent'],
      ['Seller note', 'contingent'],
      ['Earn-out', 'contingent'],
    ])
    const terms = keyTerms(outcome, [harbor!, cedar!])
    expect(terms.find(({ key }) => key === 'closing')).toMatchObject({ differs: false })
    expect(terms.find(({ key }) => key === 'job/rate')).toMatchObject({ differs: true })
  })
})

describe('the tax on a sale', () => {
  it('is the sum of its parts in each year and in all, and the price that of its classes', () => {
    holdsForAll((outcome) => {
      for (const path of outcome.paths) {
        const tax = saleTaxOf(outcome, path)
        if (!tax) continue
        const { parts, years, totals, all, price } = tax
        const scale = Math.max(1, ...years.flatMap(({ tax }) => tax.map(Math.abs)))
        for (const year of years)
          expect(Math.abs(sum(year.tax) - year.all), `${year.year}`).toBeLessThan(0.5 * parts.length + 1 + 1e-9 * scale)
        expect(Math.abs(sum(totals) - all)).toBeLessThan(40 + 1e-9 * scale)
        if (!price || price.classes.length === 0) continue
        expect(sum(price.classes.map(({ allocated }) => allocated))).toBeCloseTo(Math.max(0, price.taxed), 2)
        expect(sum(price.classes.map(({ ordinary: part }) => part ?? 0))).toBeCloseTo(price.ordinary, 2)
      }
    })
  })

  it('has each federal amount once: its lines add up to the return’s total, and its parts to what the sale adds to it', () => {
    const byLaw = (document: Case) => evaluateCase(set(document, 'tax/mode', 'federal'))
    let [returns, elections] = [0, 0]
    const law = (outcome: Outcome) => {
      for (const path of outcome.paths) {
        const tax = saleTaxOf(outcome, path)
        if (!tax) continue
        const { lines, parts, years, yearOfSale } = tax
        const near = (a: number, b: number, what: string) =>
          expect(Math.abs(a - b), `${path.name}, ${what}`).toBeLessThan(0.01 + 1e-9 * Math.abs(a))
        for (const found of [lines, parts]) expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
        expect(new Set(lines.map(({ label }) => label)).size).toBe(lines.length)
        // Each total is that of the lines above it; taxable income is never below zero.
        let running = 0
        for (const { id, value, sign } of lines) {
          if (sign === '=') near(id === 'taxableIncome' ? Math.max(0, running) : running, value, id)
          running = sign === '' || sign === '=' ? value : running + (sign === '+' ? value : -value)
        }
        const n = yearOfSale - outcome.document.assumptions.startYear
        const added = (id: string) =>
          (outcome.row(path.id, 'expected', `saleTaxed/${id}`)?.[n] ?? 0) -
          (outcome.row(path.id, 'expected', `yearTaxed/${id}`)?.[n] ?? 0)
        const closing = years.find(({ year }) => year === yearOfSale)
        if (!closing) continue
        returns++
        const { itemized } = tax
        if (itemized) {
          near(itemized.regularTax + itemized.amt, itemized.incomeTax, 'as filed')
          near(lines.find(({ id }) => id === 'incomeTax')!.value, itemized.incomeTax, 'the income tax as filed')
          elections++
        }
        near(lines.at(-1)!.value, outcome.row(path.id, 'expected', 'saleTaxed/totalTax')![n]!, 'the return')
        const federal = parts.map(({ id }, i) =>
          ['ordinaryTax', 'gainTax', 'amt', 'niit', 'payroll'].includes(id) ? closing.tax[i]! : 0,
        )
        // Parts of less than half a dollar in every year are left out.
        expect(Math.abs(sum(federal) - added('totalTax') - added('fica'))).toBeLessThan(
          2 + 1e-9 * Math.abs(closing.all),
        )
      }
    }
    for (const { document } of samples) law(byLaw(document))
    fc.assert(
      fc.property(anyCase, (document) => law(byLaw(document))),
      { numRuns: 6, endOnFailure: true },
    )
    expect(returns).toBeGreaterThan(3)
    // Of the samples at least: the orthodontist has a mortgage and owes minimum tax in the year of the sale.
    expect(elections).toBeGreaterThan(0)
  })

  it('stands on a return that foots from the first wages to the last tax, with and without the sale, in every year', () => {
    const kinds = new Set<string>()
    const unfooted: string[] = []
    const law = (outcome: Outcome) => {
      for (const { id: path } of outcome.paths)
        for (const sold of [false, true]) {
          const lines = federalReturn(outcome, path, 'expected', sold)
          expect(lines[0]!.line.id, path).toMatch(/\/income\//)
          const totals = lines.filter(({ sign }) => sign === '=').map(({ line: { id } }) => id.split('/').at(-1))
          expect(totals).toEqual(['total', 'agi', 'taxableIncome', 'incomeTax', 'totalTax'])
          for (let year = 0; year < outcome.years; year++) {
            let running = 0
            let size = 1
            for (const { line, sign } of lines) {
              const value = outcome.values(line)[year]!
              size = Math.max(size, Math.abs(value))
              const sum = line.id.endsWith('/taxableIncome') ? Math.max(0, running) : running
              if (sign === '=') {
                const off = Math.abs(value - sum)
                if (off >= 0.005 + 1e-9 * size) unfooted.push(`${line.id}, year ${year + 1}: ${value}, footed ${sum}`)
              } else if (value !== 0) kinds.add(line.id.split('/').at(-1)!)
              running = sign === '' || sign === '=' ? value : running + (sign === '+' ? value : -value)
            }
          }
        }
    }
    const entities = ['sole', 'partnership', 'sCorporation', 'cCorporation'] as const
    const filedAs = (document: Case, i: number) =>
      evaluateCase(
        set(
          set(set(document, 'tax/mode', 'federal'), 'tax/federal/entity', entities[i % 4]),
          'tax/federal/entityTax',
          i % 8 < 4,
        ),
      )
    for (const { document } of samples) for (let i = 0; i < 4; i++) law(filedAs(document, i))
    fc.assert(
      fc.property(anyCase, fc.nat(7), (document, i) => law(filedAs(document, i))),
      { numRuns: 8, endOnFailure: true },
    )
    expect(unfooted).toEqual([])
    for (const kind of ['practiceWages', 'soleProfit', 'partnershipProfit', 'corporationProfit', 'pay', 'interest'])
      expect(kinds).toContain(kind)
    for (const kind of ['withdrawals', 'taxedBenefits', 'seDeduction', 'ownPlan', 'practicePlan', 'saleOrdinary'])
      expect(kinds).toContain(kind)
  })

  it('is told by class where the law is used, by hand: 10% equipment, 2% supplies, 3% covenant', () => {
    const { document } = samples.find(({ name }) => name === 'orthodontist')!
    const offer = document.offers.find(({ saleForm, structure }) => saleForm === 'assets' && structure !== 'services')!
    const outcome = evaluateCase(document)
    const { classes, taxed } = saleTaxOf(
      outcome,
      outcome.paths.find(({ id }) => id === offer.id)!,
    )!.price!
    expect(classes.map(({ label, allocated }) => [label.split(' ')[0], allocated / taxed])).toEqual(
      (
        [
          ['IV', offer.allocation.supplies],
          ['V', offer.allocation.equipment],
          ['VI', offer.allocation.covenant],
          ['VII', offer.allocation.intangibles],
          [
            'VII',
            1 -
              offer.allocation.supplies -
              offer.allocation.equipment -
              offer.allocation.covenant -
              offer.allocation.intangibles,
          ],
        ] as const
      ).map(([label, share]) => [label, expect.closeTo(share, 9)]),
    )
    expect(taxFacts(outcome).map(([label]) => label)).toContain('Filing status')
  })

  it('names the gain behind each tax on gain, also of a kept share, of rolled equity and of a sale to a dentist', () => {
    const { document } = samples.find(({ name }) => name === 'general-dentist')!
    const outcome = evaluateCase(document)
    for (const path of outcome.paths) {
      const { parts, years } = saleTaxOf(outcome, path)!
      const at = (id: string) => parts.findIndex((part) => part.id === id)
      for (const { gain, tax } of years)
        expect(gain).toBeCloseTo(
          (tax[at('gain')] ?? 0) / document.tax.rates.gain +
            (tax[at('passiveGain')] ?? 0) / document.tax.rates.passiveGain,
          2,
        )
    }
    // 70% of 1,600,000, less 12% ordinary, 9% selling costs and a basis of 140,000.
    const now = saleTaxOf(
      outcome,
      outcome.paths.find(({ kind }) => kind === 'sellPrivately')!,
    )!
    expect(now.price).toMatchObject({ taxed: 1_120_000, grossProfitRatio: undefined })
    expect(
      now.price!.classes.map(({ label, allocated, ordinary }) => [label.split(' ')[0], allocated, ordinary]),
    ).toEqual([
      ['IV–VI', 134_400, 134_400],
      ['VII', 985_600, undefined],
    ])
    // At retirement a sale counts as far as it is likely.
    const { terminalSale } = document.practice
    const kept = saleTaxOf(outcome, outcome.paths[0]!)!.price!
    expect(kept.taxed).toBeCloseTo(terminalSale.probability * outcome.figure('keep', 'expected', 'terminalPrice')!, 6)
    expect(kept.ordinary).toBeCloseTo(terminalSale.ordinaryShare * kept.taxed, 6)
    expect(now.years.map(({ year, gain }) => [year, Math.round(gain)])).toEqual([[2027, 744_800]])
    expect(now.all).toBeCloseTo(0.4 * 134_400 + 0.24 * 744_800, 6)
  })
})

describe('the terms that no figure uses', () => {
  it('are those that are entered; what is not is left open', () => {
    const document = set(
      set(samples[0]!.document, `offers/${samples[0]!.document.offers[0]!.id}/letter/nonCompete`, '15 miles, 5 years'),
      `offers/${samples[0]!.document.offers[0]!.id}/letter/debtGuaranty`,
      'stays',
    )
    const [first, second] = document.offers
    const terms = letterTerms(document, [first!, second!])
    expect(terms.find(({ field }) => field === 'nonCompete')?.cells).toEqual(['15 miles, 5 years', undefined])
    expect(terms.find(({ field }) => field === 'debtGuaranty')?.cells).toEqual([
      'stays with you after the sale',
      undefined,
    ])
    // No figure moves.
    expect(evaluateCase(document).figure(first!.id, 'expected', 'wealthAtRetirement')).toBe(
      evaluateCase(samples[0]!.document).figure(first!.id, 'expected', 'wealthAtRetirement'),
    )
  })
})

describe('initials', () => {
  const { document } = samples.find(({ name }) => name === 'general-dentist')!

  it('stand in the place of every name, the same for the same and never shared', () => {
    const offers = document.offers.map((offer, i) => ({
      ...offer,
      name: ['Pacific Dental Services', 'Peak Dental Summit', '東京'][i] ?? offer.name,
      buyer: 'Pacific Dental Services',
      note: 'Ask Jim Miller.',
    }))
    const hidden = withInitials({ ...document, offers, owner: { ...document.owner, name: 'Dr. Ann Miller' } })
    expect(hidden.offers.slice(0, 3).map(({ name, buyer }) => [name, buyer])).toEqual([
      ['P.D.S.', 'P.D.S.'],
      ['P.D.S. 2', 'P.D.S.'],
      ['東.', 'P.D.S.'],
    ])
    expect(hidden.owner.name).toBe('D.A.M.')
    expect(JSON.stringify(hidden)).not.toMatch(/Miller|Pacific/)
  })

  it('change no figure', () => {
    const [own, hidden] = [document, withInitials(document)].map(evaluateCase)
    for (const { id } of own!.paths)
      expect(hidden!.figure(id, 'expected', 'wealthAtRetirement')).toBe(
        own!.figure(id, 'expected', 'wealthAtRetirement'),
      )
  })
})
