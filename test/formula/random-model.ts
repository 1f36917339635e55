import fc from 'fast-check'
import type { Operation } from '../../shared/formula/expression'
import { Model, type Expression, type Input, type Line, type Series, type Table } from '../../shared/formula/index'

/**
 * Random models that are always well formed. Lines are in layers of four: a line may use all years of lines in lower
 * layers, the same year of earlier lines in its own layer, and earlier years of any line in its own layer, so that
 * accounts feeding one another across years are common while a cycle within a year is impossible.
 */
export interface Plan {
  readonly years: number
  readonly lines: readonly LinePlan[]
  /** Order in which the lines are declared. */
  readonly order: readonly number[]
}

interface LinePlan {
  readonly shape: 'row' | 'figure'
  readonly first: Tree
  /** Undefined where one formula serves all years. */
  readonly later: Tree | undefined
}

/** An expression whose references are numbers, taken modulo the number of lines allowed there. */
type Tree =
  | { readonly leaf: Leaf; readonly pick: number }
  | { readonly op: Operation | 'brackets' | 'lookup' | 'at'; readonly args: readonly Tree[]; readonly pick: number }

type Leaf = 'constant' | 'input' | 'series' | 'year' | 'line' | 'prev' | 'first' | 'last' | 'figure' | RowFunction
type RowFunction = 'sum' | 'sumToDate' | 'sumBefore' | 'firstYear' | 'lastYear' | 'irr'

const SCALARS = 4
const MOST_YEARS = 6
/** Four inputs and a series; in a shorter model the remaining values belong to unused inputs. */
export const INPUTS = SCALARS + MOST_YEARS
const CONSTANTS = [0, 1, 2, 0.5, 0.25, 3, -1, 12]
const TABLES: readonly Table[] = [
  { kind: 'table', id: 'rates', label: 'rates', keys: [0, 1, 4, 9], values: [0.125, 0.25, 0.5, 0.375], source: 'test' },
  { kind: 'table', id: 'steps', label: 'steps', keys: [-2, 0, 0.5, 3], values: [4, 1, -1, 2], source: 'test' },
]

const pick = fc.nat(1000)
const leaf = fc.record({
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Leaf>('input', 'line', 'prev') },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Leaf>(
        'constant',
        'series',
        'year',
        'figure',
        'first',
        'last',
        'sum',
        'sumToDate',
        'sumBefore',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom<Leaf>('firstYear', 'lastYear', 'irr') },
  ),
  pick,
})

const UNARY = ['negate', 'not', 'floor', 'ceil', 'round', 'lookup', 'at'] as const
const BINARY = ['add', 'subtract', 'multiply', 'divide', 'min', 'max', 'power', 'orElse', 'brackets'] as const
const COMPARISONS = ['less', 'lessOrEqual', 'greater', 'greaterOrEqual', 'equal', 'and', 'or'] as const
const MANY = ['add', 'multiply', 'min', 'max', 'and', 'or'] as const

const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const inner = tie('tree')
  const node = (ops: readonly (Operation | 'brackets' | 'lookup' | 'at')[], operands: number, most = operands) =>
    fc.record({ op: fc.constantFrom(...ops), args: fc.array(inner, { minLength: operands, maxLength: most }), pick })
  return {
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: node(UNARY, 1) },
      { weight: 4, arbitrary: node(BINARY, 2) },
      { weight: 1, arbitrary: node(COMPARISONS, 2) },
      { weight: 1, arbitrary: node(['if', 'payment'], 3) },
      { weight: 1, arbitrary: node(MANY, 3, 4) },
    ),
  }
})

const line: fc.Arbitrary<LinePlan> = fc.record({
  shape: fc.oneof(
    { weight: 3, arbitrary: fc.constant('row' as const) },
    { weight: 1, arbitrary: fc.constant('figure' as const) },
  ),
  first: tree,
  later: fc.option(tree, { nil: undefined, freq: 4 }),
})

export const plans: fc.Arbitrary<Plan> = fc
  .record({ years: fc.integer({ min: 1, max: MOST_YEARS }), lines: fc.array(line, { minLength: 1, maxLength: 12 }) })
  .chain(({ years, lines }) => {
    const all = lines.map((_, i) => i)
    return fc
      .shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
      .map((order) => ({ years, lines, order }))
  })

/**
 * Plans without operations that a spreadsheet treats differently: powers, which may be infinite where it reports an
 * error; rates of return, which it may not find; and payments at rates and terms that no loan has.
 */
export const tamePlans: fc.Arbitrary<Plan> = plans.map((plan) => {
  const tame = (tree: Tree): Tree => {
    if ('leaf' in tree) return tree.leaf === 'irr' ? { ...tree, leaf: 'sum' } : tree
    const args = tree.args.map(tame)
    if (tree.op === 'power') return { ...tree, op: 'multiply', args }
    if (tree.op !== 'payment') return { ...tree, args }
    const [rate, periods, principal] = args as [Tree, Tree, Tree]
    const bound = (op: 'min' | 'max', a: Tree, limit: number): Tree => ({
      op,
      args: [a, { leaf: 'constant', pick: CONSTANTS.indexOf(limit) }],
      pick: 0,
    })
    return { ...tree, args: [bound('max', rate, 0), bound('max', bound('min', periods, 12), 0), principal] }
  }
  const lines = plan.lines.map(({ shape, first, later }) => ({
    shape,
    first: tame(first),
    later: later && tame(later),
  }))
  return { ...plan, lines }
})

/** Ordinary figures, including zero, and some extreme doubles. */
export const figures = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, -1, 0.5, 2, 3, -0, 1e6) },
  { weight: 3, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, 1e300, -1e-300) },
)

/** Quarters, which keep sums and products exact. */
export const tameFigures = fc.integer({ min: -24, max: 24 }).map((quarters) => quarters / 4)

export const inputsOf = (figure: fc.Arbitrary<number>) =>
  fc.array(figure, { minLength: INPUTS, maxLength: INPUTS }).map((values) => Float64Array.from(values))

/** The model of a plan; its lines are `line0`, `line1`, … however they are ordered. */
export function build({ years, lines, order }: Plan, inOrder = order): Model {
  const model = Model.create()
  const inputs = Array.from({ length: SCALARS }, (_, i) => model.input(`input${i}`, `input ${i}`, 'factor'))
  const series = model.series('series', 'series', 'factor', years)
  for (let i = years; i < MOST_YEARS; i++) model.input(`spare${i}`, 'spare', 'factor')
  const declared: Line[] = []
  for (const i of inOrder) {
    const { shape } = lines[i]!
    const declaration = { label: `line ${i}`, unit: 'factor', meaning: `Line ${i}.` } as const
    declared[i] = model.declare(`line${i}`, declaration, shape)
  }
  for (const i of inOrder) {
    const { first, later } = lines[i]!
    const resolve = (tree: Tree, isLater: boolean) => expressionOf(tree, { inputs, series, declared, i, isLater })
    if (later && declared[i]!.shape === 'row') model.define(declared[i]!, resolve(first, false), resolve(later, true))
    else model.define(declared[i]!, resolve(first, false))
  }
  return model
}

interface Place {
  readonly inputs: readonly Input[]
  readonly series: Series
  readonly declared: readonly Line[]
  readonly i: number
  readonly isLater: boolean
}

function expressionOf(tree: Tree, place: Place): Expression {
  if ('leaf' in tree) return leafOf(tree.leaf, tree.pick, place)
  const args = tree.args.map((arg) => expressionOf(arg, place))
  const [a, b] = args as [Expression, Expression]
  if (tree.op === 'at') {
    const row = allowed('row', place, 'below')[0]
    return row ? { op: 'at', line: row, index: a } : a
  }
  if (tree.op === 'lookup') return { op: 'lookup', table: TABLES[1]!, args: [a] }
  // The law's thresholds increase; a reversed scale has no meaning.
  if (tree.op === 'brackets')
    return { op: 'brackets', table: TABLES[0]!, args: [a, { op: 'max', args: [b, { op: 'constant', value: 0.5 }] }] }
  return { op: tree.op, args }
}

function leafOf(leaf: Leaf, pick: number, place: Place): Expression {
  const { inputs, series, declared, i, isLater } = place
  const isRow = declared[i]!.shape === 'row'
  const constant: Expression = { op: 'constant', value: CONSTANTS[pick % CONSTANTS.length]! }
  const one = (lines: readonly Line[], make: (line: Line) => Expression): Expression =>
    lines.length > 0 ? make(lines[pick % lines.length]!) : constant
  // Years meet plain numbers in these formulas; a power has no unit.
  const pure = (e: Expression): Expression => ({ op: 'power', args: [e, { op: 'constant', value: 1 }] })
  switch (leaf) {
    case 'constant':
      return constant
    case 'input':
      return { op: 'input', input: inputs[pick % SCALARS]! }
    case 'series':
      return isRow ? { op: 'series', series } : constant
    case 'year':
      return isRow ? pure({ op: 'year' }) : constant
    case 'line':
      return one(isRow ? allowed('row', place, 'before') : [], (line) => ({ op: 'line', line, back: 0 }))
    case 'prev':
      return one(isRow && isLater ? allowed('row', place, 'layer') : [], (line) => ({ op: 'line', line, back: 1 }))
    case 'first':
      return one(allowed('row', place, isRow ? 'before' : 'below'), (line) => ({ op: 'line', line, back: 'first' }))
    case 'last':
      return one(allowed('row', place, 'below'), (line) => ({ op: 'line', line, back: 'last' }))
    case 'figure':
      return one(allowed('figure', place, 'below'), (line) => ({ op: 'line', line, back: 0 }))
    case 'sum':
      return one(allowed('row', place, 'below'), (line) => ({ op: 'sum', line, to: 'last' }))
    case 'sumToDate':
      return one(isRow ? allowed('row', place, 'before') : [], (line) => ({ op: 'sum', line, to: 'this' }))
    case 'sumBefore':
      return one(isRow ? allowed('row', place, 'layer') : [], (line) => ({ op: 'sum', line, to: 'before' }))
    case 'irr':
      return one(allowed('row', place, 'below'), (line) => ({ op: 'irr', line }))
    case 'firstYear':
    case 'lastYear':
      return one(allowed('row', place, 'below'), (line) => pure({ op: leaf, line }))
  }
}

/** The lines of a shape that line `i` may refer to: in lower layers, before it, or also in its own layer. */
function allowed(shape: 'row' | 'figure', { declared, i }: Place, reach: 'below' | 'before' | 'layer'): Line[] {
  const layer = i - (i % 4)
  const end = reach === 'below' ? layer : reach === 'before' ? i : layer + 4
  return declared.slice(0, end).filter((line) => line.shape === shape)
}
