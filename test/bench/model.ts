/* The method on a full case: six paths in three views over the years of a plan. */
import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'
import { Structure } from '../../shared/model'
import { milliseconds, report, inTurns } from './bench'
import { fullCase } from './full-case'

const document = fullCase()
const structure = new Structure(document)
const dearer: Case = { ...document, practice: { ...document.practice, feeGrowth: 0.03 } }
const lawful: Case = { ...document, tax: { ...document.tax, mode: 'federal' } }
const byLaw = new Structure(lawful)
const lawfulDearer: Case = { ...lawful, practice: dearer.practice }
let turn = 0
const blended = () => structure.evaluate(turn++ % 2 === 0 ? dearer : document)
const federal = () => byLaw.evaluate(turn++ % 2 === 0 ? lawfulDearer : lawful)
/** Milliseconds under one state's law. */
function inState(state: string): number {
  const resident: Case = {
    ...lawful,
    tax: { ...lawful.tax, federal: { ...lawful.tax.federal, state, stateTax: 'law' } },
  }
  const residentDearer: Case = { ...resident, practice: dearer.practice }
  const residents = new Structure(resident)
  return milliseconds(() => residents.evaluate(turn++ % 2 === 0 ? residentDearer : resident), { runs: 41, warm: 20 })
}

const [rates, law] = inTurns([blended, federal], { runs: 61, warm: 20 }) as [number, number]
const ok = report(`The method: ${structure.paths.length} paths × 3 views × ${structure.years} years`, [
  { name: 'cells', value: structure.graph.size / 1000, unit: '×' },
  {
    name: 'another number: inputs read, all evaluated',
    value: milliseconds(blended, { runs: 41, warm: 20 }),
    unit: 'ms',
    bound: 8,
  },
  {
    name: 'the same with federal tax by the law',
    value: milliseconds(federal, { runs: 41, warm: 20 }),
    unit: 'ms',
    bound: 8,
  },
  ...['FL', 'CA', 'NY', 'CO', 'MO', 'OR'].map((state) => ({
    name: `the same with state tax by the law of ${state}`,
    value: inState(state),
    unit: 'ms' as const,
    bound: 8,
  })),
  // Alabama's circular deduction takes four federal returns, where most states take one or two.
  { name: 'the same with state tax by the law of AL', value: inState('AL'), unit: 'ms' },
  {
    name: 'federal tax adds to effective rates',
    value: law / rates - 1,
    unit: '×',
    bound: 2,
  },
  {
    name: 'another structure: declared, checked, ordered, evaluated',
    value: milliseconds(() => new Structure(document).evaluate(document), { runs: 15, warm: 10 }),
    unit: 'ms',
  },
  {
    name: 'parse of the case by the schema',
    value: milliseconds(() => parseCase(document), { runs: 41, warm: 20 }),
    unit: 'ms',
    bound: 5,
  },
])
process.exitCode = ok ? 0 : 1
