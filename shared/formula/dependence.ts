import { parts, type Expression, type Input, type Line } from './expression'
import type { Graph } from './graph'

/** The lines on which `outputs` depend, themselves included. */
export function neededBy(outputs: Iterable<Line>): Set<Line> {
  const needed = new Set<Line>()
  const queue = [...outputs]
  for (let line = queue.pop(); line; line = queue.pop()) {
    if (needed.has(line)) continue
    needed.add(line)
    for (const reference of references(line)) queue.push(reference)
  }
  return needed
}

/** The lines referenced in a line's formulas. */
export function references(line: Line): Set<Line> {
  const found = new Set<Line>()
  walk(line, (e) => {
    if ('line' in e) found.add(e.line)
  })
  return found
}

/** Every node of a line's formulas. */
export function walk(line: Line, visit: (e: Expression) => void): void {
  const go = (e: Expression) => {
    visit(e)
    for (const part of parts(e)) go(part)
  }
  go(line.first)
  if (line.later !== line.first) go(line.later)
}

/** The inputs that lines depend on, directly or through other lines. */
export function inputsOf(lines: Iterable<Line>): Input[] {
  const found = new Set<Input>()
  for (const line of neededBy(lines))
    walk(line, (e) => {
      if (e.op === 'input') found.add(e.input)
      else if (e.op === 'series') for (const input of e.series.inputs) found.add(input)
    })
  return [...found]
}

/** The lines that depend on an input, directly or through other lines. */
export function dependents(graph: Graph, input: Input): Line[] {
  const resting = new Set<Line>()
  const users = new Map<Line, Line[]>()
  for (const line of graph.lines) {
    for (const other of references(line)) {
      const list = users.get(other)
      if (list) list.push(line)
      else users.set(other, [line])
    }
    walk(line, (e) => {
      if ((e.op === 'input' && e.input === input) || (e.op === 'series' && e.series.inputs.includes(input)))
        resting.add(line)
    })
  }
  const queue = [...resting]
  for (let line = queue.pop(); line; line = queue.pop()) {
    for (const user of users.get(line) ?? []) {
      if (resting.has(user)) continue
      resting.add(user)
      queue.push(user)
    }
  }
  return graph.lines.filter((line) => resting.has(line))
}

/** The inputs referenced in a formula itself; of a series, that of year index `y`. */
export function inputsRead(e: Expression, y: number): Input[] {
  if (e.op === 'input') return [e.input]
  return e.op === 'series' ? [e.series.inputs[y]!] : parts(e).flatMap((part) => inputsRead(part, y))
}

/** A cell by its line and its year index (0 = first year; 0 for a figure). */
export interface CellOf {
  readonly line: Line
  readonly y: number
}

/**
 * The cells that a formula itself reads in year index `y` of `years`, earlier years first: all that it may read or,
 * with `value` to resolve choices and indices, those it depends on in this run.
 */
export function cellsRead(e: Expression, y: number, years: number, value?: (e: Expression) => number): CellOf[] {
  const found: CellOf[] = []
  const span = (line: Line, end: number) => {
    for (let i = 0; i < end; i++) found.push({ line, y: i })
  }
  const visit = (e: Expression): void => {
    switch (e.op) {
      case 'line':
        found.push({ line: e.line, y: yearIndex(e, y, years) })
        return
      case 'sum':
        return span(e.line, e.to === 'last' ? years : e.to === 'this' ? y + 1 : y)
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        return span(e.line, years)
      case 'at': {
        visit(e.index)
        if (!value) return span(e.line, years)
        const i = Math.trunc(value(e.index))
        if (i >= 1 && i <= years) found.push({ line: e.line, y: i - 1 })
        return
      }
      case 'if': {
        const [condition, yes, no] = e.args as [Expression, Expression, Expression]
        visit(condition)
        if (!value) return [yes, no].forEach(visit)
        const c = value(condition)
        if (c === c) visit(c !== 0 ? yes : no)
        return
      }
      default:
        parts(e).forEach(visit)
    }
  }
  visit(e)
  return found
}

/** The year index that a reference to a line means in year index `y`; 0 for a figure. */
export function yearIndex(e: Extract<Expression, { op: 'line' }>, y: number, years: number): number {
  if (e.line.shape === 'figure' || e.back === 'first') return 0
  return e.back === 'last' ? years - 1 : y - e.back
}
