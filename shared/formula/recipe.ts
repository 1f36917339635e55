import { MANY, ONE, TWO, type Operand } from './code'
import { yearIndex } from './dependence'
import type { Expression, Input, Line, Operation, Series, Table } from './expression'
import type { Graph } from './graph'
import { asBinary } from './operations'

/**
 * A formula as numbers that are read once for each year: steps of STEP_WIDTH numbers, which push operands on a stack and
 * replace the topmost by an operation on them, and the cells it needs first, NEED_WIDTH numbers for each run of them.
 */
export interface Recipe {
  readonly steps: Int32Array
  readonly needs: Int32Array
}

export const STEP_WIDTH = 3
/** What a step does with its two numbers. */
export const STEP = {
  /** An operand, the same in all years. */
  operand: 0,
  year: 1,
  /** The number of a series. */
  series: 2,
  /** A cell in year index 0, and the cells from one year to the next. */
  cell: 3,
  /** The first cell of a row, and which of its cells are added up, as a NEED. */
  sum: 4,
  /** All cells of a row, from its first. */
  row: 5,
  /** Operations, by their place in ONE, TWO, MANY (with the number of operands). */
  one: 6,
  two: 7,
  twoSwapped: 8,
  many: 9,
  /** The number of the table. */
  brackets: 10,
  lookup: 11,
} as const

export const NEED_WIDTH = 2
/** Cells that are needed: of a row, from the cell that follows on. */
export const NEED = {
  /** That cell alone. */
  cell: 0,
  /** That cell for year index 0, the next one for the next year, and so on. */
  back: 1,
  all: 2,
  upToThis: 3,
  before: 4,
} as const
const SUMMED = { last: NEED.all, this: NEED.upToThis, before: NEED.before } as const

/** What recipes name by a number. */
export interface Names {
  constant(value: number): Operand
  input(input: Input): Operand
  table(table: Table): number
}

/** The recipes of a graph's lines, made when they are first asked for. */
export class Recipes {
  /** The operands of each series, by year. */
  readonly series: Operand[][] = []
  private readonly numberOf = new Map<Series, number>()
  /** For each line that of its first year and that of later ones. */
  private readonly made: (Recipe | undefined)[]
  private readonly known = new Map<Expression, Recipe>()
  private steps: number[] = []
  private needs: number[] = []

  /** @param varying the lines that may vary; the cells of others are there already and need not be asked for */
  constructor(
    private readonly graph: Graph,
    private readonly varying: ReadonlySet<Line>,
    private readonly names: Names,
  ) {
    this.made = Array.from({ length: 2 * graph.lines.length }, () => undefined)
  }

  /** The recipe of a line, by its place in the graph, in a year index. */
  of(line: number, y: number): Recipe {
    const place = 2 * line + (y === 0 ? 0 : 1)
    return (this.made[place] ??= this.make(this.graph.lines[line]!, y))
  }

  private make({ first, later }: Line, y: number): Recipe {
    const formula = y === 0 ? first : later
    let recipe = this.known.get(formula)
    if (!recipe) {
      this.steps = []
      this.needs = []
      this.write(formula)
      recipe = { steps: Int32Array.from(this.steps), needs: Int32Array.from(this.needs) }
      this.known.set(formula, recipe)
    }
    return recipe
  }

  private write(e: Expression): void {
    switch (e.op) {
      case 'constant':
        return this.step(STEP.operand, this.names.constant(e.value))
      case 'input':
        return this.step(STEP.operand, this.names.input(e.input))
      case 'year':
        return this.step(STEP.year)
      case 'series':
        return this.step(STEP.series, this.seriesNumber(e.series))
      case 'line': {
        const moves = e.line.shape === 'row' && typeof e.back === 'number'
        const start = this.graph.offset.get(e.line)! + (moves ? -(e.back as number) : yearIndex(e, 0, this.graph.years))
        this.need(e.line, moves ? NEED.back : NEED.cell, start)
        return this.step(STEP.cell, start, moves ? 1 : 0)
      }
      case 'sum': {
        const start = this.graph.offset.get(e.line)!
        this.need(e.line, SUMMED[e.to], start)
        return this.step(STEP.sum, start, SUMMED[e.to])
      }
      case 'at':
        this.write(e.index)
        return this.search('at', e.line, 1)
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        return this.search(e.op, e.line, 0)
      case 'brackets':
      case 'lookup':
        for (const arg of e.args) this.write(arg)
        return this.step(STEP[e.op], this.names.table(e.table))
      case 'if':
      case 'payment':
        for (const arg of e.args) this.write(arg)
        return this.step(STEP.many, MANY.indexOf(e.op), e.args.length)
      case 'negate':
      case 'not':
      case 'floor':
      case 'ceil':
      case 'round':
        this.write(e.args[0]!)
        return this.step(STEP.one, ONE.indexOf(e.op))
      default:
        return this.fold(e as Extract<Expression, { op: Operation }>)
    }
  }

  /** Operations of two operands, and sums, products, minima … of more, from left to right. */
  private fold({ op, args }: Extract<Expression, { op: Operation }>): void {
    const { kind, swap } = asBinary[op]!
    for (const [i, arg] of args.entries()) {
      this.write(arg)
      if (i > 0) this.step(swap ? STEP.twoSwapped : STEP.two, TWO.indexOf(kind))
    }
  }

  /** An operation on all cells of a row, after so many other operands. */
  private search(op: (typeof MANY)[number], line: Line, others: number): void {
    const start = this.graph.offset.get(line)!
    this.need(line, NEED.all, start)
    this.step(STEP.row, start)
    this.step(STEP.many, MANY.indexOf(op), others + this.graph.years)
  }

  private seriesNumber(series: Series): number {
    let number = this.numberOf.get(series)
    if (number === undefined) {
      number = this.series.push(series.inputs.map((input) => this.names.input(input))) - 1
      this.numberOf.set(series, number)
    }
    return number
  }

  private step(what: number, a = 0, b = 0): void {
    this.steps.push(what, a, b)
  }

  private need(line: Line, what: number, start: number): void {
    if (this.varying.has(line)) this.needs.push(what, start)
  }
}

/** Lines in which some cell depends on a varying input. */
export function linesThatVary(graph: Graph, varying: ReadonlySet<Input>): ReadonlySet<Line> {
  const found = new Set<Line>()
  const depends = (e: Expression): boolean => {
    if (e.op === 'input') return varying.has(e.input)
    if (e.op === 'series') return e.series.inputs.some((input) => varying.has(input))
    if ('line' in e && found.has(e.line)) return true
    return e.op === 'at' ? depends(e.index) : 'args' in e && e.args.some(depends)
  }
  for (const { firstOrder } of graph.steps) {
    // In a group that works year by year each member may depend on each: once one varies, look again.
    let changed = true
    while (changed) {
      changed = false
      for (const line of firstOrder) {
        if (found.has(line) || !(depends(line.first) || depends(line.later))) continue
        found.add(line)
        changed = firstOrder.length > 1
      }
    }
  }
  return found
}
