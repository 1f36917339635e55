import { buildGraph, lanes } from '../../shared/formula/index'
import { report, sideBySide, type Figure } from './bench'
import { accounts, oneOperationACell } from './models'

// Ten thousand variations at once, compared with a bare loop of as many multiply-adds.

const LANES = 10_000
const BLOCK = 256

/** The lower bound: as many multiply-adds as instructions times lanes, over blocks that fit in the cache. */
function bareLoop(instructions: number): () => void {
  const read = Array.from({ length: 8 }, (_, k) => new Float64Array(BLOCK).fill(0.5 + k / 64))
  const written = Array.from({ length: 8 }, () => new Float64Array(BLOCK))
  const multiplyAdd = (out: Float64Array, a: Float64Array, b: Float64Array, c: Float64Array, n: number) => {
    for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]! + c[i]!
  }
  return () => {
    for (let start = 0; start < LANES; start += BLOCK) {
      const n = Math.min(BLOCK, LANES - start)
      for (let k = 0; k < instructions; k++)
        multiplyAdd(written[k % 8]!, read[k % 8]!, read[(k + 3) % 8]!, read[(k + 5) % 8]!, n)
    }
  }
}

/** Typical values of the account inputs; the others are about 1. */
const TYPICAL: Record<string, number> = { growth: 0.03, rate: 0.05, start: 1e6, share: 0.4 }
const figures: Figure[] = []
for (const { name, model, outputs, years } of [oneOperationACell(), accounts(21, 20)]) {
  const graph = buildGraph(model, years)
  const many = lanes(graph, outputs, graph.inputs)
  const base = new Float64Array(graph.inputs.length)
  const columns = graph.inputs.map(({ id }, k) => {
    const typical = TYPICAL[id] ?? 1
    return Float64Array.from({ length: LANES }, (_, i) => typical * (0.9 + ((i * 7 + k) % 97) / 500))
  })
  const [bare, run] = sideBySide(bareLoop(many.instructions), () => void many.run(base, columns, LANES))
  const memory = process.resourceUsage().maxRSS / 1024
  figures.push(
    {
      name: `${name}: ${many.instructions} nodes × ${LANES} lanes, ${many.registers} registers`,
      value: run,
      unit: 'ms',
    },
    { name: '  the bare multiply-add loop', value: bare, unit: 'ms' },
    { name: '  against the bare loop', value: run / bare, unit: '×', bound: 3 },
    { name: '  memory of the whole process', value: memory, unit: 'MB', bound: 200 },
  )
}

process.exitCode = report('The formula kernel, many lanes', figures) ? 0 : 1
