import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { hashOf, prepareSimulation, Simulations, type SimulationResult } from '../../../shared/analysis/simulation'
import { causeOf, marksOf } from '../../../shared/analysis/simulation/causes'
import { fnv1a64 } from '../../../shared/analysis/simulation/hash'
import { Streams } from '../../../shared/analysis/simulation/random'
import { uncertaintyOf, type Fact } from '../../../shared/analysis/simulation/uncertainty'
import { set } from '../../../shared/case/path'
import { samples } from '../../../shared/case/samples'
import type { Case } from '../../../shared/case/schema'
import { evaluation } from '../../../shared/formula'
import { Structure } from '../../../shared/model'
import { fullCase } from '../../bench/full-case'
import { anyCase } from '../../model/arbitrary-case'
import { taxed } from '../support'

vi.setConfig({ testTimeout: 120_000 })

const risk = (document: Case, changes: Partial<Case['risk']>): Case => ({
  ...document,
  risk: { ...document.risk, ...changes },
})
/** No uncertainty: every spread is zero, probabilities as in the expected view, no one dies. */
const certain = (document: Case): Case =>
  risk(document, {
    volatility: 0,
    feeGrowthSpread: 0,
    costGrowthSpread: 0,
    privatePriceSpread: 0,
    exitMultipleSpread: 0,
    chances: 'expected',
    mortalityScale: 0,
    disabilityRate: 0,
  })
const everyCase = [...samples.map(({ document }) => document), fullCase()].flatMap((document) => [
  document,
  taxed(document, 'federal'),
])

function run(document: Case, draws: number, { seed = 1, chunk = draws } = {}): SimulationResult {
  const simulation = prepareSimulation(document, { draws, seed })
  while (simulation.done < simulation.draws) simulation.chunk(chunk)
  return simulation.result()
}

describe('a simulation', () => {
  /** Draws without uncertainty compared with the model's expected view, figure by figure. */
  function certainAndExpected(plain: Case, returns: 'lognormal' | 'studentT') {
    const document = risk(certain(plain), { returns })
    const outcome = new Structure(document).evaluate(document)
    const given = run(document, 3).paths.map(({ id, wealth: { nominal }, atHorizon, funded }) => {
      const { p10, p50, p90 } = nominal
      return { id, wealth: [p10, p50, p90], atHorizon: atHorizon.today.p50, funded }
    })
    const expected = given.map(({ id }) => {
      const wealth = outcome.row(id, 'expected', 'wealth')!
      const funded = outcome.figure(id, 'expected', 'fundedToAge')! >= document.owner.horizonAge ? 1 : 0
      const atHorizon = outcome.figure(id, 'expected', 'wealthAtHorizonToday')
      return { id, wealth: [wealth, wealth, wealth], atHorizon, funded }
    })
    return { given, expected }
  }

  test.each(['lognormal', 'studentT'] as const)(
    'without uncertainty (%s) is the expected view in every draw, bit for bit',
    (returns) => {
      for (const document of everyCase) {
        const { given, expected } = certainAndExpected(document, returns)
        expect(given).toEqual(expected)
      }
    },
  )

  test.each([
    ['blended', 24],
    ['federal', 12],
  ] as const)('so it is whatever is entered, with %s tax', (mode, numRuns) => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('lognormal', 'studentT'), (plain, returns) => {
        const { given, expected } = certainAndExpected(taxed(plain, mode), returns)
        expect(given).toEqual(expected)
      }),
      { numRuns, endOnFailure: true },
    )
  })

  test('every lane is the one-lane run of the same structure with the inputs of its draw', () => {
    const document = risk(fullCase(), { returns: 'history' })
    const simulation = prepareSimulation(document, { draws: 40, seed: 3 })
    simulation.chunk(40)
    const structure = new Structure(document, { simulated: true })
    const { graph } = structure
    const uncertainty = uncertaintyOf(document, structure, 40)
    const columns = uncertainty.varying.map(() => new Float64Array(1))
    const streams = new Streams(3)
    const single = evaluation(graph)
    const inputs = structure.inputs(document)
    const last = Array.from({ length: 40 }, (_, draw) => {
      uncertainty.draw(streams.next(), columns, 0, draw)
      uncertainty.varying.forEach(({ id }, k) => (inputs[graph.inputIndex.get(id)!] = columns[k]![0]!))
      single.run(inputs)
      return single.row(graph.line('keep/expected/wealth')).at(-1)!
    })
    const sorted = Float64Array.from(last).sort()
    expect(simulation.result().paths[0]!.atHorizon.nominal.p50).toBe((sorted[19]! + sorted[20]!) / 2)
  })

  test('is the same for a seed, in whatever chunks and however many more are drawn; another seed gives another', () => {
    const document = fullCase()
    const whole = run(document, 300)
    expect(run(document, 300, { chunk: 7 })).toEqual(whole)
    const longer = prepareSimulation(document, { draws: 900, seed: 1 })
    longer.chunk(300)
    expect(longer.result()).toEqual(whole)
    expect(run(document, 300, { seed: 2 }).paths[0]!.atHorizon).not.toEqual(whole.paths[0]!.atHorizon)
  })

  test('after an edit is what it is from nothing, with the program that is there where only numbers and days changed', () => {
    const simulations = new Simulations()
    const plain = fullCase()
    const edits: readonly (readonly [changed: Case, sameProgram: boolean])[] = [
      [plain, false],
      [set(plain, 'practice/feeGrowth', 0.05), true],
      [set(plain, 'owner/retirement', '2037-07-01'), true],
      [risk(plain, { volatility: 0.2, returns: 'history' }), true],
      [risk(plain, { chances: 'expected' }), false],
      [risk(plain, { chances: 'expected', mortalityScale: 0, disabilityRate: 0 }), false],
      [{ ...plain, offers: plain.offers.slice(1) }, false],
      [set(plain, 'practice/capex', 50_000), false],
      [plain, true],
    ]
    let program: unknown
    for (const [document, sameProgram] of edits) {
      const simulation = simulations.prepare(document, { draws: 60, seed: 4 })
      simulation.chunk(60)
      expect(simulation.result()).toEqual(run(document, 60, { seed: 4 }))
      expect(simulation.shared.program === program).toBe(sameProgram)
      program = simulation.shared.program
    }
  })

  test('twice the draws move the median by less than three of its standard errors', () => {
    for (const returns of ['lognormal', 'studentT', 'history'] as const) {
      const document = risk(fullCase(), { returns })
      const simulation = prepareSimulation(document, { draws: 4000, seed: 11 })
      simulation.chunk(2000)
      const half = simulation.result()
      simulation.chunk(2000)
      simulation.result().paths.forEach(({ id, atRetirement }, k) => {
        const { p50, error } = half.paths[k]!.atRetirement.today
        expect(Math.abs(atRetirement.today.p50 - p50), `${returns} ${id}`).toBeLessThan(3 * error)
      })
    }
  })

  test('bands are in order, shares of wins make one, and keeping is not ahead of itself', () => {
    const { paths, years, ages, retirementYear } = run(risk(fullCase(), { returns: 'history' }), 500)
    expect(years.length).toBe(ages.length)
    expect(years).toContain(retirementYear)
    for (const { wealth } of paths)
      for (const { p10, p25, p50, p75, p90 } of [wealth.nominal, wealth.today])
        years.forEach((_, y) => {
          const values = [p10[y]!, p25[y]!, p50[y]!, p75[y]!, p90[y]!]
          expect(values).toEqual(values.toSorted((a, b) => a - b))
        })
    for (const at of ['atRetirement', 'atHorizon'] as const)
      expect(paths.reduce((sum, { wins }) => sum + wins[at], 0)).toBeCloseTo(1, 9)
    expect(paths.map(({ aheadOfKeeping }) => aheadOfKeeping === undefined)).toEqual(
      paths.map(({ id }) => id === 'keep'),
    )
  })

  test('every draw of every path has a value, whatever is entered', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.constantFrom('lognormal', 'studentT', 'history'),
        fc.constantFrom('blended', 'federal'),
        (plain, returns, mode) => {
          const document = risk(taxed(plain, mode), {
            returns,
            disabilityRate: 0.08,
            mortalityScale: 2,
            volatility: 0.3,
          })
          // A draw without a value is rejected.
          for (const { wealth, atHorizon } of run(document, 60).paths)
            expect([...wealth.nominal.p10, ...wealth.today.p90, atHorizon.today.error].every(Number.isFinite)).toBe(
              true,
            )
        },
      ),
      { numRuns: 12, endOnFailure: true },
    )
  })

  test('says nothing before the first draw and works no more than its draws', () => {
    const simulation = prepareSimulation(fullCase(), { draws: 10, seed: 1 })
    expect(() => simulation.result()).toThrow('No draw has been worked yet.')
    simulation.chunk(25)
    expect([simulation.done, simulation.draws, simulation.result().draws]).toEqual([10, 10, 10])
  })
})

describe('what is drawn', () => {
  const document = samples.find(({ name }) => name === 'general-dentist')!.document
  const structure = new Structure(document, { simulated: true })

  /** The inputs of many draws, by id. */
  function drawn(changed: Case, draws = 4000) {
    const uncertainty = uncertaintyOf(changed, structure, draws)
    const columns = uncertainty.varying.map(() => new Float64Array(draws))
    const streams = new Streams(5)
    const ends = Array.from({ length: draws }, (_, draw) => uncertainty.draw(streams.next(), columns, draw, draw))
    return {
      ends,
      ids: uncertainty.varying.map(({ id }) => id),
      column: new Map(uncertainty.varying.map(({ id }, k) => [id, columns[k]!])),
    }
  }
  const mean = (values: Float64Array) => values.reduce((a, b) => a + b) / values.length

  test('chances come or do not, as often as they say', () => {
    const { column, ids } = drawn(document)
    const chances = ids.filter((id) => id.endsWith('probability'))
    expect(chances.length).toBeGreaterThan(4)
    const inputs = structure.inputs(document)
    for (const id of chances) {
      const values = column.get(id)!
      expect(values.every((value) => value === 0 || value === 1)).toBe(true)
      const entered = inputs[structure.graph.inputIndex.get(id)!]!
      expect(Math.abs(mean(values) - entered), id).toBeLessThan(4 * Math.sqrt(0.25 / values.length))
    }
    const outcomes = ids.filter((id) => /components\/rolled-1\/outcomes/.test(id) && id.includes('/summit/'))
    for (let lane = 0; lane < 4000; lane++)
      expect(outcomes.reduce((sum, id) => sum + column.get(id)![lane]!, 0)).toBeLessThanOrEqual(1)
  })

  test('all costs shift by the same, prices by the same factor', () => {
    const { column } = drawn(document, 50)
    const shifts = document.practice.costs
      .filter(({ id }) => column.has(`practice/costs/${id}/growth`))
      .map(({ id, growth }) => column.get(`practice/costs/${id}/growth`)!.map((value) => value - growth))
    expect(shifts.length).toBeGreaterThan(1)
    for (const shift of shifts) shift.forEach((value, i) => expect(value).toBeCloseTo(shifts[0]![i]!, 12))
  })

  test('an early end moves retirement and leaving, with the rule of its cause', () => {
    const { ends, column } = drawn(risk(document, { disabilityRate: 0.05 }), 500)
    const planned = structure.inputs(document)[structure.graph.inputIndex.get('owner/retirement@t')!]!
    const [t, year] = [column.get('owner/retirement@t')!, column.get('owner/retirement@year')!]
    ends.forEach((end, lane) => {
      expect(t[lane]).toBe(end && end.t < planned ? end.t : planned)
      // The last day of a year is its end; the first day of a month belongs to that month.
      expect(year[lane]).toBe(end && end.t < planned ? Math.floor(end.t) + 1 : planned)
    })
    const changed = set(document, 'offers/harbor/components/earn-1/keptOnLeaving/disability', 0.25)
    const rule = drawn(risk(changed, { disabilityRate: 0.05 }), 500)
    const kept = rule.column.get('offers/harbor/components/earn-1/keptOnLeaving/retirement')!
    const disabled = rule.ends.map((end) => end !== undefined && end.t < planned && end.cause === 'disability')
    expect(disabled).toContain(true)
    expect(disabled.every((is, lane) => !is || kept[lane] === 0.25)).toBe(true)
  })

  test('one source that changes leaves all others as they were', () => {
    const before = drawn(document, 20)
    const after = drawn(risk(document, { feeGrowthSpread: 0.03, exitMultipleSpread: 0 }), 20)
    for (const id of before.ids.filter((name) => !/feeGrowth|exitMultiple|minorityDiscount/.test(name)))
      expect([id, after.column.get(id)]).toEqual([id, before.column.get(id)])
  })

  test('with nothing left to chance a case has no early ends and no drawn chances', () => {
    const { ends, ids } = drawn(certain(document), 20)
    expect(ends.every((end) => end === undefined)).toBe(true)
    expect(ids.filter((id) => /probability|keptOnLeaving|@t$/.test(id))).toEqual([])
  })

  test('a path that has not begun when work ends is keeping', () => {
    const late = set(set(document, 'offers/harbor/closing', '2034-01-01'), 'owner/retirement', '2035-01-01')
    const dying = risk(certain(late), { disabilityRate: 1 })
    const { paths } = run(dying, 20)
    const [keep, harbor] = ['keep', 'harbor'].map((id) => paths.find((path) => path.id === id)!)
    expect(harbor!.wealth).toEqual(keep!.wealth)
  })
})

describe('the cause of failure', () => {
  const draws = 400
  const fact = (clause: string, value: (i: number) => number, bad: Fact['bad'] = 'yes', paths?: string[]): Fact => ({
    clause,
    bad,
    values: Float64Array.from({ length: draws }, (_, i) => value(i)),
    ...(paths ? { paths } : {}),
  })
  const failed = Array.from({ length: draws }, (_, i) => i % 4 === 0)

  const cause = (path: string, facts: readonly Fact[], of: readonly boolean[]) =>
    causeOf(path, marksOf(facts, draws), of)

  test('is what marks failing draws, and what marks them beside that', () => {
    const facts = [
      fact('returns were poor', (i) => (i % 4 === 0 && i % 16 !== 0 ? -1 : 1), 'lowest quarter'),
      fact('the rollover paid nothing', (i) => (i % 8 === 0 || i % 10 === 3 ? 1 : 0)),
      fact('fees grew little', (i) => i % 3, 'lowest quarter'),
      fact('elsewhere', (i) => (failed[i] ? 1 : 0), 'yes', ['another']),
    ]
    const { sentence, circumstances } = cause('mine', facts, failed)
    expect(circumstances[0]).toMatchObject({ clause: 'returns were poor', failing: 0.75 })
    expect(sentence).toMatch(
      /^Returns were poor in 75% of the simulations in which money runs out, against \d+% of the others/,
    )
    expect(cause('another', facts, failed).circumstances[0]).toMatchObject({
      clause: 'elsewhere',
      failing: 1,
      others: 0,
    })
  })

  test('names a term in mid-sentence as a word, a name as a name', () => {
    const [offer] = fullCase().offers
    const clauses = (label: string) => {
      const components = offer!.components.map((component) => ({ ...component, label }))
      const document = { ...fullCase(), offers: [{ ...offer!, include: true, components }] }
      return uncertaintyOf(document, new Structure(document, { simulated: true }), 1).facts.map(({ clause }) => clause)
    }
    expect(clauses('Rolled equity')).toContain(`the rolled equity of ${offer!.name} was not paid`)
    expect(clauses('Heartland note')).toContain(`the Heartland note of ${offer!.name} was not paid`)
  })

  test('is not made up', () => {
    const noise = [
      fact('nothing special', (i) => (i * 7) % 5, 'highest quarter'),
      fact('constant', () => 3, 'lowest quarter'),
    ]
    expect(cause('mine', noise, failed)).toEqual({
      sentence: 'Nothing sets the simulations in which money runs out apart from the others.',
      circumstances: [],
    })
    expect(
      cause(
        'mine',
        noise,
        failed.map(() => false),
      ).sentence,
    ).toBe('Spending is covered to the end of the plan in every simulation.')
    expect(
      cause(
        'mine',
        noise,
        failed.map(() => true),
      ).sentence,
    ).toContain('does not depend on chance')
    expect(
      cause(
        'mine',
        noise,
        failed.map((_, i) => i < 5),
      ).sentence,
    ).toBe('Money runs out in 5 of 400 simulations, too few to say why.')
  })
})

describe('the hash of the inputs', () => {
  test('is the published FNV-1a, here of two bytes a letter', () => {
    // Published test vectors: "" and the one byte "a"; the second byte of a UTF-16 unit is 0.
    expect(fnv1a64('')).toBe('cbf29ce484222325')
    const reference = (text: string) => {
      let hash = 0xcbf29ce484222325n
      for (let i = 0; i < text.length; i++)
        for (const byte of [text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8])
          hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
      return hash.toString(16).padStart(16, '0')
    }
    for (const text of ['a', 'foobar', 'Zahnärztin', '…'.repeat(300)]) expect(fnv1a64(text)).toBe(reference(text))
  })

  test('changes with any input and with nothing else', () => {
    const document = fullCase()
    const { origins: _, ...rest } = document
    expect(hashOf(JSON.parse(JSON.stringify({ origins: {}, ...rest })) as Case)).toBe(hashOf(document))
    expect(hashOf(set(document, 'practice/feeGrowth', 0.02501))).not.toBe(hashOf(document))
    expect(hashOf(risk(document, { seed: 2 }))).not.toBe(hashOf(document))
  })
})
