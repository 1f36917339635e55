import { buildGraph, lanes } from '../../shared/formula/index'
import { plainMachine } from '../../shared/formula/blocks'
import { simdMachine } from '../../shared/formula/simd'
import { inTurns, report, type Figure } from './bench'
import { accounts, oneOperationACell } from './models'

// Ten thousand variations at once, with SIMD and with plain loops, compared with a bare JavaScript loop of as many
// multiply-adds.

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
// The accounts contain powers, each a call of the engine's own function.
for (const [{ name, model, outputs, years }, bound] of [
  [oneOperationACell(), 0.35],
  [accounts(21, 20), 0.6],
] as const) {
  const graph = buildGraph(model, years)
  const [simd, plain] = [simdMachine()!, plainMachine()].map((machine) => lanes(graph, outputs, graph.inputs, machine))
  const base = new Float64Array(graph.inputs.length)
  const columns = graph.inputs.map(({ id }, k) => {
    const typical = TYPICAL[id] ?? 1
    return Float64Array.from({ length: LANES }, (_, i) => typical * (0.9 + ((i * 7 + k) % 97) / 500))
  })
  const { instructions, registers } = simd!
  const [bare, quick, slow] = inTurns([
    bareLoop(instructions),
    () => void simd!.run(base, columns, LANES),
    () => void plain!.run(base, columns, LANES),
  ]) as [number, number, number]
  const memory = process.resourceUsage().maxRSS / 1024
  figures.push(
    { name: `${name}: ${instructions} nodes × ${LANES} lanes, ${registers} registers`, value: quick, unit: 'ms' },
    { name: '  with plain loops', value: slow, unit: 'ms' },
    { name: '  the bare multiply-add loop', value: bare, unit: 'ms' },
    { name: '  against the bare loop', value: quick / bare, unit: '×', bound },
    { name: '  plain loops against it', value: slow / bare, unit: '×', bound: 3 },
    { name: '  memory of the whole process', value: memory, unit: 'MB', bound: 200 },
  )
}

process.exitCode = report('The formula kernel, many lanes', figures) ? 0 : 1
