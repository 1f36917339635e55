import { dayOf } from '../case/dates'
import { named } from '../case/names'
import { presence } from '../case/optional'
import { moneyOf } from '../case/partner/money'
import { get } from '../case/path'
import type { Case, Origin } from '../case/schema'
import {
  bridge,
  buildGraph,
  dependents,
  evaluation,
  explain,
  type Bridge,
  type Evaluation,
  type Explanation,
  type Graph,
  type Input,
  type Line,
  type Model,
  type Problem,
} from '../formula'
import { Context, VIEWS, type Purpose, type View } from './plan/context'
import { reader, type Derivation } from './plan/derived'
import { declarePaths, type Path } from './paths'

/** A plan has at most 60 years (section 1). */
export const MOST_YEARS = 60

/** Model years of a case: to the year in which the owner reaches the age to which the plan runs. */
function yearsOf({ owner, assumptions }: Case): number {
  const ageBefore = assumptions.startYear - 1 - dayOf(owner.birthDate).year
  return Math.max(1, Math.min(MOST_YEARS, owner.horizonAge - ageBefore))
}

/**
 * The definitions of one structure of a case: which paths, components and choices there are. They serve every case of
 * the same structure; only numbers and days may differ.
 */
export class Structure {
  readonly key: string
  readonly years: number
  readonly paths: readonly Path[]
  readonly graph: Graph
  readonly model: Model
  /** How each input is read from a case, in the order of `graph.inputs`. */
  readonly derivations: readonly Derivation[]
  private readonly readers: readonly ((document: Case) => number)[]
  /** The places of the inputs of each part of the case: `practice`, `offers/harbor`. */
  private readonly byPart: ReadonlyMap<string, readonly number[]>
  private current: Evaluation | undefined

  constructor(document: Case, purpose: Purpose = {}) {
    this.key = structureKey(document)
    this.years = yearsOf(document)
    const ctx = new Context(named(document), this.years, purpose)
    this.paths = declarePaths(ctx)
    this.model = ctx.model
    this.graph = buildGraph(ctx.model, this.years)
    this.derivations = this.graph.inputs.map(({ id }) => ctx.derivations.get(id)!)
    this.readers = this.derivations.map(reader)
    this.byPart = Map.groupBy(
      this.graph.inputs.keys(),
      (i) => /^offers\/[^/]+|^[^/]+/.exec(this.graph.inputs[i]!.id)![0],
    )
  }

  /** The inputs of a case of this structure, in the order of `graph.inputs`. */
  inputs(document: Case): Float64Array {
    return Float64Array.from(this.readers, (read) => read(document))
  }

  /**
   * The inputs in which a case differs from another from which it was derived by changing some fields, by their place:
   * only the changed parts are read.
   * @param inputs of the other
   */
  inputsThatDiffer(document: Case, other: Case, inputs: Float64Array): [place: number, value: number][] {
    const found: [number, number][] = []
    // Days count from the first year of the plan, so changed assumptions may affect every input.
    const all = document.assumptions !== other.assumptions
    for (const [part, places] of this.byPart) {
      if (!all && get(document, part) === get(other, part)) continue
      for (const i of places) {
        const value = this.readers[i]!(document)
        if (!Object.is(value, inputs[i])) found.push([i, value])
      }
    }
    return found
  }

  /** One input of a case of this structure, by its place in `graph.inputs`. */
  read(input: number, document: Case): number {
    return this.readers[input]!(document)
  }

  /** Evaluates a case. The outcome reads the buffers of this structure: it is valid until the next evaluation. */
  evaluate(document: Case): Outcome {
    this.current ??= evaluation(this.graph)
    this.current.run(this.inputs(document))
    return new Outcome(document, this, this.current)
  }
}

/** The structure of a case: everything but its numbers and days, and the order of its age and year steps. */
function structureKey(document: Case): string {
  const { origins: _origins, quotes: _quotes, risk: _risk, ...rest } = moneyOf(document)
  const skeleton = JSON.stringify(rest, (key, value: unknown) => {
    if (typeof value === 'number') return 0
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return 'day'
    return key === 'note' ? '' : value
  })
  const order = (items: readonly { id: string }[], by: (item: never) => number) =>
    [...items].sort((a, b) => by(a as never) - by(b as never)).map(({ id }) => id)
  return JSON.stringify([
    yearsOf(document),
    presence(document),
    order(document.practice.taper, ({ age }: { age: number }) => age),
    order(document.tax.changes, ({ from }: { from: number }) => from),
    document.offers.map(({ fee }) => order(fee.tiers, ({ from }: { from: number }) => from)),
    document.offers.map(({ components }) =>
      components.map((part) =>
        part.kind === 'earnOut' ? order(part.targets, ({ months }: { months: number }) => months) : [],
      ),
    ),
    skeleton,
  ])
}

/** The figures of a case, as computed. */
export class Outcome {
  readonly paths: readonly Path[]
  readonly years: number
  private shown: Case | undefined

  constructor(
    private readonly given: Case,
    readonly structure: Structure,
    private readonly evaluation: Evaluation,
  ) {
    this.paths = structure.paths
    this.years = structure.years
  }

  /** The owner's age in the last year of the plan: as planned, or lower where the longest allowed plan ends earlier. */
  get lastAge(): number {
    return this.shared('plan/age').at(-1)!
  }

  /** The case as shown: unnamed items are named by their position. */
  get document(): Case {
    return (this.shown ??= named(this.given))
  }

  /** The line of a path: of the view where it differs by view, else the path's own. Undefined where there is none. */
  line(path: string, view: View, id: string): Line | undefined {
    const { graph } = this.structure
    for (const full of [`${path}/${view}/${id}`, `${path}/${id}`]) if (graph.has(full)) return graph.line(full)
    return undefined
  }

  /** A figure of a path in a view; undefined where the path has none, NaN where "none" is the answer. */
  figure(path: string, view: View, id: string): number | undefined {
    const line = this.line(path, view, id)
    return line && line.shape === 'figure' ? this.evaluation.value(line) : undefined
  }

  /** A row of a path in a view, a copy. */
  row(path: string, view: View, id: string): number[] | undefined {
    const line = this.line(path, view, id)
    return line && line.shape === 'row' ? [...this.evaluation.row(line)] : undefined
  }

  /** A line that belongs to no path: `plan/age`, `practice/collections`. */
  shared(id: string): number[] {
    return [...this.evaluation.row(this.structure.graph.line(id))]
  }

  values(line: Line): number[] {
    return [...this.evaluation.row(line)]
  }

  /** All lines of a path as one view sees them, in the order in which the method declares them. */
  lines(path: string, view: View): Line[] {
    const others = VIEWS.filter((other) => other !== view).map((other) => `${path}/${other}/`)
    return this.structure.graph.lines.filter(
      ({ id }) => id.startsWith(`${path}/`) && !others.some((prefix) => id.startsWith(prefix)),
    )
  }

  explain(lineId: string, year?: number): Explanation {
    return explain(this.evaluation, this.structure.graph.line(lineId), year)
  }

  /** The terms that add up to a figure; undefined where it has no value. */
  bridge(lineId: string, year?: number): Bridge | undefined {
    return bridge(this.evaluation, this.structure.graph.line(lineId), year)
  }

  /** The lines that depend on an input. */
  dependents(input: Input): Line[] {
    return dependents(this.structure.graph, input)
  }

  /** Figures that should have a value and do not, with the input or line at fault. */
  problems(): Problem[] {
    return this.evaluation.problems()
  }
}

/** The field of the case behind an input: inputs of days carry `@t` and `@year` behind the field's path. */
export const fieldOf = (input: Input): string => input.id.replace(/@.*$/, '')

export const originOf = (document: Case, path: string): Origin => document.origins[path] ?? 'assumed'

/** Keeps recent structures, so that switching between two shapes of a case rebuilds nothing. */
export class Engine {
  private readonly structures = new Map<string, Structure>()

  /** @param most structures that are kept */
  constructor(
    private readonly purpose: Purpose = {},
    private readonly most = 4,
  ) {}

  evaluate(document: Case): Outcome {
    return this.structureOf(document).evaluate(document)
  }

  /** The definitions that hold for a case. */
  structureOf(document: Case): Structure {
    const key = structureKey(document)
    let structure = this.structures.get(key)
    if (structure) this.structures.delete(key)
    else structure = new Structure(document, this.purpose)
    this.structures.set(key, structure)
    for (const old of this.structures.keys()) if (this.structures.size > this.most) this.structures.delete(old)
    return structure
  }
}
