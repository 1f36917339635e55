import {
  expression,
  sameExpression,
  type Expression,
  type Input,
  type Line,
  type Operand,
  type Series,
} from './expression'
import type { Unit } from './units'

/** What is declared about a line besides its formula. */
export interface Declaration {
  readonly label: string
  readonly unit: Unit
  /** One sentence: what it is. */
  readonly meaning: string
  /** "None" is a valid result of this line. */
  readonly optional?: boolean
}

/** A formula, or one that needs the line itself: `(self) => f\`prev(${self}) * 2\``. */
export type Formula = Operand | ((self: Line) => Operand)

/** Where a model adds new lines, and how. */
interface Place {
  readonly prefix: string
  readonly section: string
  readonly rowShape: 'row' | 'figure'
  readonly suffix: string
  /** The prefix of the rows that are reused where nothing changes. */
  readonly earlier: string | undefined
}

class DeclaredLine implements Line {
  readonly kind = 'line'
  first!: Expression
  later!: Expression
  consists: readonly Expression[] | undefined
  constructor(
    readonly id: string,
    readonly label: string,
    readonly unit: Unit,
    readonly section: string,
    readonly meaning: string,
    readonly shape: 'row' | 'figure',
    readonly optional: boolean,
  ) {}
}

/**
 * The inputs and lines under construction. A scope prefixes the ids of its lines and sets their section; all scopes of
 * a model write into the same lists.
 */
export class Model {
  private constructor(
    private readonly shared: { inputs: Map<string, Input>; lines: Map<string, Line> },
    private readonly at: Place,
  ) {}

  static create(): Model {
    const at: Place = { prefix: '', section: '', rowShape: 'row', suffix: '', earlier: undefined }
    return new Model({ inputs: new Map(), lines: new Map() }, at)
  }

  get lines(): readonly Line[] {
    return [...this.shared.lines.values()]
  }

  get inputs(): readonly Input[] {
    return [...this.shared.inputs.values()]
  }

  /** The same model with another component in the ids of new lines (`keep` → `keep/wealth`). */
  scope(name: string): Model {
    const { prefix, earlier } = this.at
    return this.moved({
      prefix: `${prefix}${name}/`,
      ...(earlier !== undefined && { earlier: `${earlier}${name}/` }),
    })
  }

  /** The same model with the heading under which new lines are published. */
  under(section: string): Model {
    return this.moved({ section })
  }

  /**
   * The same model in which `row` declares a figure, so that definitions written for every year can serve a single one
   * at the cost of one cell. Their formulas must not refer to other years, and everything they read must be figures.
   */
  asFigures(): Model {
    return this.moved({ rowShape: 'figure' })
  }

  /**
   * The same model with a suffix on the labels of new lines, where the same definitions are declared more than once.
   */
  labeled(suffix: string): Model {
    return this.moved({ suffix })
  }

  /**
   * The same model, except that a row whose formula equals that of the same-named row in `earlier` is that row: where
   * the same definitions are declared again, only lines that differ are added.
   */
  reusing(earlier: Model): Model {
    return this.moved({ earlier: earlier.at.prefix })
  }

  private moved(change: Partial<Place>): Model {
    return new Model(this.shared, { ...this.at, ...change })
  }

  /** An input; requesting the same id again returns the same input. Ids of inputs take no prefix. */
  input(id: string, label: string, unit: Unit): Input {
    const known = this.shared.inputs.get(id)
    if (known) {
      if (known.unit !== unit) throw new TypeError(`Input ${id} is declared as ${known.unit} and as ${unit}.`)
      return known
    }
    const input: Input = { kind: 'input', id, label, unit }
    this.shared.inputs.set(id, input)
    return input
  }

  /** Values entered for each of `years` years; the graph must have as many. */
  series(id: string, label: string, unit: Unit, years: number): Series {
    const inputs = Array.from({ length: years }, (_, y) => {
      if (this.shared.inputs.has(`${id}@${y + 1}`)) throw new TypeError(`Series ${id} is declared twice.`)
      return this.input(`${id}@${y + 1}`, `${label}, year ${y + 1}`, unit)
    })
    return { kind: 'series', id, label, unit, inputs }
  }

  /** One figure. */
  figure(id: string, declaration: Declaration, formula: Formula): Line {
    const line = this.declare(id, declaration, 'figure')
    this.define(line, formula)
    return line
  }

  /** A row of yearly figures: one formula for all years, or one for the first and one for every later year. */
  row(id: string, declaration: Declaration, first: Formula, later?: Formula): Line {
    const known = later === undefined ? this.declaredEarlier(id, first) : undefined
    if (known) return known
    const line = this.declare(id, declaration, this.at.rowShape)
    this.define(line, first, later)
    return line
  }

  private declaredEarlier(id: string, formula: Formula): Line | undefined {
    const { earlier, rowShape } = this.at
    const known = earlier === undefined ? undefined : this.shared.lines.get(earlier + id)
    if (!known || known.shape !== rowShape || known.later !== known.first || typeof formula === 'function') return
    return sameExpression(known.first, expression(formula)) ? known : undefined
  }

  /** A line whose formula is set later with `define`, for lines that depend on one another across years. */
  declare(id: string, declaration: Declaration, shape: 'row' | 'figure'): Line {
    const full = this.at.prefix + id
    if (this.shared.lines.has(full)) throw new TypeError(`Line ${full} is declared twice.`)
    const { label, unit, meaning, optional = false } = declaration
    const line = new DeclaredLine(full, label + this.at.suffix, unit, this.at.section, meaning, shape, optional)
    this.shared.lines.set(full, line)
    return line
  }

  define(line: Line, first: Formula, later?: Formula): void {
    const declared = line as DeclaredLine
    if (declared.first) throw new TypeError(`Line ${line.id} is defined twice.`)
    const resolve = (formula: Formula) => expression(typeof formula === 'function' ? formula(line) : formula)
    declared.first = resolve(first)
    declared.later = later === undefined ? declared.first : resolve(later)
  }

  /**
   * Says what a line consists of, for readers who ask why: parts that add up to it. Its formula may be different; a
   * difference of two wealths consists of what caused it.
   */
  consistsOf(line: Line, parts: readonly Operand[]): void {
    ;(line as DeclaredLine).consists = parts.map(expression)
  }

  /** Whether this scope has declared a line of this short name, and that line. */
  hasLocal(id: string): boolean {
    return this.has(this.at.prefix + id)
  }

  lineLocal(id: string): Line {
    return this.line(this.at.prefix + id)
  }

  has(id: string): boolean {
    return this.shared.lines.has(id)
  }

  /** The line with this id (prefix included). */
  line(id: string): Line {
    const line = this.shared.lines.get(id)
    if (!line) throw new TypeError(`There is no line ${id}.`)
    return line
  }
}
