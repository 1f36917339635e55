import { samples } from '../../shared/case/samples'
import { parseCase } from '../../shared/case/problems'
import type { Case } from '../../shared/case/schema'
import type { Contest } from '../../shared/analysis/contest'
import { Variations } from '../../shared/analysis/variations'
import { Engine, Structure } from '../../shared/model'

export const sample = (name: string): Case => samples.find((one) => one.name === name)!.document

/** The general dentist with both alternatives: six paths. */
export function manyPaths(): Case {
  const document = sample('general-dentist')
  const { sellPrivately, stepBack } = document.alternatives
  return checked({
    ...document,
    alternatives: { sellPrivately: { ...sellPrivately, include: true }, stepBack: { ...stepBack, include: true } },
  })
}

export function checked(document: unknown): Case {
  const read = parseCase(document)
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.value
}

/** The samples in both tax modes. */
export const taxedSamples: readonly (readonly [name: string, document: Case])[] = samples.flatMap(
  ({ name, document }) =>
    (['blended', 'federal'] as const).map((mode) => [`${name}, ${mode} tax`, taxed(document, mode)] as const),
)

export function taxed(document: Case, mode: Case['tax']['mode']): Case {
  return { ...document, tax: { ...document.tax, mode } }
}

export const variationsOf = (document: Case): Variations => new Variations(new Structure(document))

const engine = new Engine()

/** The first path's lead, by an evaluation of its own. */
export function leadOf(document: Case, { paths, view, figure }: Contest): number {
  const outcome = engine.evaluate(document)
  const of = (path: string) =>
    path === 'keep' && figure.startsWith('leadAt') ? 0 : outcome.figure(path, view, figure)!
  return of(paths[0]) - of(paths[1])
}
