import { describe } from '../case/describe'
import type { FieldMeta } from '../case/field'
import { capitalized, elementName, elementWord, givenName } from '../case/names'
import type { Path } from '../case/path'
import { rowNameOf } from '../case/problems'
import type { Case } from '../case/schema'
import { readinessOf } from '../checks/readiness'
import { VIEWS, type Outcome, type View } from '../model'
import { answerOf } from './answer'
import { keyFigures, STEP, type KeyFigure } from './key-figures'
import type { Dollars } from './money'
import type { Sentence } from './sentence'

/** A changed input. */
export type ChangedInput =
  | {
      readonly kind: 'changed'
      readonly path: Path
      readonly label: string
      readonly field: FieldMeta
      /** Null where blank. */
      readonly was: Value
      readonly is: Value
    }
  | {
      /** A whole element of a list: an offer, a cost, a part of the price. */
      readonly kind: 'added' | 'removed'
      readonly path: Path
      readonly label: string
    }

type Value = string | number | boolean | null

/**
 * The inputs that differ between two states of a case, in the order of its fields. An element that only one of them has
 * is one change, not one for each of its fields; the order of lists and where a value comes from are no inputs.
 */
export function changedInputs(then: Case, now: Case): ChangedInput[] {
  const found: ChangedInput[] = []
  const compare = (path: Path, before: unknown, after: unknown) => {
    if (before === after) return
    if (Array.isArray(before) && Array.isArray(after)) return elements(path, before as Item[], after as Item[])
    if (isGroup(before) && isGroup(after)) {
      for (const key of Object.keys(after)) {
        const below = path === '' ? key : `${path}/${key}`
        if (below !== 'origins' && below !== 'quotes') compare(below, before[key], after[key])
      }
      return
    }
    const field = describe(path, now)
    if (!field) return
    const [old, present] = [before as Value, after as Value]
    found.push({ kind: 'changed', path, label: rowNameOf(path, now, field), field, was: old, is: present })
  }
  const elements = (list: Path, before: readonly Item[], after: readonly Item[]) => {
    // An element that changed its kind under the same id counts as removed and added.
    const twin = ({ id, kind }: Item, items: readonly Item[]) =>
      items.find((item) => item.id === id && item.kind === kind)
    for (const item of before) if (!twin(item, after)) found.push({ kind: 'removed', ...element(list, item.id, then) })
    for (const item of after) {
      const old = twin(item, before)
      if (old) compare(`${list}/${item.id}`, old, item)
      else found.push({ kind: 'added', ...element(list, item.id, now) })
    }
  }
  compare('', then, now)
  return found
}

interface Item {
  readonly id: string
  readonly kind?: string
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list element by name, with the offer it belongs to. */
function element(list: Path, id: string, document: Case): { path: Path; label: string } {
  const keys = list.split('/')
  const path = `${list}/${id}`
  const given = givenName(path, document)
  const said = capitalized(given === undefined ? elementName(path, document) : `${elementWord(list)} ${given}`)
  if (keys[0] !== 'offers' || keys.length === 1) return { path, label: said }
  return { path, label: `${said} (${elementName(keys.slice(0, 2).join('/'), document)})` }
}

/** How a path changed between two states of a case. */
export interface MovedPath {
  readonly path: string
  readonly name: string
  /** `both`: present in both states, with the changes in `rows`. */
  readonly state: 'both' | 'added' | 'removed'
  readonly rows: readonly MovedFigure[]
}

export interface MovedFigure extends Pick<KeyFigure, 'id' | 'label' | 'note' | 'unit'> {
  readonly views: Readonly<Record<View, MovedCell>>
}

export interface MovedCell {
  /** The figure's current id; undefined where the path no longer has it. */
  readonly figure: string | undefined
  /** NaN where there is none. */
  readonly was: number
  readonly is: number
  readonly moved: boolean
}

/**
 * The changed figures of the comparison by path and view, in the chosen dollars. Changes too small for a table to show
 * are ignored. Removed paths come last.
 */
export function movedFigures(then: Outcome, now: Outcome, dollars: Dollars): MovedPath[] {
  const both = now.paths.filter(({ id }) => then.paths.some((old) => old.id === id)).map(({ id }) => id)
  const tables = (outcome: Outcome) =>
    Object.fromEntries(VIEWS.map((view) => [view, keyFigures(outcome, view, dollars, both)])) as Record<
      View,
      KeyFigure[]
    >
  const [before, after] = [tables(then), tables(now)]
  const cellIn = (table: readonly KeyFigure[], id: string, path: string) =>
    table.find((row) => row.id === id)?.cells.find((cell) => cell.path === path)
  const every = VIEWS.flatMap((view) => [...after[view], ...before[view]])
  const rows = every.filter(({ id }, i) => every.findIndex((row) => row.id === id) === i)
  const moved = (path: string): MovedFigure[] =>
    rows.flatMap(({ id, label, note, unit }) => {
      const views = Object.fromEntries(
        VIEWS.map((view): [View, MovedCell] => {
          const cell = cellIn(after[view], id, path)
          const [old, present] = [cellIn(before[view], id, path)?.value ?? NaN, cell?.value ?? NaN]
          const same = Number.isNaN(old) ? Number.isNaN(present) : Math.abs(present - old) < STEP[unit]
          return [view, { figure: cell?.figure, was: old, is: present, moved: !same }]
        }),
      ) as Record<View, MovedCell>
      return VIEWS.some((view) => views[view].moved) ? [{ id, label, note, unit, views }] : []
    })
  return [
    ...now.paths.map(({ id, name }): MovedPath => {
      const old = both.includes(id)
      return { path: id, name, state: old ? 'both' : 'added', rows: old ? moved(id) : [] }
    }),
    ...then.paths
      .filter(({ id }) => !both.includes(id))
      .map(({ id, name }): MovedPath => ({ path: id, name, state: 'removed', rows: [] })),
  ]
}

/** The heading above the changes. @param name of the snapshot; undefined where names are left out */
export function changesTitle(count: number, name: string | undefined): string {
  const since = `since ${name === undefined ? 'the snapshot' : `“${name}”`}`
  if (count === 0) return `Nothing has changed ${since}`
  return `${count} ${count === 1 ? 'input has' : 'inputs have'} changed ${since}`
}

/** The headline of one of the two states, if it has an answer. */
export function headlineThen(outcome: Outcome, view: View, dollars: Dollars): Sentence {
  const { blockers, unready } = readinessOf(outcome)
  if (blockers.length > 0) return ['No answer: an input was wrong or missing.']
  const ids = outcome.paths.map(({ id }) => id).filter((id) => !Object.hasOwn(unready, id))
  return answerOf(outcome, view, dollars, ids).headline
}

/** What a figure was, and by how much and in which direction it moved; only the first where there is no difference. */
export interface Was {
  readonly was: string
  readonly up?: boolean
  readonly by?: string
}

/** @param write a value in its unit */
export function wasInWords({ was, is, moved }: MovedCell, write: (value: number) => string): Was {
  if (!moved) return { was: 'unchanged' }
  if (Number.isNaN(was) || Number.isNaN(is)) return { was: `was ${Number.isNaN(was) ? 'none' : write(was)}` }
  const up = is > was
  return { was: `was ${write(was)}, `, up, by: ` ${write(Math.abs(is - was))} ${up ? 'more' : 'less'}` }
}
