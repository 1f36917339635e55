import { buildGraph, evaluation, explain, f, lanes, Model } from '../../shared/formula'

const model = Model.create()
const price = model.input('price', 'Price', 'usd')
const growth = model.input('growth', 'Growth', 'rate')
const sales = model.row(
  'sales',
  { label: 'Sales', unit: 'usd', meaning: 'What comes in each year.' },
  price,
  (self) => f`prev(${self}) * (1 + ${growth})`,
)
const total = model.figure('total', { label: 'Total', unit: 'usd', meaning: 'All years.' }, f`sum(${sales})`)

const graph = buildGraph(model, 3)
const run = evaluation(graph, [total])
run.run(Float64Array.of(100, 0.1)) // in the order of graph.inputs
export const value = run.value(total) // 331
export const why = explain(run, sales, 2) // Sales last year × (1 + Growth): 100, 0.1; each can be opened
const many = lanes(graph, [total], [growth]).run(run.inputs, [Float64Array.of(0, 0.1, 0.2)], 3)
export const varied = many.column(total) // 300, 331, 364
