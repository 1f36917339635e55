import { buildGraph, evaluation, explain } from '../../shared/formula/index'
import { milliseconds, report, type Figure } from './bench'
import { accounts } from './models'

// What a user waits for: an input changes, the structure changes, a figure is explained.

const build = () => {
  const { model, outputs, years } = accounts(225, 40)
  return { run: evaluation(buildGraph(model, years)), result: outputs[0]! }
}
const inputs = Float64Array.of(0.03, 0.05, 1e6, 0.4)
const { run, result } = build()
const cells = run.graph.size
let growth = 0.03
const again = milliseconds(() => run.run(Float64Array.of((growth += 0.0001), 0.05, 1e6, 0.4)), { runs: 51, warm: 10 })
const rebuilt = milliseconds(() => build().run.run(inputs), { runs: 31, warm: 10 })
const wealth = run.graph.line('block7/wealth')
const explained = milliseconds(() => void [explain(run, wealth, 20), explain(run, result)], { runs: 51 })
const figures: Figure[] = [
  { name: `one lane, ${cells} cells: an input changes`, value: again, unit: 'ms', bound: 5 },
  { name: '  the structure changes', value: rebuilt, unit: 'ms', bound: 25 },
  { name: '  explain a cell, and a sum of 225 operands', value: explained, unit: 'ms', bound: 5 },
]

process.exitCode = report('The formula kernel, one lane', figures) ? 0 : 1
