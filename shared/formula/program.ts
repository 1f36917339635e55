import { workShared } from './blocks'
import { Code, isRegister, KIND, MANY, operation, slotOf, TWO, type Load, type Operand, type Program } from './code'
import { evaluation } from './evaluate'
import type { Input, Line, Table } from './expression'
import type { Graph } from './graph'
import { linesThatVary, NEED, NEED_WIDTH, Recipes, STEP, STEP_WIDTH, type Recipe } from './recipe'
import { assign } from './registers'

/** A program, and what works out its slots for inputs, of which the varying ones do not matter; valid until the next call. */
export interface Programmed {
  readonly program: Program
  readonly slotsFor: (inputs: Float64Array) => Float64Array
}

/** Builds the program for these cells. */
export function programOf(
  graph: Graph,
  varying: readonly Input[],
  outputs: readonly { readonly line: Line; readonly y: number }[],
): Programmed {
  return new Builder(graph, varying).build(outputs)
}

/**
 * Operations are written for the cells that need them, from what the formulas say as numbers (recipe.ts). An operation whose
 * operands are all shared by the lanes is one on slots, done once a run; so is that of a formula that could vary, but not
 * in this year. Either kind is written once, whatever asks for it.
 */
class Builder {
  private readonly ofLanes: Code
  private readonly ofSlots = new Code(4096)
  private readonly recipes: Recipes
  /** The operand of each cell that has one. */
  private readonly cells: Int32Array
  /** The line of each cell that may vary, by its place in the graph; the first cell of each line. */
  private readonly lineAt: Int32Array
  private readonly startOf: Int32Array
  /** The sum of a row's cells up to each of them. */
  private readonly sums: Int32Array
  private readonly constants = new Map<number, Operand>()
  private negativeZero: Operand | undefined
  private readonly spread = new Map<Operand, number>()
  private readonly inputs = new Map<Input, Operand>()
  private readonly loads: Load[] = []
  /** Slots that are not worked out, each with its value, its input or its cell. */
  private readonly ofConstants: [slot: number, value: number][] = []
  private readonly ofInputs: [slot: number, input: number][] = []
  private readonly ofCells: [slot: number, cell: number][] = []
  private readonly tables: Table[] = []
  private readonly position: ReadonlyMap<Input, number>
  /** Operands of the operations to come. */
  private readonly stack: number[] = []
  private readonly years: number

  constructor(
    private readonly graph: Graph,
    varying: readonly Input[],
  ) {
    this.years = graph.years
    this.position = new Map(varying.map((input, i) => [input, i]))
    this.cells = new Int32Array(graph.size).fill(NOT_YET)
    this.sums = new Int32Array(graph.size).fill(NOT_YET)
    this.lineAt = new Int32Array(graph.size).fill(NONE)
    const lines = linesThatVary(graph, new Set(varying))
    this.startOf = Int32Array.from(graph.lines, (line) => graph.offset.get(line)!)
    graph.lines.forEach((line, i) => {
      const start = this.startOf[i]!
      if (lines.has(line)) this.lineAt.fill(i, start, start + (line.shape === 'row' ? this.years : 1))
    })
    this.ofLanes = new Code(LEAST + OPERATIONS * this.lineAt.reduce((count, line) => count + Number(line !== NONE), 0))
    this.recipes = new Recipes(graph, lines, {
      constant: (value) => this.constant(value),
      input: (input) => this.input(input),
      table: (table) => this.table(table),
    })
  }

  build(outputs: readonly { readonly line: Line; readonly y: number }[]): Programmed {
    const found = outputs.map(({ line, y }) => {
      const cell = this.graph.offset.get(line)! + (line.shape === 'row' ? y : 0)
      this.emit(cell)
      return this.cell(cell)
    })
    const coded = this.ofLanes.finish(this.tables)
    const { loads } = this
    return {
      program: { ...coded, ...assign(coded, this.ofLanes.results, loads, found), outputs: found },
      slotsFor: this.slots(),
    }
  }

  /** Works out the slots: from the cells of a one-lane run that has only what they need, then by operations. */
  private slots(): (inputs: Float64Array) => Float64Array {
    const { graph, ofInputs, ofCells, ofConstants } = this
    const coded = this.ofSlots.finish(this.tables)
    const slots = new Float64Array(this.ofSlots.results)
    for (const [slot, value] of ofConstants) slots[slot] = value
    const read = new Set(ofCells.map(([, cell]) => cell))
    const base = evaluation(
      graph,
      graph.lines.filter((line) => {
        const start = graph.offset.get(line)!
        for (let y = 0; y < (line.shape === 'row' ? graph.years : 1); y++) if (read.has(start + y)) return true
        return false
      }),
    )
    return (inputs) => {
      base.run(inputs)
      for (const [slot, input] of ofInputs) slots[slot] = inputs[input]!
      for (const [slot, cell] of ofCells) slots[slot] = base.values[cell]!
      workShared(coded, slots)
      return slots
    }
  }

  /** Emits a cell and, before it, the cells it needs; without recursion, as chains over years grow long. */
  private emit(cell: number): void {
    const { cells, lineAt, startOf } = this
    const open = [cell]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const at = next < 0 ? ~next : next
      const line = lineAt[at]!
      if (cells[at] !== NOT_YET || line === NONE) continue
      const y = at - startOf[line]!
      const recipe = this.recipes.of(line, y)
      if (next < 0) {
        cells[at] = this.follow(recipe, y)
        continue
      }
      open.push(~at)
      this.askFor(recipe, y, open)
    }
  }

  /** In reverse, so that early years are emitted first and their registers are free again soon. */
  private askFor({ needs }: Recipe, y: number, open: number[]): void {
    const { cells, years } = this
    for (let i = needs.length - NEED_WIDTH; i >= 0; i -= NEED_WIDTH) {
      const start = needs[i + 1]!
      let from = start
      let to = start
      switch (needs[i]) {
        case NEED.back:
          from = to = start + y
          break
        case NEED.all:
          to = start + years - 1
          break
        case NEED.upToThis:
          to = start + y
          break
        case NEED.before:
          to = start + y - 1
      }
      for (let cell = to; cell >= from; cell--) if (cells[cell] === NOT_YET) open.push(cell)
    }
  }

  /** Writes the operations of a formula for a year index. */
  private follow({ steps }: Recipe, y: number): Operand {
    const { stack } = this
    const bottom = stack.length
    for (let i = 0; i < steps.length; i += STEP_WIDTH) {
      const a = steps[i + 1]!
      const b = steps[i + 2]!
      switch (steps[i]) {
        case STEP.operand:
          stack.push(a)
          break
        case STEP.year:
          stack.push(this.constant(y + 1))
          break
        case STEP.series:
          stack.push(this.recipes.series[a]![y]!)
          break
        case STEP.cell:
          stack.push(this.cell(a + y * b))
          break
        case STEP.sum:
          stack.push(this.sum(a, b === NEED.all ? this.years : b === NEED.upToThis ? y + 1 : y))
          break
        case STEP.row:
          for (let cell = a; cell < a + this.years; cell++) stack.push(this.cell(cell))
          break
        case STEP.one:
          stack.push(this.one(a, stack.pop()!))
          break
        case STEP.two: {
          const right = stack.pop()!
          stack.push(this.two(a, stack.pop()!, right))
          break
        }
        case STEP.twoSwapped: {
          const right = stack.pop()!
          stack.push(this.two(a, right, stack.pop()!))
          break
        }
        case STEP.many:
          this.many(a, b, NONE)
          break
        case STEP.brackets:
          this.many(BRACKETS, 2, a)
          break
        case STEP.lookup:
          this.many(LOOKUP, 1, a)
      }
    }
    const found = stack.pop()!
    if (stack.length !== bottom) throw new TypeError('A formula has left operands behind.')
    return found
  }

  /** The operand of a cell: that of its formula, or where the line does not vary, the slot of its value. */
  private cell(cell: number): Operand {
    const operand = this.cells[cell]!
    if (operand !== NOT_YET) return operand
    const slot = this.ofSlots.result()
    this.ofCells.push([slot, cell])
    return (this.cells[cell] = ~slot)
  }

  private constant(value: number): Operand {
    // A map takes −0 for 0.
    if (Object.is(value, -0)) return (this.negativeZero ??= this.newConstant(value))
    let operand = this.constants.get(value)
    if (operand === undefined) this.constants.set(value, (operand = this.newConstant(value)))
    return operand
  }

  private newConstant(value: number): Operand {
    const slot = this.ofSlots.result()
    this.ofConstants.push([slot, value])
    return ~slot
  }

  /** The register into which an input is loaded, or the slot of the value that all lanes share. */
  private input(input: Input): Operand {
    const known = this.inputs.get(input)
    if (known !== undefined) return known
    const position = this.position.get(input)
    let operand: Operand
    if (position === undefined) {
      const slot = this.ofSlots.result()
      this.ofInputs.push([slot, this.graph.inputIndex.get(input.id)!])
      operand = ~slot
    } else {
      operand = this.ofLanes.result()
      this.loads.push({ input: position, register: operand })
    }
    this.inputs.set(input, operand)
    return operand
  }

  private table(table: Table): number {
    const known = this.tables.indexOf(table)
    return known >= 0 ? known : this.tables.push(table) - 1
  }

  private one(which: number, operand: Operand): Operand {
    const code = operation(which, KIND.one)
    return isRegister(operand) ? this.ofLanes.write(code, operand, 0) : ~this.ofSlots.write(code, slotOf(operand), 0)
  }

  private two(which: number, a: Operand, b: Operand): Operand {
    if (isRegister(a))
      return isRegister(b)
        ? this.ofLanes.write(operation(which, KIND.two), a, b)
        : this.ofLanes.write(operation(which, KIND.withSlot), a, slotOf(b))
    return isRegister(b)
      ? this.ofLanes.write(operation(which, KIND.slotWith), slotOf(a), b)
      : ~this.ofSlots.write(operation(which, KIND.two), slotOf(a), slotOf(b))
  }

  /** An operation on the topmost operands of the stack, which its result takes the place of. */
  private many(which: number, count: number, table: number): void {
    const { stack } = this
    const from = stack.length - count
    let shared = true
    for (let i = from; i < stack.length; i++) shared &&= !isRegister(stack[i]!)
    for (let i = from; i < stack.length; i++) stack[i] = shared ? slotOf(stack[i]!) : this.register(stack[i]!)
    const code = shared ? this.ofSlots : this.ofLanes
    const result = code.writeMany(operation(which, KIND.many), stack, from, table)
    stack.length = from
    stack.push(shared ? ~result : result)
  }

  /** A register for an operand; a shared value is spread over one. */
  private register(operand: Operand): number {
    if (isRegister(operand)) return operand
    let register = this.spread.get(operand)
    if (register === undefined)
      this.spread.set(operand, (register = this.ofLanes.write(operation(0, KIND.slot), slotOf(operand), 0)))
    return register
  }

  /** Sum of the first `count` years of a row, each partial sum made once. */
  private sum(start: number, count: number): Operand {
    const { sums } = this
    let from = count
    while (from > 0 && sums[start + from - 1] === NOT_YET) from--
    let sum = from === 0 ? this.constant(0) : sums[start + from - 1]!
    for (let k = from; k < count; k++) sums[start + k] = sum = this.two(ADD, sum, this.cell(start + k))
    return sum
  }
}

/** About how many operations a cell takes, and how many there are besides. */
const OPERATIONS = 2
const LEAST = 1024
const ADD = TWO.indexOf('add')
const BRACKETS = MANY.indexOf('brackets')
const LOOKUP = MANY.indexOf('lookup')
/** No operand stands for a cell yet; no slot has so great a number. */
const NOT_YET = -0x80000000
/** The cell does not vary; the operation has no table. */
const NONE = -1
