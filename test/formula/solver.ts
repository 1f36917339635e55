import { type Graph, type Input, lanes, type Line } from '../../shared/formula'
import { type Answer, type Range, search } from '../../shared/formula/solve'

/** A figure, or a row in a year (1 = first). */
interface CellOfLine {
  readonly line: Line
  readonly year?: number
}

/** What is to reach a target: a cell, or a cell less another. */
interface Goal extends CellOfLine {
  readonly less?: CellOfLine
}

interface Question extends Range {
  /** The other inputs, in the order of `graph.inputs`; the value of the solved input is ignored. */
  readonly base: Float64Array
}

/**
 * Prepares the search for the value of `input` at which `goal` reaches a target. Every grid is one run of lanes. The
 * graph's structure is analyzed once, however many questions follow.
 */
export function solver(graph: Graph, input: Input, goal: Goal): (question: Question) => Answer {
  const outputs = [...new Set([goal.line, ...(goal.less ? [goal.less.line] : [])])]
  const many = lanes(graph, outputs, [input])

  return ({ base, ...range }) =>
    search((xs) => {
      const result = many.run(base, [Float64Array.from(xs)], xs.length)
      const outputs = result.column(goal.line, goal.year)
      const others = goal.less && result.column(goal.less.line, goal.less.year)
      return xs.map((_, i) => outputs[i]! - (others ? others[i]! : 0))
    }, range)
}
