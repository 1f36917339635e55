import { measure, parts, type Expression, type Input, type Line } from './expression'
import type { Model } from './model'
import { fits } from './units'

/** An error in the definitions, found when the graph is built; the message names line and year. */
export class GraphError extends Error {
  override name = 'GraphError'
}

/** How a line depends on another: in the same year, only on earlier years, or on all its years at once. */
export type Need = 'same' | 'earlier' | 'whole'

/**
 * Lines that can be computed one after another. A single line computes all its years at once; lines that depend on one
 * another across years (accounts, debts) are computed year by year, in `firstOrder` and then in `laterOrder`.
 */
export interface Step {
  readonly firstOrder: readonly Line[]
  readonly laterOrder: readonly Line[]
  /** Whether a line here depends on an earlier year of itself or of another line here. */
  readonly recursive: boolean
}

/** The checked definitions with the order of computation and the position of every cell. */
export interface Graph {
  readonly years: number
  readonly lines: readonly Line[]
  readonly inputs: readonly Input[]
  /** The position of each line's first cell in the array of values; a row has `years` cells, a figure one. */
  readonly offset: ReadonlyMap<Line, number>
  readonly size: number
  readonly inputIndex: ReadonlyMap<string, number>
  readonly steps: readonly Step[]
  line(id: string): Line
  has(id: string): boolean
}

/**
 * Checks the model for `years` years and orders it.
 * Throws GraphError for an undefined or foreign line, a cycle within a year, mixed units and a year that does not
 * exist.
 */
export function buildGraph(model: Model, years: number): Graph {
  if (!Number.isInteger(years) || years < 1) throw new GraphError(`A graph needs at least one year, not ${years}.`)
  const lines = model.lines
  const byId = new Map(lines.map((line) => [line.id, line]))
  const inputs = model.inputs
  const knownInputs = new Set(inputs)
  const inputIndex = new Map(inputs.map((input, index) => [input.id, index]))

  const offset = new Map<Line, number>()
  let size = 0
  for (const line of lines) {
    offset.set(line, size)
    size += line.shape === 'row' ? years : 1
  }
  const needs = new Map<Line, Needs>()
  for (const line of lines) {
    if (!line.first) throw new GraphError(`Line ${line.id} has no formula.`)
    const first = check(line, line.first, 1, years, knownInputs, offset)
    const later = line.later === line.first ? first : check(line, line.later, 2, years, knownInputs, offset)
    needs.set(line, { first, later })
  }
  return {
    years,
    lines,
    inputs,
    offset,
    size,
    inputIndex,
    steps: order(lines, needs),
    has: (id) => byId.has(id),
    line(id) {
      const line = byId.get(id)
      if (!line) throw new GraphError(`There is no line ${id}.`)
      return line
    },
  }
}

/**
 * The lines referenced in a formula, each with its kind of dependence. Formulas are short: a list is faster than a map.
 */
class Needed {
  readonly lines: Line[] = []
  private readonly needs: Need[] = []

  how(line: Line): Need | undefined {
    const i = this.lines.indexOf(line)
    return i < 0 ? undefined : this.needs[i]
  }

  /** The stronger of two kinds of dependence. */
  note(line: Line, need: Need): void {
    const i = this.lines.indexOf(line)
    if (i < 0) {
      this.lines.push(line)
      this.needs.push(need)
    } else if (need === 'whole' || this.needs[i] === 'earlier') this.needs[i] = need
  }
}

interface Needs {
  readonly first: Needed
  readonly later: Needed
}

/** What a formula depends on, checked for everything that can be wrong with it by itself. */
function check(
  owner: Line,
  formula: Expression,
  year: 1 | 2,
  years: number,
  inputs: ReadonlySet<Input>,
  lines: ReadonlyMap<Line, number>,
): Needed {
  const where = owner.shape === 'row' ? `${owner.id}, year ${year}` : owner.id
  let unit
  try {
    unit = measure(formula)
  } catch (error) {
    throw new GraphError(`Line ${where}: ${(error as Error).message}.`)
  }
  if (!fits(owner.unit, unit))
    throw new GraphError(`Line ${where}: declared as ${owner.unit}, the formula gives ${unit}.`)

  const found = new Needed()
  const note = (line: Line, need: Need) => {
    if (!lines.has(line)) throw new GraphError(`Line ${where}: refers to ${line.id}, which is not in this model.`)
    found.note(line, need)
  }
  const visit = (e: Expression): void => {
    switch (e.op) {
      case 'input':
        if (!inputs.has(e.input)) throw new GraphError(`Line ${where}: refers to the unknown input ${e.input.id}.`)
        break
      case 'series': {
        const { id, inputs: yearly } = e.series
        if (owner.shape === 'figure')
          throw new GraphError(`Figure ${where}: ${id} has a value for each year; a figure has no year of its own.`)
        if (!yearly.every((input) => inputs.has(input)))
          throw new GraphError(`Line ${where}: refers to the unknown series ${id}.`)
        if (yearly.length !== years)
          throw new GraphError(`Line ${where}: ${id} has ${yearly.length} years, the graph ${years}.`)
        break
      }
      case 'year':
        if (owner.shape === 'figure') throw new GraphError(`Figure ${where}: a figure has no year of its own.`)
        break
      case 'line':
        if (e.line.shape === 'figure') {
          if (e.back !== 0) throw new GraphError(`Line ${where}: ${e.line.id} is one figure and has no other year.`)
          note(e.line, 'whole')
        } else if (e.back === 'last') note(e.line, 'whole')
        else if (e.back === 'first') note(e.line, owner.shape === 'figure' ? 'whole' : year === 1 ? 'same' : 'earlier')
        else if (owner.shape === 'figure')
          throw new GraphError(`Figure ${where}: ${e.line.id} has a value for each year; say which.`)
        else if (e.back >= year)
          throw new GraphError(`Line ${where}: refers to ${e.line.id} in year ${year - e.back}, which does not exist.`)
        else note(e.line, e.back === 0 ? 'same' : 'earlier')
        break
      case 'sum':
        if (e.line.shape === 'figure') throw new GraphError(`Line ${where}: sums the figure ${e.line.id} over years.`)
        if (owner.shape === 'figure' && e.to !== 'last')
          throw new GraphError(`Figure ${where}: a figure has no year up to which ${e.line.id} could be summed.`)
        note(e.line, e.to === 'last' ? 'whole' : e.to === 'this' ? 'same' : 'earlier')
        break
      case 'at':
      case 'firstYear':
      case 'lastYear':
      case 'irr':
        if (e.line.shape === 'figure') throw new GraphError(`Line ${where}: ${e.op} of the figure ${e.line.id}.`)
        note(e.line, 'whole')
    }
    for (const part of parts(e)) visit(part)
  }
  visit(formula)
  return found
}

/** Tarjan's strongly connected components, iterative: emitted in dependency order. */
function order(lines: readonly Line[], needs: ReadonlyMap<Line, Needs>): Step[] {
  const steps: Step[] = []
  // By the line's position: its entry number (0 = not yet), and the lowest number reachable from it.
  const position = new Map(lines.map((line, i) => [line, i]))
  const entered = new Int32Array(lines.length)
  const low = new Int32Array(lines.length)
  const onStack = new Uint8Array(lines.length)
  const stack: number[] = []
  const work: { at: number; first: readonly Line[]; later: readonly Line[]; done: number }[] = []
  let count = 0
  const enter = (at: number) => {
    entered[at] = low[at] = ++count
    onStack[at] = 1
    stack.push(at)
    const { first, later } = needs.get(lines[at]!)!
    work.push({ at, first: first.lines, later: first === later ? [] : later.lines, done: 0 })
  }
  for (let root = 0; root < lines.length; root++) {
    if (entered[root] === 0) enter(root)
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const { at, first, later } = frame
      const next = first[frame.done] ?? later[frame.done - first.length]
      if (next) {
        frame.done++
        const to = position.get(next)!
        if (entered[to] === 0) enter(to)
        else if (onStack[to]) low[at] = Math.min(low[at]!, entered[to]!)
        continue
      }
      work.pop()
      const parent = work.at(-1)
      if (parent) low[parent.at] = Math.min(low[parent.at]!, low[at]!)
      if (low[at] !== entered[at]) continue
      const group = stack.splice(stack.lastIndexOf(at))
      for (const member of group) onStack[member] = 0
      steps.push(
        step(
          group.map((member) => lines[member]!),
          needs,
        ),
      )
    }
  }
  return steps
}

/** The order within a group: no line may depend on all years of a member, and there must be no cycle within a year. */
function step(group: readonly Line[], needs: ReadonlyMap<Line, Needs>): Step {
  if (group.length === 1) {
    const line = group[0]!
    const { first, later } = needs.get(line)!
    const [inFirst, inLater] = [first.how(line), later.how(line)]
    if (inFirst === 'whole' || inLater === 'whole') throw new GraphError(`Line ${line.id}: needs itself.`)
    if (inFirst === 'same' || inLater === 'same')
      throw new GraphError(`Line ${line.id}, year ${inFirst === 'same' ? 1 : 2}: needs itself in the same year.`)
    return { firstOrder: group, laterOrder: group, recursive: inLater !== undefined }
  }
  const members = new Set(group)
  for (const line of group) {
    for (const needed of [needs.get(line)!.first, needs.get(line)!.later]) {
      for (const other of needed.lines) {
        if (needed.how(other) === 'whole' && members.has(other))
          throw new GraphError(
            `Line ${line.id} needs all years of ${other.id}, which needs ${line.id}: ${path(other, line, members, needs)}.`,
          )
      }
    }
  }
  const within = (year: 'first' | 'later') => {
    const done = new Set<Line>()
    const open: Line[] = []
    const sorted: Line[] = []
    const visit = (line: Line) => {
      if (done.has(line)) return
      if (open.includes(line)) {
        const cycle = [...open.slice(open.indexOf(line)), line].map((item) => item.id).join(' → ')
        throw new GraphError(`Year ${year === 'first' ? 1 : 2}: the lines need one another in the same year: ${cycle}.`)
      }
      open.push(line)
      const needed = needs.get(line)![year]
      for (const other of needed.lines) if (needed.how(other) === 'same' && members.has(other)) visit(other)
      open.pop()
      done.add(line)
      sorted.push(line)
    }
    group.forEach(visit)
    return sorted
  }
  return { firstOrder: within('first'), laterOrder: within('later'), recursive: true }
}

/** A chain of dependencies from one line to another inside a group, for the message. */
function path(from: Line, to: Line, members: ReadonlySet<Line>, needs: ReadonlyMap<Line, Needs>): string {
  const before = new Map<Line, Line>()
  const queue = [from]
  for (const line of queue) {
    if (line === to) break
    for (const other of [...needs.get(line)!.first.lines, ...needs.get(line)!.later.lines]) {
      if (!members.has(other) || before.has(other) || other === from) continue
      before.set(other, line)
      queue.push(other)
    }
  }
  const chain = [to]
  while (chain[0] !== from) chain.unshift(before.get(chain[0]!)!)
  return chain.map((line) => line.id).join(' → ')
}
